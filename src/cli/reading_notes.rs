//! What is worth knowing about the files beside the articles in them.

use std::collections::BTreeMap;

use whomet::document::{Document, Skipped};

use super::report::{Reporter, counted};

/// How many files were skipped, and in which encodings the others were.
#[derive(Debug, Default)]
pub(super) struct ReadingNotes {
    pub(super) skipped: Skipped,
    /// How many articles were in each encoding.
    pub(super) encodings: BTreeMap<&'static str, usize>,
}

/// How many documents were in each encoding.
pub(super) fn count_encodings(documents: &[Document]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for document in documents {
        *counts.entry(document.encoding).or_insert(0) += 1;
    }
    counts
}

impl ReadingNotes {
    /// Prints what there is to say.
    pub(super) fn report(&self, reporter: &Reporter) {
        self.lines().iter().for_each(|line| reporter.note(line));
    }

    /// The lines to print: "6 files skipped: 2 .png, 4 .zip", "3 articles read as windows-1252".
    fn lines(&self) -> Vec<String> {
        let kinds = self.skipped.iter().map(|(ending, count)| match ending.as_str() {
            "" => format!("{count} without an ending"),
            ending => format!("{count} {ending}"),
        });
        let kinds: Vec<String> = kinds.collect();
        let total: usize = self.skipped.values().sum();
        let skipped = (total > 0).then(|| format!("{} skipped: {}", counted(total, "file"), kinds.join(", ")));
        let others = self.encodings.iter().filter(|(encoding, _)| **encoding != "UTF-8");
        let encodings = others.map(|(encoding, count)| format!("{} read as {encoding}", counted(*count, "article")));
        skipped.into_iter().chain(encodings).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_files_are_counted_by_kind() {
        let skipped = [(".png".to_owned(), 2), (String::new(), 1)].into();
        let notes = ReadingNotes { skipped, encodings: [("UTF-8", 9), ("UTF-16LE", 1)].into() };
        assert_eq!(notes.lines(), ["3 files skipped: 1 without an ending, 2 .png", "1 article read as UTF-16LE"]);
    }
}
