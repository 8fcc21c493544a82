//! Reads `classes.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::class::Class;
use super::class_set::MAX_CLASSES;
use super::error::LanguageError;
use super::word_classes::WordClasses;
use crate::text::nearest;

/// Room that is left for the classes of a user's rules.
const ROOM_FOR_RULES: usize = 64;

/// Who asks for a word class.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Asker {
    /// Rust, as a [`Class`].
    Code,
    /// Rule files, by name.
    Rules,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    meaning: String,
    asked_by: Vec<Asker>,
    words: Vec<String>,
}

type Entries = BTreeMap<String, Entry>;

impl WordClasses {
    /// Reads the classes in `text`, the contents of the file at `path`.
    ///
    /// # Errors
    /// [`LanguageError`], naming the file and the class.
    pub(super) fn read(path: &str, text: &str) -> Result<Self, LanguageError> {
        let entries: Entries = toml::from_str(text)
            .map_err(|source| LanguageError::Syntax { path: path.to_owned(), source: Box::new(source) })?;
        if let Some(class) = Class::ALL.iter().find(|class| !entries.contains_key(class.name())) {
            return Err(LanguageError::MissingClass { path: path.to_owned(), class: class.name() });
        }
        let most = MAX_CLASSES - ROOM_FOR_RULES;
        if entries.len() > most {
            return Err(LanguageError::TooManyClasses { path: path.to_owned(), found: entries.len(), most });
        }
        let mut classes = Self::default();
        for (name, entry) in &entries {
            check_askers(path, name, entry)?;
            classes.describe(name, &entry.meaning);
            classes.extend(name, words_of(path, name, &entries, &mut Vec::new())?);
        }
        Ok(classes)
    }
}

/// Checks that somebody asks for the class, and that the file is right about the code.
fn check_askers(path: &str, name: &str, entry: &Entry) -> Result<(), LanguageError> {
    let is_asked = Class::ALL.iter().any(|class| class.name() == name);
    let wrong = |expected| LanguageError::WrongAsker { path: path.to_owned(), class: name.to_owned(), expected };
    match (is_asked, entry.asked_by.contains(&Asker::Code)) {
        (true, false) => Err(wrong("\"asked_by\" lacks \"code\"")),
        (false, true) => Err(wrong("the code does not ask for it")),
        _ if entry.asked_by.is_empty() => Err(wrong("nobody asks for it")),
        _ => Ok(()),
    }
}

/// The words of the class of this name, with those of the classes that it names; `open` are the classes being read.
fn words_of<'e>(
    path: &str,
    name: &'e str,
    entries: &'e Entries,
    open: &mut Vec<&'e str>,
) -> Result<Vec<String>, LanguageError> {
    open.push(name);
    let mut words = Vec::new();
    for word in &entries[name].words {
        match word.strip_prefix('@') {
            None => words.push(word.clone()),
            Some(other) if entries.contains_key(other) && !open.contains(&other) => {
                words.extend(words_of(path, other, entries, open)?);
            }
            Some(other) => {
                let near = nearest(other, entries.keys().map(String::as_str));
                let (path, class, found) = (path.to_owned(), name.to_owned(), other.to_owned());
                return Err(LanguageError::UnknownClass { path, class, found, near });
            }
        }
    }
    open.pop();
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with all classes that the code asks for, without words, followed by `more`.
    fn file(more: &str) -> String {
        let empty = |class: &Class| format!("[{}]\nmeaning = \"\"\nasked_by = [\"code\"]\nwords = []\n", class.name());
        Class::ALL.iter().map(empty).collect::<String>() + more
    }

    fn error(text: &str) -> String {
        WordClasses::read("classes.toml", text).unwrap_err().to_string()
    }

    #[test]
    fn a_class_that_names_another_has_its_words() {
        let more = "[ship]\nmeaning = \"\"\nasked_by = [\"rules\"]\nwords = [\"boat\", \"@vessel\"]\n\
                    [vessel]\nmeaning = \"\"\nasked_by = [\"rules\"]\nwords = [\"tanker\"]\n";
        let classes = WordClasses::read("classes.toml", &file(more)).unwrap();
        let ship = classes.id("ship").unwrap();
        assert!(["boat", "tanker"].iter().all(|word| classes.of_word(word).contains(ship)));
        assert!(!classes.of_word("boat").contains(classes.id("vessel").unwrap()));
    }

    #[test]
    fn a_missing_or_unknown_class_is_an_error() {
        let more = "[ship]\nmeaning = \"\"\nasked_by = [\"rules\"]\nwords = [\"@shop\"]\n";
        assert_eq!(
            error(&file(more)),
            "classes.toml: class \"ship\": \"@shop\" names no other class, did you mean \"@ship\"?"
        );
        assert_eq!(
            error(&file("").replace("[calendar]", "[calender]")),
            "classes.toml: no class \"calendar\", which the code asks for"
        );
        let circle = more.replace("@shop", "@ship");
        assert!(error(&file(&circle)).contains("\"@ship\" names no other class"));
    }

    #[test]
    fn a_class_that_nobody_asks_for_is_an_error() {
        let more = |askers: &str| file(&format!("[ship]\nmeaning = \"\"\nasked_by = [{askers}]\nwords = []\n"));
        assert_eq!(error(&more("")), "classes.toml: class \"ship\": nobody asks for it");
        assert_eq!(error(&more("\"code\"")), "classes.toml: class \"ship\": the code does not ask for it");
        let silent = file("").replacen("\"code\"", "\"rules\"", 1);
        assert!(error(&silent).ends_with("\"asked_by\" lacks \"code\""));
    }

    #[test]
    fn a_misspelt_key_is_an_error_with_its_place() {
        let found = error(&file("[ship]\nmeaning = \"\"\nasked_by = [\"rule\"]\nwords = []\n"));
        assert!(found.contains("unknown variant `rule`") && found.contains("at line"), "{found}");
    }
}
