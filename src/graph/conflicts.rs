//! What documents contradict each other in.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::edges::{Drafts, EdgeKey, Told};
use super::occurrences::Published;
use super::when::When;
use crate::date::PartialDate;
use crate::ids::EntityId;
use crate::ontology::Ontology;
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

/// Notes on each edge the statuses that contradict its own. What is over and what is denied of another time is no
/// contradiction; a relation that lasts has no time of its own.
pub(super) fn note_statuses(drafts: &mut Drafts, published: &Published<'_>, ontology: &Ontology) {
    let mut found: BTreeMap<EdgeKey, BTreeSet<Status>> = BTreeMap::new();
    for (key, draft) in drafts.iter().filter(|(key, _)| key.status != Status::Negated) {
        let denied = EdgeKey { status: Status::Negated, ..key.clone() };
        let Some(denial) = drafts.get(&denied) else { continue };
        let is_lasting = ontology.is_lasting(key.relation);
        let when = |told: &Told, status: Status| {
            let day = published.get(&told.evidence.quote.document).copied();
            When::new(&told.evidence, day, status == Status::Planned)
        };
        let is_denied = |said: &Told| {
            let at = when(said, key.status);
            let mut denials = denial.told.iter().filter(|denial| said.matter.fits(&denial.matter, false));
            denials.any(|denial| at.may_be(when(denial, Status::Negated)))
        };
        if is_lasting || draft.told.iter().any(is_denied) {
            found.entry(denied).or_default().insert(key.status);
            found.entry(key.clone()).or_default().insert(Status::Negated);
        }
    }
    for (key, statuses) in found {
        drafts.entry(key).or_default().conflicts.statuses = statuses;
    }
}
