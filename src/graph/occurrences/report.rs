//! One report of an event.

use std::collections::{BTreeMap, BTreeSet};

use crate::date::PartialDate;
use crate::graph::edge_drafts::{Cited, EdgeKey};
use crate::graph::places::Places;
use crate::graph::report_days::{Times, When};
use crate::graph::topic::Topic;
use crate::ids::{DocumentId, EntityId};
use crate::ontology::RelationType;
use crate::relation::Status;

/// Two places are in conflict only if both reports give days, at most this many.
const MAX_DAYS_OF_EVENT: i64 = 3;

/// What one sentence says about one event, collected from all edges that it supports.
pub(super) struct Report<'a> {
    pub(super) document: &'a DocumentId,
    /// The participants, by what they do.
    parties: BTreeMap<(RelationType, Status), BTreeSet<usize>>,
    pub(super) when: When,
    pub(super) date: Option<PartialDate>,
    pub(super) places: BTreeSet<&'a EntityId>,
    topic: &'a Topic,
}

/// How two reports with the same participants agree in the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    /// They are of one event; a smaller number of days is better.
    One(i64),
    /// They agree except for the days that they give.
    ButForDate,
    /// They agree except for the places.
    ButForPlace,
    /// Nothing says that they are of one event.
    None,
}

impl<'a> Report<'a> {
    pub(super) fn new(cited: &'a Cited, when: When) -> Self {
        Self {
            document: &cited.evidence.quote.document,
            parties: BTreeMap::new(),
            when,
            date: None,
            places: BTreeSet::new(),
            topic: &cited.topic,
        }
    }

    /// Adds what the sentence says on one more edge.
    pub(super) fn add(&mut self, key: &EdgeKey, cited: &'a Cited, when: When) {
        if self.when.stated.is_none() {
            self.when = when;
        }
        if *self.topic == Topic::default() {
            self.topic = &cited.topic;
        }
        self.date = self.date.or(cited.evidence.date);
        self.places.extend(&cited.evidence.place);
        self.parties.entry((key.relation, key.status)).or_default().extend([key.source, key.target]);
    }

    /// Number of participants.
    pub(super) fn size(&self, key: &EdgeKey) -> usize {
        self.parties.get(&(key.relation, key.status)).map_or(0, BTreeSet::len)
    }

    /// Whether the participants of one are among those of the other.
    pub(super) fn has_same_parties(&self, other: &Self, key: &EdgeKey) -> bool {
        let parties = self.parties.get(&(key.relation, key.status)).zip(other.parties.get(&(key.relation, key.status)));
        parties.is_some_and(|(ours, theirs)| ours.is_subset(theirs) || theirs.is_subset(ours))
    }

    /// How they agree in time, place and topic.
    pub(super) fn against(&self, other: &Self, places: &Places) -> Agreement {
        if !self.topic.fits(other.topic, self.is_of_same_day(other)) {
            return Agreement::None;
        }
        match (self.when.against(other.when), places.agree(&self.places, &other.places)) {
            (Times::Fit(days), true) => Agreement::One(days),
            (Times::Fit(_), false) if self.names_few_days() && other.names_few_days() => Agreement::ButForPlace,
            (Times::Near, true) if self.date.is_some() && other.date.is_some() => Agreement::ButForDate,
            _ => Agreement::None,
        }
    }

    /// Whether they can be of one event: nothing they say contradicts it.
    pub(super) fn may_be(&self, other: &Self, places: &Places) -> bool {
        self.when.may_be(other.when)
            && places.agree(&self.places, &other.places)
            && self.topic.fits(other.topic, self.is_of_same_day(other))
    }

    fn is_of_same_day(&self, other: &Self) -> bool {
        self.when.stated.is_some_and(|days| days.count() == 1) && self.when.stated == other.when.stated
    }

    fn names_few_days(&self) -> bool {
        self.when.stated.is_some_and(|days| days.count() <= MAX_DAYS_OF_EVENT)
    }
}
