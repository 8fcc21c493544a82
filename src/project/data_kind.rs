//! Kinds of data files.

/// The kind of a data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataKind {
    /// Types of entities and relations.
    Ontology,
    /// A list of names.
    Lexicon,
    /// A list of things with their ids.
    Authority,
}

impl DataKind {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ontology => "ontology",
            Self::Lexicon => "lexicon",
            Self::Authority => "authority",
        }
    }
}
