//! Finds reports of one event in several documents and gives them one occurrence.
//!
//! Two reports are of one event if they state the same relation with the same status, have the same participants (or
//! one names only some of the other's, at least two of them joined by an edge), and agree in time, place and topic. A
//! chain of such reports is one event as long as no two of them contradict each other; surer pairs are joined first. If
//! reports agree in everything but the day or the place, they remain two events and the edge notes the conflict.

mod report;
mod reports;

use super::edge_drafts::{Drafts, EdgeDraft};
use super::places::Places;
use super::report_days::Published;
use crate::clustering::Groups;
use crate::ontology::{Ontology, RelationType};
use reports::Reports;

/// Gives reports of one event the smallest of their occurrences, and notes conflicts on the edges.
///
/// # Complexity
/// O(n log n + p) for n pieces of evidence and p pairs of them on one edge and about the same days.
pub(super) fn join_reports(drafts: &mut Drafts, places: &Places, published: &Published<'_>, ontology: &Ontology) {
    let is_event = |relation: RelationType| ontology.class_of(relation).is_some_and(|class| !class.lasting);
    let reports = Reports::new(drafts.iter().filter(|(key, _)| is_event(key.relation)), published);
    let (pairs, doubts) = reports.compare(places);
    let mut events = Groups::new(reports.reports.len());
    for pair in pairs {
        let contradict = |a: usize, b: usize| !reports.reports[a].may_be(&reports.reports[b], places);
        events.join(pair.first, pair.second, contradict);
    }
    let conflicts = reports.conflicts(&doubts, &events);
    let names = reports.names(&events);
    for (key, conflicts) in conflicts {
        drafts.entry(key).or_default().conflicts = conflicts;
    }
    for evidence in drafts.values_mut().flat_map(EdgeDraft::evidence_mut) {
        if let Some(name) = names.get(&evidence.occurrence) {
            evidence.occurrence.clone_from(name);
        }
    }
}

#[cfg(test)]
mod tests;
