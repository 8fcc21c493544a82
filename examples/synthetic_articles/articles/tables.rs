//! Reads the tab-separated tables in this folder.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The rows of each class, in the order of the table.
type Classes<T> = BTreeMap<&'static str, Vec<T>>;

/// The offices of a class: before the name, after it, and before the surname in later sentences.
pub(crate) fn offices(class: &str) -> &'static [[&'static str; 3]] {
    static OFFICES: LazyLock<Classes<[&'static str; 3]>> =
        LazyLock::new(|| classes(include_str!("offices.tsv"), |row| vec![[row[1], row[2], row[3]]]));
    &OFFICES[class]
}

/// The words of a class.
pub(crate) fn words(class: &str) -> &'static [&'static str] {
    static WORDS: LazyLock<Classes<&'static str>> =
        LazyLock::new(|| classes(include_str!("words.tsv"), |row| row[1].split(';').collect()));
    &WORDS[class]
}

/// The sentences of a kind.
pub(crate) fn sentences(kind: &str) -> &'static [&'static str] {
    static SENTENCES: LazyLock<Classes<&'static str>> =
        LazyLock::new(|| classes(include_str!("sentences.tsv"), |row| vec![row[1]]));
    &SENTENCES[kind]
}

fn classes<T>(table: &'static str, items: impl Fn(&[&'static str]) -> Vec<T>) -> Classes<T> {
    let mut classes = Classes::new();
    for line in table.lines().skip(1).filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let row: Vec<&str> = line.split('\t').collect();
        classes.entry(row[0]).or_default().extend(items(&row));
    }
    classes
}
