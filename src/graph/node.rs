//! Nodes: people, organizations, places and other things.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::evidence::Quote;
use crate::date::PartialDate;
use crate::ids::EntityId;
use crate::ontology::EntityType;

/// One real-world thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "node"))]
#[non_exhaustive]
pub struct Node {
    /// Stable across runs.
    pub id: EntityId,
    /// Canonical name.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub label: String,
    /// Class of the thing.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// Other surface forms, sorted.
    #[cfg_attr(test, schemars(inner(length(min = 1))))]
    pub aliases: BTreeSet<String>,
    /// What else is known of it.
    pub attributes: NodeAttributes,
    /// At least one, ordered by document and place.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub mentions: Vec<Quote>,
}

/// What is known of a node besides its names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
#[non_exhaustive]
pub struct NodeAttributes {
    /// Positions held, for persons, sorted.
    #[serde(rename = "position")]
    #[cfg_attr(test, schemars(inner(length(min = 1))))]
    pub positions: BTreeSet<String>,
    /// ISO 3166-1 alpha-2 code, for countries.
    #[cfg_attr(test, schemars(regex(pattern = "^[A-Z]{2}$")))]
    pub iso3166: Option<String>,
    /// What the user's authority lists say of it: the fields of each record that it fits, `id` among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(schema_with = "super::schema::authority"))]
    pub authority: Vec<BTreeMap<String, String>>,
    /// What is known of an event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<EventDetails>,
}

/// What kind of event it is, when and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "event"))]
#[non_exhaustive]
pub struct EventDetails {
    /// The noun for it: "workshop", "forum".
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub kind: String,
    /// The date on which all dated statements of it agree.
    pub date: Option<PartialDate>,
    /// The node where it was held, if all statements of it agree.
    pub place: Option<EntityId>,
}
