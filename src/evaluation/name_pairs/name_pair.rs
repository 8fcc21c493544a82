//! Two names, and whether they mean one thing.

use std::collections::BTreeSet;

use crate::ontology::EntityType;
use crate::text::fold;

/// Whether two names mean one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// They do.
    Same,
    /// They mean two things.
    Different,
    /// The names alone do not say.
    Open,
}

/// The class of both names; verdicts are counted by class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PairClass {
    /// Two names of people.
    Persons,
    /// Two names of agencies, organizations or groups.
    Organizations,
    /// Two names of places or countries.
    Places,
}

impl PairClass {
    /// The name in tables.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Persons => "persons",
            Self::Organizations => "organizations",
            Self::Places => "places",
        }
    }
}

/// Two names, and whether they mean one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePair {
    /// How the second name follows from the first: "other family name".
    pub kind: &'static str,
    /// What a comparison should say.
    pub truth: Truth,
    /// The type of both.
    pub entity_type: EntityType,
    /// One name.
    pub left: String,
    /// The other; never the same characters.
    pub right: String,
}

impl NamePair {
    pub(super) fn new(kind: &'static str, truth: Truth, entity_type: EntityType, left: &str, right: &str) -> Self {
        Self { kind, truth, entity_type, left: left.to_owned(), right: right.to_owned() }
    }

    /// The class of both names.
    #[must_use]
    pub fn class(&self) -> PairClass {
        match self.entity_type {
            EntityType::PERSON => PairClass::Persons,
            EntityType::PLACE | EntityType::COUNTRY => PairClass::Places,
            _ => PairClass::Organizations,
        }
    }

    /// Whether one of the names is a single word, which says little.
    #[must_use]
    pub fn has_lone_word(&self) -> bool {
        [&self.left, &self.right].iter().any(|name| !fold(name).contains(' '))
    }

    /// The class and both names in the form in which they are compared; the same for either order.
    pub(super) fn key(&self) -> (PairClass, String, String) {
        let (left, right) = (fold(&self.left), fold(&self.right));
        if left <= right { (self.class(), left, right) } else { (self.class(), right, left) }
    }
}

/// Drops pairs of identical names and repeated pairs.
pub(super) fn each_once(pairs: Vec<NamePair>) -> Vec<NamePair> {
    let mut seen = BTreeSet::new();
    pairs.into_iter().filter(|pair| pair.left != pair.right && seen.insert((pair.key(), pair.truth))).collect()
}
