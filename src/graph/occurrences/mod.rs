//! Events that single documents tell of in, events out: reports of one meeting are one occurrence.
//!
//! Two reports are of one event if they state the same relation with the same status, the same things take part (or
//! all that one report names, and an edge joins two of them in both), and times and places agree. A chain of such
//! reports is one event, unless two of them contradict each other: then the surer pairs come first, and who would
//! bring a contradiction in stays out. Reports that agree in all but the day or the place are kept as two events, and
//! the edge says what they differ in.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::Conflicts;
use super::edges::{Drafts, EdgeKey};
use super::places::Places;
use super::when::{Days, REPORT_DAYS, Times, When};
use crate::date::PartialDate;
use crate::ids::{DocumentId, EntityId};
use crate::ontology::{Ontology, RelationType};
use crate::relation::Status;

/// A place is in conflict with another only where both reports name the days, and not many.
const MAX_DAYS_OF_EVENT: i64 = 3;

/// The day on which each document appeared, where it is known.
pub(super) type Published<'a> = BTreeMap<&'a DocumentId, Date>;

/// Makes reports of one event one occurrence, named by the smallest id among them, and notes what they differ in.
///
/// # Complexity
/// O(n log n + p) for n pieces of evidence and the p pairs of them on one edge that are from the same days.
pub(super) fn join_reports(drafts: &mut Drafts, places: &Places, published: &Published<'_>, ontology: &Ontology) {
    let is_event = |relation: RelationType| ontology.relation(relation.as_str()).is_some_and(|class| !class.lasting);
    let reports = Reports::new(drafts.iter().filter(|(key, _)| is_event(key.relation)), published);
    let (pairs, doubts) = reports.compare(places);
    let mut events = Events::new(&reports.reports, places);
    for pair in pairs {
        events.join(pair.first, pair.second);
    }
    let conflicts = reports.conflicts(&doubts, &events);
    let names = reports.names(&events);
    for (key, conflicts) in conflicts {
        drafts.entry(key).or_default().conflicts = conflicts;
    }
    for evidence in drafts.values_mut().flat_map(|draft| &mut draft.evidence) {
        if let Some(name) = names.get(&evidence.occurrence) {
            evidence.occurrence.clone_from(name);
        }
    }
}

/// What one document tells of one event.
struct Report<'a> {
    document: &'a DocumentId,
    /// Who takes part in what.
    parties: BTreeMap<(RelationType, Status), BTreeSet<usize>>,
    when: When,
    date: Option<PartialDate>,
    places: BTreeSet<&'a EntityId>,
}

impl Report<'_> {
    /// Whether all whom one of them names are in the other.
    fn has_same_parties(&self, other: &Self, relation: RelationType, status: Status) -> bool {
        let key = &(relation, status);
        self.parties
            .get(key)
            .zip(other.parties.get(key))
            .is_some_and(|(ours, theirs)| ours.is_subset(theirs) || theirs.is_subset(ours))
    }

    fn names_few_days(&self) -> bool {
        self.when.stated.is_some_and(|days| days.count() <= MAX_DAYS_OF_EVENT)
    }
}

/// Two reports of one event. Ordered so that the surer come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    /// Whether one of them names more who took part.
    is_part: bool,
    /// Days between them.
    days: i64,
    first: usize,
    second: usize,
}

/// Two reports on one edge that agree in all but one thing.
struct Doubt {
    /// Index of the edge.
    edge: usize,
    pair: [usize; 2],
    differs_in: Difference,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Difference {
    Date,
    Place,
}

/// All reports, ordered by the id of their occurrence.
struct Reports<'a> {
    ids: Vec<&'a str>,
    reports: Vec<Report<'a>>,
    /// For each edge the reports of it, without repeats.
    of_edge: Vec<(&'a EdgeKey, BTreeSet<usize>)>,
}

impl<'a> Reports<'a> {
    fn new(
        drafts: impl Iterator<Item = (&'a EdgeKey, &'a super::edges::EdgeDraft)>,
        published: &Published<'_>,
    ) -> Self {
        let mut by_id: BTreeMap<&str, Report<'a>> = BTreeMap::new();
        let mut of_edge: Vec<(&EdgeKey, BTreeSet<&str>)> = Vec::new();
        for (key, draft) in drafts {
            for evidence in &draft.evidence {
                let document = &evidence.quote.document;
                let is_planned = key.status == Status::Planned;
                let when = When::new(evidence, published.get(document).copied(), is_planned);
                let report = by_id.entry(&evidence.occurrence).or_insert_with(|| Report {
                    document,
                    parties: BTreeMap::new(),
                    when,
                    date: None,
                    places: BTreeSet::new(),
                });
                if report.when.stated.is_none() {
                    report.when = when;
                }
                report.date = report.date.or(evidence.date);
                report.places.extend(&evidence.place);
                let parties = report.parties.entry((key.relation, key.status)).or_default();
                parties.extend([key.source, key.target]);
            }
            of_edge.push((key, draft.evidence.iter().map(|evidence| evidence.occurrence.as_str()).collect()));
        }
        let (ids, reports): (Vec<&str>, Vec<Report<'a>>) = by_id.into_iter().unzip();
        let index = |id: &str| ids.binary_search(&id).expect("each occurrence has a report");
        let of_edge = of_edge.into_iter().map(|(key, told)| (key, told.into_iter().map(index).collect())).collect();
        Self { ids, reports, of_edge }
    }

    /// The pairs that are of one event, and those that would be but for one thing.
    ///
    /// Reports that share those who take part share an edge, so only pairs on one edge are looked at.
    fn compare(&self, places: &Places) -> (BTreeSet<Pair>, Vec<Doubt>) {
        let (mut pairs, mut doubts) = (BTreeSet::new(), Vec::new());
        for (edge, (key, told)) in self.of_edge.iter().enumerate() {
            for [first, second] in self.from_the_same_days(told) {
                let (ours, theirs) = (&self.reports[first], &self.reports[second]);
                if ours.document == theirs.document || !ours.has_same_parties(theirs, key.relation, key.status) {
                    continue;
                }
                let differ = |differs_in| Doubt { edge, pair: [first, second], differs_in };
                match (ours.when.against(theirs.when), places.agree(&ours.places, &theirs.places)) {
                    (Times::Fit(days), true) => {
                        let parties = |report: &Report<'_>| report.parties[&(key.relation, key.status)].len();
                        pairs.insert(Pair { is_part: parties(ours) != parties(theirs), days, first, second });
                    }
                    (Times::Fit(_), false) if ours.names_few_days() && theirs.names_few_days() => {
                        doubts.push(differ(Difference::Place));
                    }
                    (Times::Near, true) if ours.date.is_some() && theirs.date.is_some() => {
                        doubts.push(differ(Difference::Date));
                    }
                    _ => {}
                }
            }
        }
        (pairs, doubts)
    }

    /// The pairs of reports, the smaller index first, that tell of the same days or of days near each other.
    fn from_the_same_days(&self, told: &BTreeSet<usize>) -> Vec<[usize; 2]> {
        let possible = |&report: &usize| Some((self.reports[report].when.possible()?, report));
        let mut told: Vec<(Days, usize)> = told.iter().filter_map(possible).collect();
        told.sort_unstable();
        let mut pairs = Vec::new();
        for (at, (days, first)) in told.iter().enumerate() {
            let end = days.last.saturating_add(REPORT_DAYS.days());
            let near = told[at + 1..].iter().take_while(|(other, _)| other.first <= end);
            pairs.extend(near.map(|(_, second)| [*first.min(second), *first.max(second)]));
        }
        pairs
    }

    /// What the reports of each edge differ in. A document that tells of both knows of two events.
    fn conflicts(&self, doubts: &[Doubt], events: &Events<'_>) -> BTreeMap<EdgeKey, Conflicts> {
        let mut conflicts: BTreeMap<EdgeKey, Conflicts> = BTreeMap::new();
        for Doubt { edge, pair, differs_in } in doubts {
            let (key, told) = &self.of_edge[*edge];
            let [ours, theirs] = pair.map(|report| events.event_of[report]);
            let documents = |event: usize| -> BTreeSet<&DocumentId> {
                let members = told.iter().filter(|&&report| events.event_of[report] == event);
                members.map(|&report| self.reports[report].document).collect()
            };
            if ours == theirs || !documents(ours).is_disjoint(&documents(theirs)) {
                continue;
            }
            let found = conflicts.entry((*key).clone()).or_default();
            for report in pair.map(|report| &self.reports[report]) {
                match differs_in {
                    Difference::Date => found.dates.extend(report.date),
                    Difference::Place => found.places.extend(report.places.iter().copied().cloned()),
                }
            }
        }
        conflicts
    }

    /// The occurrences that are called otherwise now, with their names.
    fn names(&self, events: &Events<'_>) -> BTreeMap<String, String> {
        let mut names = BTreeMap::new();
        for event in &events.events {
            let Some(first) = event.members.iter().min() else { continue };
            let others = event.members.iter().filter(|&report| report != first);
            names.extend(others.map(|&report| (self.ids[report].to_owned(), self.ids[*first].to_owned())));
        }
        names
    }
}

/// Reports put together.
struct Events<'a> {
    places: &'a Places,
    /// For each report its event.
    event_of: Vec<usize>,
    /// Without members where it went into another.
    events: Vec<Event<'a>>,
}

/// All that the reports of one event say of time and place.
struct Event<'a> {
    members: Vec<usize>,
    /// The days on which all of them let it be.
    possible: Option<Days>,
    stated: BTreeSet<Days>,
    places: BTreeSet<&'a EntityId>,
}

impl<'a> Events<'a> {
    fn new(reports: &[Report<'a>], places: &'a Places) -> Self {
        let event = |(at, report): (usize, &Report<'a>)| Event {
            members: vec![at],
            possible: report.when.possible(),
            stated: report.when.stated.into_iter().collect(),
            places: report.places.clone(),
        };
        Self { places, event_of: (0..reports.len()).collect(), events: reports.iter().enumerate().map(event).collect() }
    }

    /// Makes the events of two reports one, unless any two of their reports contradict each other.
    fn join(&mut self, first: usize, second: usize) {
        let (ours, theirs) = (self.event_of[first], self.event_of[second]);
        if ours == theirs || !self.agree(&self.events[ours], &self.events[theirs]) {
            return;
        }
        let is_larger = self.events[ours].members.len() >= self.events[theirs].members.len();
        let (into, from) = if is_larger { (ours, theirs) } else { (theirs, ours) };
        let joined = &mut self.events[from];
        let (members, stated) = (std::mem::take(&mut joined.members), std::mem::take(&mut joined.stated));
        let (places, possible) = (std::mem::take(&mut joined.places), joined.possible);
        for &report in &members {
            self.event_of[report] = into;
        }
        let event = &mut self.events[into];
        event.members.extend(members);
        event.stated.extend(stated);
        event.places.extend(places);
        event.possible = event.possible.zip(possible).and_then(|(ours, theirs)| ours.common(theirs));
    }

    fn agree(&self, ours: &Event<'_>, theirs: &Event<'_>) -> bool {
        // Stretches that overlap pair by pair have a day in common, all of them.
        let share_days = ours.possible.zip(theirs.possible).is_some_and(|(a, b)| a.common(b).is_some());
        share_days
            && ours.stated.iter().all(|a| theirs.stated.iter().all(|b| a.fit(*b)))
            && self.places.agree(&ours.places, &theirs.places)
    }
}

#[cfg(test)]
mod tests;
