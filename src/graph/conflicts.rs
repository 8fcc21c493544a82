//! What documents contradict each other in.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::date::PartialDate;
use crate::ids::EntityId;
use crate::relation::Status;

/// In what the sources of an edge differ: all that is said, nothing chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Conflicts {
    /// Different dates that reports of the same news give, with the same participants and no other place.
    #[serde(rename = "date", skip_serializing_if = "BTreeSet::is_empty")]
    pub dates: BTreeSet<PartialDate>,
    /// Different places that reports give, none of which lies in another, with the same participants and days.
    #[serde(rename = "place", skip_serializing_if = "BTreeSet::is_empty")]
    pub places: BTreeSet<EntityId>,
    /// The statuses that contradict that of the edge, where another edge states them of the same two things: a denial
    /// of what is stated or planned, and what is denied. That a plan was carried out contradicts nothing.
    #[serde(rename = "status", skip_serializing_if = "BTreeSet::is_empty")]
    pub statuses: BTreeSet<Status>,
}

impl Conflicts {
    /// Whether the sources agree.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.dates.is_empty() && self.places.is_empty() && self.statuses.is_empty()
    }
}
