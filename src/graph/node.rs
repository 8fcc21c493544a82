//! Things.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::Quote;
use crate::date::PartialDate;
use crate::ids::EntityId;
use crate::ontology::EntityType;

/// One real-world thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Stable across runs.
    pub id: EntityId,
    /// Canonical name.
    pub label: String,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// Other surface forms, sorted.
    pub aliases: BTreeSet<String>,
    /// Positions held, for persons, sorted.
    pub positions: BTreeSet<String>,
    /// ISO 3166-1 alpha-2 code, for countries.
    pub iso3166: Option<String>,
    /// What the user's authority lists say of it: the fields of each record that it fits, `id` among them.
    pub authority: Vec<BTreeMap<String, String>>,
    /// What is known of an event.
    pub event: Option<EventDetails>,
    /// At least one, ordered by document and place.
    pub mentions: Vec<Quote>,
}

/// What kind of event it is, when and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDetails {
    /// The noun for it: "workshop", "forum".
    pub kind: String,
    /// The date on which all dated statements of it agree.
    pub date: Option<PartialDate>,
    /// Where it was held, if all statements of it agree.
    pub place: Option<EntityId>,
}
