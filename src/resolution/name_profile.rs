//! What all documents tell under one name.

use std::collections::BTreeSet;

use super::fact::{Fact, FactKind};
use super::scope::Scope;
use crate::ids::{DocumentId, NameKey};
use crate::ontology::EntityType;

/// Most values of one kind of fact that are looked at, in order of value; what is known of the famous is more than
/// a comparison needs, and its cost must not grow with the collection.
pub const MAX_VALUES: usize = 32;

/// Documents of a dossier whose other names are looked at as its company, the first by id.
pub const MAX_SAMPLE: usize = 8;

/// What all documents tell under one name, as far as comparisons look at it.
#[derive(Debug, Clone, PartialEq)]
pub struct NameProfile {
    /// Type, name and scope.
    pub key: NameKey,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// The name as written: the first [`FactKind::Label`].
    pub name: String,
    /// What tells it apart from others of the name.
    pub scope: Scope,
    /// Whether a gazetteer has the thing under this name.
    pub is_known: bool,
    /// At most [`MAX_VALUES`] of each kind.
    pub facts: BTreeSet<Fact>,
    /// The binary logarithm of the number of documents that tell of it, rounded down.
    pub magnitude: u32,
    /// The first [`MAX_SAMPLE`] documents that tell of it, by id.
    pub sample: Vec<DocumentId>,
}

impl NameProfile {
    /// The values of a kind of fact, sorted.
    pub(crate) fn values(&self, kind: FactKind) -> impl Iterator<Item = &str> {
        self.facts.iter().filter(move |fact| fact.kind == kind).map(|fact| fact.value.as_str())
    }

    pub(crate) fn has(&self, kind: FactKind) -> bool {
        self.values(kind).next().is_some()
    }

    /// The values of a kind that both have.
    pub(crate) fn shared<'a>(&'a self, other: &'a Self, kind: FactKind) -> Vec<&'a str> {
        self.values(kind).filter(|value| other.values(kind).any(|theirs| theirs == *value)).collect()
    }

    /// Whether both have values of the kind, but none that both have.
    pub(crate) fn contradicts(&self, other: &Self, kind: FactKind) -> bool {
        self.has(kind) && other.has(kind) && self.shared(other, kind).is_empty()
    }

    /// Whether it is known from one document only, since the name means nothing elsewhere.
    #[must_use]
    pub fn is_local(&self) -> bool {
        matches!(self.scope, Scope::Document(_))
    }

    /// Whether it may only follow another: a bare role or lone name of one article ties no two things together, while
    /// two reports of one gathering may.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.is_local() && self.entity_type != EntityType::EVENT
    }
}
