//! Nodes: people, organizations, places and other things.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::evidence::Quote;
use super::forms;
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
    /// How sure it is that there is such a thing with this type, a score from 0.0 to 1.0: that of its surest mention.
    #[serde(default, serialize_with = "forms::two_decimals")]
    #[cfg_attr(test, schemars(range(min = 0.0, max = 1.0)))]
    pub confidence: f32,
    /// What else is known about it.
    pub attributes: NodeAttributes,
    /// At least one, ordered by document and place.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub mentions: Vec<Quote>,
}

/// What is known about a node apart from its names.
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
    /// The records of the user's authority lists for it, each with all its fields, `id` among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(schema_with = "super::schema::authority"))]
    pub authority: Vec<BTreeMap<String, String>>,
    /// Kind, date and place of an event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "EventDetails"))]
    pub event: Option<EventDetails>,
}

/// Kind, date and place of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "event"))]
#[non_exhaustive]
pub struct EventDetails {
    /// The noun for it: "workshop", "forum".
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub kind: String,
    /// The date on which all statements about it that give a date agree.
    pub date: Option<PartialDate>,
    /// The node where it was held, if all statements about it agree.
    pub place: Option<EntityId>,
}
