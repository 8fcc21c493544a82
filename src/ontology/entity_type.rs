//! Classes of entities.

use std::fmt;

use serde::Serialize;

/// Class of an entity or mention, known by its name in the ontology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EntityType(pub(super) &'static str);

impl EntityType {
    /// A named individual.
    pub const PERSON: Self = Self("person");
    /// A body of a state or of states.
    pub const AGENCY: Self = Self("agency");
    /// A non-state armed or political movement.
    pub const GROUP: Self = Self("group");
    /// Any other organization.
    pub const ORGANIZATION: Self = Self("organization");
    /// A sovereign state.
    pub const COUNTRY: Self = Self("country");
    /// Any other location.
    pub const PLACE: Self = Self("place");
    /// A programme, plan, operation, exercise or treaty.
    pub const PROGRAMME: Self = Self("programme");
    /// One particular gathering.
    pub const EVENT: Self = Self("event");

    /// The type's name, as in the ontology file and the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether it is an organization of any kind: agency, group or other organization.
    #[must_use]
    pub fn is_organization(self) -> bool {
        matches!(self, Self::AGENCY | Self::GROUP | Self::ORGANIZATION)
    }

    /// Whether it is somewhere on the map: a country or any other place.
    #[must_use]
    pub fn is_location(self) -> bool {
        matches!(self, Self::COUNTRY | Self::PLACE)
    }
}

impl fmt::Display for EntityType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
