//! Classes of surface forms that are scored.

use crate::ontology::EntityType;

/// Class of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormClass {
    /// Persons.
    Person,
    /// Agencies, groups and other organizations.
    Organization,
    /// Countries and places.
    Location,
}

impl FormClass {
    /// The class of a type, if it is scored.
    #[must_use]
    pub fn of(entity_type: EntityType) -> Option<Self> {
        match entity_type {
            EntityType::PERSON => Some(Self::Person),
            EntityType::AGENCY | EntityType::GROUP | EntityType::ORGANIZATION => Some(Self::Organization),
            EntityType::COUNTRY | EntityType::PLACE => Some(Self::Location),
            _ => None,
        }
    }
}
