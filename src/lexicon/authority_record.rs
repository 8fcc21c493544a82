//! The records of an authority file.

use std::collections::BTreeMap;

use crate::ontology::EntityType;

/// A thing of an authority list: a node that it fits carries its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityRecord {
    /// Unique in the list.
    pub id: String,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// The land it belongs to or serves, as ISO 3166-1 alpha-2 code in small letters.
    pub land: Option<String>,
    /// `id`, `name`, and the fields of all columns without a meaning of their own, such as `wikidata`; no empty ones.
    pub fields: BTreeMap<String, String>,
}

/// All authority lists.
#[derive(Debug, Default, Clone)]
pub(super) struct Authority {
    pub(super) records: Vec<AuthorityRecord>,
    /// The records that bear a name, by type and folded name.
    pub(super) by_name: BTreeMap<(EntityType, String), Vec<usize>>,
}
