//! Which part of a graph a question needs.

use std::collections::BTreeSet;

use crate::ontology::RelationType;

/// The part of a graph about some things that a question needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// Only statements of these relations; all if empty.
    pub relations: BTreeSet<RelationType>,
    /// Only statements that join two of the things.
    pub is_between: bool,
    /// Also every mention of the things, with all their names.
    pub with_mentions: bool,
}

impl Part {
    /// The statements of these relations.
    #[must_use]
    pub fn of_relations(relations: impl IntoIterator<Item = RelationType>) -> Self {
        Self { relations: relations.into_iter().collect(), ..Self::default() }
    }

    /// The statements that join two of the things.
    #[must_use]
    pub fn between() -> Self {
        Self { is_between: true, ..Self::default() }
    }

    /// All statements about the things, and all their mentions.
    #[must_use]
    pub fn everything() -> Self {
        Self { with_mentions: true, ..Self::default() }
    }
}
