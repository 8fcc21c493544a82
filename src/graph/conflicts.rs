//! What documents contradict each other in.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::ids::EntityId;
use crate::relation::Status;

/// What the sources of an edge differ in: all that is said, nothing chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "conflicts", extend("minProperties" = 1)))]
#[non_exhaustive]
pub struct Conflicts {
    /// Different dates that reports of the same news give, with the same participants and no other place.
    #[serde(rename = "date", default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(test, schemars(length(min = 2)))]
    pub dates: BTreeSet<PartialDate>,
    /// Nodes: different places that reports give with the same participants and days; none lies in another.
    #[serde(rename = "place", default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(test, schemars(length(min = 2)))]
    pub places: BTreeSet<EntityId>,
    /// The statuses that contradict that of the edge, where another edge states them of the same two things: a denial
    /// of what is stated or planned, and what is denied. A plan that was carried out contradicts nothing.
    #[serde(rename = "status", default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub statuses: BTreeSet<Status>,
}

impl Conflicts {
    /// Whether the sources agree.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty() && self.places.is_empty() && self.statuses.is_empty()
    }
}
