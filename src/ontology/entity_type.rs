//! Classes of entities.

use super::type_name::{TypeName, named_type};

named_type! {
    /// Class of an entity or mention, known by its name in the ontology.
    EntityType {
        /// A named individual.
        PERSON = "person";
        /// An organization of a state or of states.
        AGENCY = "agency";
        /// A non-state armed or political movement.
        GROUP = "group";
        /// Any other organization.
        ORGANIZATION = "organization";
        /// A sovereign state.
        COUNTRY = "country";
        /// Any other location.
        PLACE = "place";
        /// A programme, plan, operation, exercise or treaty.
        PROGRAMME = "programme";
        /// One particular gathering.
        EVENT = "event";
    }
}

impl EntityType {
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
