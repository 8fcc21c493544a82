//! The word classes of the language pack: whoever asks for one is written in the pack.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::{files, root};

#[derive(serde::Deserialize)]
struct Class {
    meaning: String,
    asked_by: Vec<String>,
    words: Vec<String>,
}

fn classes() -> BTreeMap<String, Class> {
    let path = root().join("src/language/en/classes.toml");
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The text of all files below `path` with this extension, without unit tests.
fn texts(path: &Path, extension: &str) -> String {
    if path.is_dir() {
        return files(path).iter().map(|file| texts(file, extension)).collect();
    }
    let is_meant = path.extension().is_some_and(|found| found == extension) && !path.ends_with("tests.rs");
    let text = if is_meant { std::fs::read_to_string(path).unwrap() } else { String::new() };
    text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

/// "time-next" is `TimeNext` in Rust.
fn variant(name: &str) -> String {
    let capitalized = |part: &str| part[..1].to_uppercase() + &part[1..];
    format!("Class::{}", name.split('-').map(capitalized).collect::<String>())
}

fn holds_word(text: &str, word: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
    text.match_indices(word).any(|(at, _)| !goes_on(&text[at + word.len()..]))
}

#[test]
fn the_pack_says_who_asks_for_each_class() {
    let rooms = files(&root().join("src")).into_iter().filter(|path| !path.ends_with("language"));
    let code: String = rooms.map(|room| texts(&room, "rs")).collect();
    let rules = texts(&root().join("src/relation/rules"), "toml");
    for (name, class) in classes() {
        let by_rules = rules.contains(&format!("\"@{name}\"")) || rules.contains(&format!("[{name}]"));
        let askers = [("code", holds_word(&code, &variant(&name))), ("rules", by_rules)];
        let expected: Vec<&str> = askers.into_iter().filter(|(_, asks)| *asks).map(|(asker, _)| asker).collect();
        assert_eq!(class.asked_by, expected, "who asks for class \"{name}\"? Nobody: delete it");
    }
}

#[test]
fn a_class_says_what_it_means_and_has_each_word_once() {
    for (name, class) in classes() {
        assert!(class.meaning.ends_with(['.', '"', ')']), "class \"{name}\" needs a meaning, as a sentence");
        let mut words = class.words.clone();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), class.words.len(), "class \"{name}\" has a word twice");
        assert!(words.iter().all(|word| *word == word.to_lowercase()), "class \"{name}\" has a capital");
    }
}
