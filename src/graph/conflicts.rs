//! Contradictions between documents.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::ids::EntityId;
use crate::relation::Status;

/// Where the documents of an edge contradict each other: all values side by side, none preferred.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "conflicts", extend("minProperties" = 1)))]
#[non_exhaustive]
pub struct Conflicts {
    /// Different dates that reports of the same news give, with the same participants and places that agree.
    #[serde(rename = "date", default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(test, schemars(length(min = 2)))]
    pub dates: BTreeSet<PartialDate>,
    /// Nodes: different places, none within another, that reports give with the same participants and days.
    #[serde(rename = "place", default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(test, schemars(length(min = 2)))]
    pub places: BTreeSet<EntityId>,
    /// Statuses of other edges between the same two things that contradict the status of this one: a denial
    /// contradicts a fact and a plan. A plan does not contradict the fact that it was carried out.
    #[serde(rename = "status", default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub statuses: BTreeSet<Status>,
}

impl Conflicts {
    /// Whether the documents agree.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty() && self.places.is_empty() && self.statuses.is_empty()
    }
}
