//! The records of an authority file.

use std::collections::BTreeMap;

use crate::ontology::EntityType;

/// An entity in an authority list. The node that matches it receives its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityRecord {
    /// Unique in the list.
    pub id: String,
    /// The type of the entity.
    pub entity_type: EntityType,
    /// The country that it belongs to or serves, as a lowercase ISO 3166-1 alpha-2 code.
    pub land: Option<String>,
    /// `id`, `name`, and all non-empty columns without a fixed meaning, such as `wikidata`.
    pub fields: BTreeMap<String, String>,
}

/// All authority lists.
#[derive(Debug, Default, Clone)]
pub(super) struct Authority {
    pub(super) records: Vec<AuthorityRecord>,
    /// The records with a name, by type and folded name.
    pub(super) by_name: BTreeMap<(EntityType, String), Vec<usize>>,
}
