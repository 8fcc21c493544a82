//! Words by class.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::class::Class;
use super::class_set::{ClassId, ClassSet, MAX_CLASSES};

/// A class of words with what is known about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct WordClass {
    /// As rules write it, without "@".
    pub(crate) name: String,
    /// What the words have in common.
    pub(crate) meaning: String,
    /// In small letters.
    pub(crate) words: BTreeSet<String>,
}

/// All word classes of a language.
///
/// A class that the code asks for has the number of its `Class`; the others follow in the order in which they were
/// added. Looking up a word takes one hash of it, whatever the number of classes.
#[derive(Debug, Clone)]
pub struct WordClasses {
    /// By number.
    classes: Vec<WordClass>,
    by_name: BTreeMap<String, ClassId>,
    by_word: HashMap<String, ClassSet>,
}

impl Default for WordClasses {
    /// The classes that the code asks for, without words.
    fn default() -> Self {
        let mut classes = Self { classes: Vec::new(), by_name: BTreeMap::new(), by_word: HashMap::new() };
        for class in Class::ALL {
            classes.id_or_new(class.name());
        }
        classes
    }
}

impl WordClasses {
    /// Adds words, in small letters, to the class of this name, which is new if there is none.
    ///
    /// # Panics
    /// If a new class would be one too many; there may be [`MAX_CLASSES`].
    pub(crate) fn extend(&mut self, name: &str, words: impl IntoIterator<Item = String>) {
        let id = self.id_or_new(name);
        for word in words {
            self.by_word.entry(word.clone()).or_default().insert(id);
            self.classes[id.index()].words.insert(word);
        }
    }

    /// Says what the class of this name means.
    pub(super) fn describe(&mut self, name: &str, meaning: &str) {
        let id = self.id_or_new(name);
        meaning.clone_into(&mut self.classes[id.index()].meaning);
    }

    /// Whether the word, in small letters, is in the class.
    pub(crate) fn is(&self, class: Class, word: &str) -> bool {
        self.of_word(word).contains(class)
    }

    /// The words of the class.
    pub(crate) fn words(&self, class: Class) -> &BTreeSet<String> {
        &self.classes[ClassId::from(class).index()].words
    }

    /// The classes of the word, which is in small letters.
    pub(crate) fn of_word(&self, word: &str) -> &ClassSet {
        self.by_word.get(word).unwrap_or(ClassSet::EMPTY)
    }

    /// The class of this name.
    pub(crate) fn id(&self, name: &str) -> Option<ClassId> {
        self.by_name.get(name).copied()
    }

    /// The class of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&WordClass> {
        self.id(name).map(|id| &self.classes[id.index()])
    }

    /// All classes in the order of their names.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &WordClass> {
        self.by_name.values().map(|id| &self.classes[id.index()])
    }

    fn id_or_new(&mut self, name: &str) -> ClassId {
        if let Some(id) = self.id(name) {
            return id;
        }
        assert!(self.classes.len() < MAX_CLASSES, "there may be {MAX_CLASSES} word classes");
        let id = ClassId::new(self.classes.len());
        self.classes.push(WordClass { name: name.to_owned(), ..WordClass::default() });
        self.by_name.insert(name.to_owned(), id);
        id
    }
}
