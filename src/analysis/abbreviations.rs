//! Words that are written with a full stop of their own.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::table::Table;

/// Abbreviations, grouped by what may follow them; `abbreviations.tsv` lists the words.
#[derive(Debug)]
pub(crate) struct Abbreviations {
    /// Never the end of a sentence: a name or a number follows ("Maj.", "No.").
    opening: BTreeSet<String>,
    /// May end a sentence ("etc.", "Inc.").
    closing: BTreeSet<String>,
}

static SHIPPED: LazyLock<Abbreviations> = LazyLock::new(|| {
    let table = Table::read(include_str!("abbreviations.tsv")).expect("the tests read the shipped list");
    let [class, word] = table.columns(["class", "word"]).expect("the tests read the shipped list");
    let of_class = |name| {
        let rows = table.rows().filter(|row| row.get(class) == name);
        rows.map(|row| row.get(word).to_owned()).collect()
    };
    Abbreviations { opening: of_class("opening"), closing: of_class("closing") }
});

impl Abbreviations {
    /// The list that ships with the program.
    pub(crate) fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Whether the full stop after `word` belongs to it.
    pub(crate) fn owns_stop(&self, word: &str) -> bool {
        self.opens(word) || self.closing.contains(word) || is_dotted(word)
    }

    /// Whether `word` with its full stop never ends a sentence.
    pub(crate) fn opens(&self, word: &str) -> bool {
        self.opening.contains(word) || is_initial(word)
    }
}

/// A single capital, as in "J. K. Oli".
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Single letters divided by full stops: "U.S", "a.m", "i.e".
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_shipped_list_is_read() {
        let list = Abbreviations::shipped();
        assert!(list.opens("Gen") && list.opens("No") && list.owns_stop("etc") && list.owns_stop("U.S"));
        let rows = include_str!("abbreviations.tsv").lines().skip(1).filter(|line| !line.starts_with('#')).count();
        assert_eq!(list.opening.len() + list.closing.len(), rows);
        assert!(!list.owns_stop("Army") && !list.opens("etc") && !list.owns_stop("5.3"));
    }
}
