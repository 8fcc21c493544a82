//! A name in the gazetteers.

use crate::ontology::EntityType;

/// How a known name refers to its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameForm {
    /// The name itself or an alias.
    Name,
    /// Capital letters that abbreviate the name.
    Acronym,
    /// An adjective or the word for the people.
    Demonym,
}

/// A name in the gazetteers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KnownName {
    /// The usual name of the entity; the same for all its names.
    pub(crate) canonical: String,
    pub(crate) entity_type: EntityType,
    pub(crate) form: NameForm,
    /// ISO 3166-1 alpha-2 code, for countries.
    pub(crate) iso3166: Option<String>,
    /// For a capital, the country whose government it may stand for.
    pub(crate) capital_of: Option<String>,
    /// The list that contains it.
    pub(crate) list: &'static str,
}
