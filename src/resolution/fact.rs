//! A fact that documents tell of a thing.

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
