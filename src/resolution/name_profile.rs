//! What all documents say under one name.

use std::collections::BTreeSet;

use super::fact::{Fact, FactKind};
use super::scope::Scope;
use crate::ids::{DocumentId, NameKey};
use crate::ontology::EntityType;

/// Maximum number of values of each kind of fact in a profile, in order of value: famous names have more facts than a
/// comparison needs, and its cost must not grow with the collection.
pub const MAX_VALUES: usize = 32;

/// Number of documents of a name, the first by id, in which co-mentions are looked up.
pub const MAX_SAMPLE: usize = 8;

/// What all documents say under one name, as far as comparisons use it.
#[derive(Debug, Clone, PartialEq)]
pub struct NameProfile {
    /// Type, name and scope.
    pub key: NameKey,
    /// Type of the entity.
    pub entity_type: EntityType,
    /// The name as written: the first [`FactKind::Label`].
    pub name: String,
    /// What distinguishes it from other entities of the same name.
    pub scope: Scope,
    /// Whether a gazetteer knows the name.
    pub is_known: bool,
    /// At most [`MAX_VALUES`] of each kind.
    pub facts: BTreeSet<Fact>,
    /// The binary logarithm of the number of documents that mention it, rounded down.
    pub magnitude: u32,
    /// The first [`MAX_SAMPLE`] documents that mention it, by id.
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

    /// The values of this kind that both profiles have.
    pub(crate) fn shared<'a>(&'a self, other: &'a Self, kind: FactKind) -> Vec<&'a str> {
        self.values(kind).filter(|value| other.values(kind).any(|theirs| theirs == *value)).collect()
    }

    /// Whether both profiles have values of this kind, but none in common.
    pub(crate) fn contradicts(&self, other: &Self, kind: FactKind) -> bool {
        self.has(kind) && other.has(kind) && self.shared(other, kind).is_empty()
    }

    /// Whether the name means something in one document only.
    #[must_use]
    pub fn is_local(&self) -> bool {
        matches!(self.scope, Scope::Document(_))
    }

    /// Whether it is a bare name: a bare role, a lone surname or a generic name of one article. A bare name joins the
    /// entity that it matches best but never connects two entities. Descriptions of gatherings are not bare names: two
    /// reports of one gathering may be joined.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.is_local() && self.entity_type != EntityType::EVENT
    }
}
