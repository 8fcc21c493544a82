//! Events that single documents tell of in, events out: reports of one meeting are one occurrence.
//!
//! Two reports are of one event if they state the same relation with the same status, the same things take part (or
//! all that one report names, and an edge joins two of them in both), and times, places and what it was about agree. A
//! chain of such reports is one event, unless two of them contradict each other: then the surer pairs come first, and
//! who would bring a contradiction in stays out. Reports that agree in all but the day or the place are kept as two events, and
//! the edge says what they differ in.

mod report;
mod reports;

use super::edge_drafts::{Drafts, EdgeDraft};
use super::places::Places;
use super::report_days::Published;
use crate::clustering::Groups;
use crate::ontology::{Ontology, RelationType};
use reports::Reports;

/// Makes reports of one event one occurrence, named by the smallest id among them, and notes what they differ in.
///
/// # Complexity
/// O(n log n + p) for n pieces of evidence and the p pairs of them on one edge that are from the same days.
pub(super) fn join_reports(drafts: &mut Drafts<'_>, places: &Places, published: &Published<'_>, ontology: &Ontology) {
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
