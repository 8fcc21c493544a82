//! The documents of a treebank that are chosen, by their ids or by a table of their classes.

use std::collections::BTreeMap;

use crate::analysis::conllu;

/// The class of each document, for choosing what to learn from.
///
/// Read from a table with a heading, separated by tabs, whose columns `doc` and `class` are used.
#[derive(Debug, Default)]
pub struct DocumentList {
    classes: BTreeMap<String, String>,
}

/// A list of documents that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: expected a table with the columns \"doc\" and \"class\", separated by tabs")]
pub struct DocumentListError {
    line: usize,
}

impl DocumentList {
    /// Reads the table `text`.
    ///
    /// # Errors
    /// [`DocumentListError`] if one of the two columns is missing somewhere.
    pub fn parse(text: &str) -> Result<Self, DocumentListError> {
        let mut lines = text.lines().enumerate();
        let heading = lines.next().map_or("", |(_, line)| line);
        let column = |name| heading.split('\t').position(|cell| cell == name).ok_or(DocumentListError { line: 1 });
        let (doc, class) = (column("doc")?, column("class")?);
        let mut classes = BTreeMap::new();
        for (at, line) in lines.filter(|(_, line)| !line.is_empty()) {
            let cells: Vec<&str> = line.split('\t').collect();
            let cell = |i: usize| cells.get(i).map(|&cell| cell.to_owned()).ok_or(DocumentListError { line: at + 1 });
            classes.insert(cell(doc)?, cell(class)?);
        }
        Ok(Self { classes })
    }

    /// Keeps the sentences of documents of the class `class` and of documents that are not in the list.
    #[must_use]
    pub fn select(&self, sentences: Vec<conllu::Sentence>, class: &str) -> Vec<conllu::Sentence> {
        select_documents(sentences, |id| self.classes.get(id).is_none_or(|found| found == class))
    }
}

/// Keeps the sentences whose document's id (`# newdoc id = …`) passes `keep`.
///
/// Sentences before the first such comment belong to a document with an empty id.
pub fn select_documents(sentences: Vec<conllu::Sentence>, keep: impl Fn(&str) -> bool) -> Vec<conllu::Sentence> {
    let mut kept = keep("");
    let mut out = Vec::new();
    for sentence in sentences {
        if let Some(id) = sentence.comment("newdoc id") {
            kept = keep(id);
        }
        if kept {
            out.push(sentence);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(id: &str, form: &str) -> conllu::Sentence {
        let text = format!("# newdoc id = {id}\n1\t{form}\t{form}\tVERB\tVB\t_\t0\troot\t_\t_\n\n");
        conllu::read(text.as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn documents_of_another_class_are_left_out() {
        let list = DocumentList::parse("doc\tclass\na\topen\nb\tnc\n").unwrap();
        let all = vec![sentence("a", "go"), sentence("b", "run"), sentence("c", "eat")];
        let kept = list.select(all, "open");
        assert_eq!(kept.iter().map(|s| s.words[0].form.as_str()).collect::<Vec<_>>(), ["go", "eat"]);
        assert_eq!(DocumentList::parse("doc\tkind\n").unwrap_err().line, 1);
    }
}
