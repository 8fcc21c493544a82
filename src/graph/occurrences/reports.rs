//! Compares the reports of all documents.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;

use super::report::{Agreement, Report};
use crate::clustering::Groups;
use crate::graph::conflicts::Conflicts;
use crate::graph::edge_drafts::{EdgeDraft, EdgeKey};
use crate::graph::places::Places;
use crate::graph::report_days::{Days, Published, REPORT_DAYS, When};
use crate::ids::DocumentId;
use crate::relation::Status;

/// Two reports of one event. The order puts the surer pairs first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    /// Whether one of them names more participants.
    is_part: bool,
    /// Days between them.
    days: i64,
    pub(super) first: usize,
    pub(super) second: usize,
}

/// Two reports on one edge that agree in everything but one thing.
pub(super) struct Doubt {
    /// Index of the edge.
    edge: usize,
    pair: [usize; 2],
    but_for: Agreement,
}

/// All reports, ordered by the id of their occurrence.
pub(super) struct Reports<'a> {
    ids: Vec<&'a str>,
    pub(super) reports: Vec<Report<'a>>,
    /// For each edge its reports, as indices.
    of_edge: Vec<(&'a EdgeKey, BTreeSet<usize>)>,
}

impl<'a> Reports<'a> {
    pub(super) fn new(drafts: impl Iterator<Item = (&'a EdgeKey, &'a EdgeDraft)>, published: &Published<'_>) -> Self {
        let mut by_id: BTreeMap<&str, Report<'a>> = BTreeMap::new();
        let mut of_edge: Vec<(&EdgeKey, BTreeSet<&str>)> = Vec::new();
        for (key, draft) in drafts {
            for cited in &draft.cited {
                let day = published.get(&cited.evidence.quote.document).copied();
                let when = When::new(&cited.evidence, day, key.status == Status::Planned);
                let report = by_id.entry(&cited.evidence.occurrence).or_insert_with(|| Report::new(cited, when));
                report.add(key, cited, when);
            }
            of_edge.push((key, draft.evidence().map(|evidence| evidence.occurrence.as_str()).collect()));
        }
        let (ids, reports): (Vec<&str>, Vec<Report<'a>>) = by_id.into_iter().unzip();
        let index = |id: &str| ids.binary_search(&id).expect("each occurrence has a report");
        let of_edge =
            of_edge.into_iter().map(|(key, reports)| (key, reports.into_iter().map(index).collect())).collect();
        Self { ids, reports, of_edge }
    }

    /// The pairs that are of one event, and those that disagree in one thing only.
    ///
    /// Reports with the same participants share an edge, so only pairs on one edge are compared.
    pub(super) fn compare(&self, places: &Places) -> (BTreeSet<Pair>, Vec<Doubt>) {
        let (mut pairs, mut doubts) = (BTreeSet::new(), Vec::new());
        for (edge, (key, reports)) in self.of_edge.iter().enumerate() {
            for pair @ [first, second] in self.pairs_of_the_same_days(reports) {
                let (ours, theirs) = (&self.reports[first], &self.reports[second]);
                if ours.document == theirs.document || !ours.has_same_parties(theirs, key) {
                    continue;
                }
                match ours.against(theirs, places) {
                    Agreement::One(days) => {
                        pairs.insert(Pair { is_part: ours.size(key) != theirs.size(key), days, first, second });
                    }
                    Agreement::None => {}
                    but_for => doubts.push(Doubt { edge, pair, but_for }),
                }
            }
        }
        (pairs, doubts)
    }

    /// The pairs of reports, smaller index first, about the same days or days near each other.
    fn pairs_of_the_same_days(&self, reports: &BTreeSet<usize>) -> Vec<[usize; 2]> {
        let possible = |&report: &usize| Some((self.reports[report].when.possible()?, report));
        let mut reports: Vec<(Days, usize)> = reports.iter().filter_map(possible).collect();
        reports.sort_unstable();
        let mut pairs = Vec::new();
        for (at, (days, first)) in reports.iter().enumerate() {
            let end = days.last.saturating_add(REPORT_DAYS.days());
            let near = reports[at + 1..].iter().take_while(|(other, _)| other.first <= end);
            pairs.extend(near.map(|(_, second)| [*first.min(second), *first.max(second)]));
        }
        pairs
    }

    /// The conflicts of each edge. There is none between events that one document reports side by side.
    pub(super) fn conflicts(&self, doubts: &[Doubt], events: &Groups) -> BTreeMap<EdgeKey, Conflicts> {
        let mut conflicts: BTreeMap<EdgeKey, Conflicts> = BTreeMap::new();
        for Doubt { edge, pair, but_for } in doubts {
            let (key, reports) = &self.of_edge[*edge];
            let [ours, theirs] = pair.map(|report| events.group_of(report));
            let documents = |event: usize| -> BTreeSet<&DocumentId> {
                let members = reports.iter().filter(|&&report| events.group_of(report) == event);
                members.map(|&report| self.reports[report].document).collect()
            };
            if ours == theirs || !documents(ours).is_disjoint(&documents(theirs)) {
                continue;
            }
            let found = conflicts.entry((*key).clone()).or_default();
            for report in pair.map(|report| &self.reports[report]) {
                if *but_for == Agreement::ButForPlace {
                    found.places.extend(report.places.iter().copied().cloned());
                } else {
                    found.dates.extend(report.date);
                }
            }
        }
        conflicts
    }

    /// The occurrences that get another name, with that name.
    pub(super) fn names(&self, events: &Groups) -> BTreeMap<String, String> {
        let mut names = BTreeMap::new();
        for members in events.all() {
            let first = members.iter().min().map_or("", |&first| self.ids[first]);
            let others = members.iter().map(|&report| self.ids[report]).filter(|&id| id != first);
            names.extend(others.map(|id| (id.to_owned(), first.to_owned())));
        }
        names
    }
}
