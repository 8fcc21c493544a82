//! What all documents tell under one name.

use std::collections::BTreeSet;

use crate::ids::{DocumentId, NameKey};
use crate::ontology::EntityType;

/// Most values of one kind of fact that are looked at, in order of value; what is known of the famous is more than
/// a comparison needs, and its cost must not grow with the collection.
pub const MAX_VALUES: usize = 32;

/// Documents of a dossier whose other names are looked at as its company, the first by id.
pub const MAX_SAMPLE: usize = 8;

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// The name as written; of several ways to write it the first in the alphabet is shown.
    Label,
    /// A full name, as written.
    Name,
    /// Capital letters that stand for the name, folded.
    Acronym,
    /// ISO 3166-1 alpha-2 code, in small letters, of the land that a body belongs to or that a person serves.
    Country,
    /// The land that an article which names no other for the thing speaks of most.
    ArticleCountry,
    /// A position, folded, "of" the land of its body where it is known: `minister of health|pe`.
    Office,
    /// Key of a body in which the person holds a position.
    Organization,
    /// `male` or `female`.
    Gender,
    /// Id of the thing in a list of the user's.
    Authority,
    /// The day, month or year of an event.
    Date,
    /// Key of the place of an event.
    Place,
}

impl FactKind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Label,
        Self::Name,
        Self::Acronym,
        Self::Country,
        Self::ArticleCountry,
        Self::Office,
        Self::Organization,
        Self::Gender,
        Self::Authority,
        Self::Date,
        Self::Place,
    ];

    /// The word for it in files and messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Name => "name",
            Self::Acronym => "acronym",
            Self::Country => "land",
            Self::ArticleCountry => "article-land",
            Self::Office => "office",
            Self::Organization => "body",
            Self::Gender => "gender",
            Self::Authority => "authority",
            Self::Date => "date",
            Self::Place => "place",
        }
    }
}

/// One thing that a document tells of a chain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact {
    /// What it is about.
    pub kind: FactKind,
    /// Its value, as [`FactKind`] says.
    pub value: String,
}

impl Fact {
    pub(crate) fn new(kind: FactKind, value: impl Into<String>) -> Self {
        Self { kind, value: value.into() }
    }
}

/// What tells things of one name and type apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Nothing: the name alone says which thing is meant.
    Everywhere,
    /// Its land, as in [`FactKind::Country`].
    Country(String),
    /// The document: elsewhere the name may mean another thing.
    Document(DocumentId),
}

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
