//! When and where a statement holds, as far as its sentence says so.

use super::Finding;
use crate::date::PartialDate;
use crate::ids::MentionId;
use crate::mention::{Mention, MentionKind, SentenceView};
use crate::ontology::{EntityType, RelationType};

fn is_occurrence(relation: RelationType) -> bool {
    !matches!(relation, RelationType::AFFILIATED_WITH | RelationType::PART_OF)
}

/// The time and places that a sentence names.
pub(super) struct Setting<'a> {
    view: &'a SentenceView<'a>,
    /// Places behind "in" or "at", in text order.
    places: Vec<&'a Mention>,
    /// The only explicit date; with two it is open which one is meant.
    date: Option<PartialDate>,
}

impl<'a> Setting<'a> {
    pub(super) fn new(view: &'a SentenceView<'a>, mentions: &[&'a Mention], sentence: &str) -> Self {
        let is_location = |mention: &&&Mention| {
            let before = view.lower_at(mention.tokens.start().checked_sub(1));
            let is_place = mention.kind == MentionKind::Name && mention.entity_type == EntityType::PLACE;
            is_place && matches!(before, "in" | "at")
        };
        let date = match PartialDate::find_in(sentence)[..] {
            [(date, _)] => Some(date),
            _ => None,
        };
        Self { view, places: mentions.iter().filter(is_location).copied().collect(), date }
    }

    /// The date of an occurrence: an office or membership is not dated by the sentence that mentions it.
    pub(super) fn date_of(&self, finding: &Finding) -> Option<PartialDate> {
        self.date.filter(|_| is_occurrence(finding.relation))
    }

    /// The first place behind the trigger that is not itself an end of the relation; `None` if
    /// another clause begins before it.
    pub(super) fn place_of(&self, finding: &Finding) -> Option<MentionId> {
        if !is_occurrence(finding.relation) {
            return None;
        }
        let behind = finding.trigger.end();
        let place = self.places.iter().find(|place| place.provenance.span.start() >= behind)?;
        let tokens = &self.view.sentence().tokens;
        let first = tokens.partition_point(|token| token.span.start() < behind);
        let mut between = first..place.tokens.start();
        let crosses =
            between.any(|at| matches!(self.view.lower[at].as_str(), ";" | "who" | "which" | "that" | "while" | "said"));
        let is_end = place.id == finding.subject || place.id == finding.object;
        (!crosses && !is_end).then_some(place.id)
    }
}
