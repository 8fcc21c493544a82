//! Facts that documents give about an entity.

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// The name as written; of several spellings, the first in alphabetical order is shown.
    Label,
    /// A full name, as written.
    Name,
    /// An acronym of the name, folded.
    Acronym,
    /// ISO 3166-1 alpha-2 code, in lower case, of the country that an organization belongs to or a person serves.
    Country,
    /// The country that the article is mostly about, if the article gives the entity no country of its own.
    ArticleCountry,
    /// A position, folded, then `|` and the country of its organization, if known: `minister of health|pe`.
    Office,
    /// Key of an organization in which the person holds a position.
    Organization,
    /// `male` or `female`.
    Gender,
    /// Id of the entity in one of the user's authority lists.
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

    /// The word for it in project files.
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

    /// The word for it in messages. Project files keep the words of their first version, see [`FactKind::as_str`].
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::ArticleCountry => "country of the article",
            Self::Organization => "organization",
            other => other.as_str(),
        }
    }
}

/// One thing that a document says of a chain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
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
