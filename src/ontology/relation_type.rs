//! Classes of relations.

use std::fmt;

use serde::Serialize;

/// Class of a relation, known by its name in the ontology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RelationType(pub(super) &'static str);

impl RelationType {
    /// A person holds a position in a body.
    pub const AFFILIATED_WITH: Self = Self("affiliated_with");
    /// A body or place belongs to a larger one.
    pub const PART_OF: Self = Self("part_of");
    /// An actor promised another help.
    pub const PLEDGED: Self = Self("pledged");
    /// An actor helps or backs another.
    pub const SUPPORTS: Self = Self("supports");
    /// An actor taught members of another.
    pub const TRAINED: Self = Self("trained");
    /// An event took place somewhere.
    pub const HELD_IN: Self = Self("held_in");
    /// Two actors met; what `whomet met` asks for.
    pub const MET: Self = Self("met");

    /// The type's name, as in the ontology file and the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RelationType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
