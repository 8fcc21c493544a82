//! Reports put together.

use super::report::Report;
use crate::graph::places::Places;

/// Which reports are of one event. First each is of its own.
pub(super) struct Events<'r> {
    reports: &'r [Report<'r>],
    places: &'r Places,
    /// For each report its event.
    event_of: Vec<usize>,
    /// The reports of each event; none where it went into another.
    members: Vec<Vec<usize>>,
}

impl<'r> Events<'r> {
    pub(super) fn new(reports: &'r [Report<'r>], places: &'r Places) -> Self {
        let count = reports.len();
        Self { reports, places, event_of: (0..count).collect(), members: (0..count).map(|at| vec![at]).collect() }
    }

    /// The event of a report.
    pub(super) fn event_of(&self, report: usize) -> usize {
        self.event_of[report]
    }

    /// The reports of each event.
    pub(super) fn all(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.members.iter().filter(|members| !members.is_empty())
    }

    /// Makes the events of two reports one, unless any two of their reports contradict each other.
    ///
    /// # Complexity
    /// O(a * b) for events of a and b reports.
    pub(super) fn join(&mut self, first: usize, second: usize) {
        let (ours, theirs) = (self.event_of[first], self.event_of[second]);
        if ours == theirs || !self.may_be_one(ours, theirs) {
            return;
        }
        let is_larger = self.members[ours].len() >= self.members[theirs].len();
        let (into, from) = if is_larger { (ours, theirs) } else { (theirs, ours) };
        let members = std::mem::take(&mut self.members[from]);
        for &report in &members {
            self.event_of[report] = into;
        }
        self.members[into].extend(members);
    }

    fn may_be_one(&self, ours: usize, theirs: usize) -> bool {
        let fits = |a: usize, b: usize| self.reports[a].may_be(&self.reports[b], self.places);
        self.members[ours].iter().all(|&a| self.members[theirs].iter().all(|&b| fits(a, b)))
    }
}
