//! Finds edges that deny what other edges state.

use std::collections::{BTreeMap, BTreeSet};

use super::edge_drafts::{Cited, Drafts, EdgeKey};
use super::report_days::{Published, When};
use crate::ontology::Ontology;
use crate::relation::Status;

/// Notes on each edge the statuses that contradict its own. A denial about another time contradicts nothing; for
/// lasting relations the time is not compared.
pub(super) fn note_statuses(drafts: &mut Drafts, published: &Published<'_>, ontology: &Ontology) {
    let mut found: BTreeMap<EdgeKey, BTreeSet<Status>> = BTreeMap::new();
    for (key, draft) in drafts.iter().filter(|(key, _)| key.status != Status::Negated) {
        let denied = EdgeKey { status: Status::Negated, ..key.clone() };
        let Some(denial) = drafts.get(&denied) else { continue };
        let is_lasting = ontology.is_lasting(key.relation);
        let when = |cited: &Cited, status: Status| {
            let day = published.get(&cited.evidence.quote.document).copied();
            When::new(&cited.evidence, day, status == Status::Planned)
        };
        let is_denied = |said: &Cited| {
            let at = when(said, key.status);
            let mut denials = denial.cited.iter().filter(|denial| said.topic.fits(&denial.topic, false));
            denials.any(|denial| at.may_be(when(denial, Status::Negated)))
        };
        if is_lasting || draft.cited.iter().any(is_denied) {
            found.entry(denied).or_default().insert(key.status);
            found.entry(key.clone()).or_default().insert(Status::Negated);
        }
    }
    for (key, statuses) in found {
        drafts.entry(key).or_default().conflicts.statuses = statuses;
    }
}
