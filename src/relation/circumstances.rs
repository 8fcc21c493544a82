//! Finds when, where and according to whom a statement holds, as far as its sentence says so.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::finding::Finding;
use super::other_time::is_of_another;
use super::sentence_parts::Parts;
use super::stated_time::StatedTime;
use super::statement::Status;
use crate::analysis::{TokenId, Upos};
use crate::ids::MentionId;
use crate::language::{Class, LanguagePack};
use crate::lexicon::SentenceView;
use crate::mention::{Mention, MentionKind};
use crate::ontology::{EntityType, RelationType};
use crate::quantity::{Amount, AmountKind, TimeExpression, amounts_in};
use crate::quotation::{Attribution, attribution_at};
use crate::span::{Byte, Span};
use crate::text::join_words;

/// The times, places, amounts and speakers of a sentence.
pub(super) struct Circumstances<'a> {
    parts: &'a Parts<'a>,
    said: &'a [Attribution],
    /// Places after "in" or "at", in text order.
    places: Vec<&'a Mention>,
    amounts: OnceCell<Vec<Amount>>,
}

impl<'a> Circumstances<'a> {
    pub(super) fn new(parts: &'a Parts<'a>, said: &'a [Attribution]) -> Self {
        let is_location = |mention: &&Mention| {
            let is_place = mention.kind == MentionKind::Name && mention.entity_type == EntityType::PLACE;
            is_place && parts.view.is(Class::InOrAt, mention.tokens.start().checked_sub(1))
        };
        let places = parts.mentions.iter().copied().filter(is_location).collect();
        Self { parts, said, places, amounts: OnceCell::new() }
    }

    pub(super) fn language(&self) -> &LanguagePack {
        self.parts.lexicon.language()
    }

    fn view(&self) -> &SentenceView<'a> {
        &self.parts.view
    }

    /// Whether the time and place in the sentence apply to the relation.
    fn is_timed(&self, relation: RelationType) -> bool {
        !self.parts.ontology.is_timeless(relation)
    }

    /// The first token of a span of the document.
    fn token_at(&self, span: Span<Byte>) -> usize {
        self.view().tokens().partition_point(|token| token.span.end() <= span.start())
    }

    /// The verb that governs a token, or the token itself if no verb governs it.
    fn clause_of(&self, token: usize) -> usize {
        let mut above = std::iter::successors(Some(token), |&at| self.view().dependency(at).map(|(_, head)| head));
        above.find(|&at| self.view().upos_at(at) == Some(Upos::Verb)).unwrap_or(token)
    }

    /// The only time in the sentence that may be the one of the event, or the only one in the clause of the trigger.
    fn time(&self, finding: &Finding) -> Option<&'a TimeExpression> {
        // In "We will give boats, she said on Tuesday", Tuesday is when she spoke.
        let said = self.speaker_of(finding).map(|said| said.tokens.range());
        let is_within = |time: &&TimeExpression| {
            let at = time.tokens.start();
            time.duration.is_none() && said.as_ref().is_none_or(|said| said.contains(&at))
        };
        let clause = self.clause_of(self.token_at(finding.trigger));
        let is_own = |time: &&TimeExpression| {
            let at = time.tokens.start();
            !is_of_another(self.view(), at, self.clause_of(at), clause)
        };
        let times = || self.parts.times().iter().filter(is_within).filter(is_own);
        if times().count() == 1 {
            return times().next();
        }
        let mut here = times().filter(|time| self.clause_of(time.tokens.start()) == clause);
        here.next().filter(|_| here.next().is_none())
    }

    /// When an event takes place. A timeless relation, such as an office, has no time even if its sentence does.
    pub(super) fn time_of(&self, finding: &Finding) -> Option<StatedTime> {
        let time = self.time(finding).filter(|_| self.is_timed(finding.relation))?;
        Some(StatedTime {
            span: self.view().bytes(time.tokens),
            value: time.value_for(finding.status == Status::Planned),
            basis: time.basis,
            diagnostic: time.diagnostic,
        })
    }

    /// Whether the verb is in the present and the time is still to come: "Oli travels to Peru next week".
    pub(super) fn is_to_come(&self, finding: &Finding) -> bool {
        let view = self.view();
        let verb = self.clause_of(self.token_at(finding.trigger));
        let calendar = self.language().calendar();
        let is_next = |at: usize| view.is(Class::TimeNext, at) || view.is(Class::Tomorrow, at);
        let is_day = |at: usize| calendar.weekday(&view.lower[at]).is_some();
        // The time belongs to the clause if no other clause begins between.
        let behind = (verb + 1..view.len()).take_while(|&at| !view.is(Class::ClauseOpener, at));
        let has = |fits: &dyn Fn(usize) -> bool| behind.clone().any(fits);
        let is_progressive = view.xpos_at(verb) == "VBG"
            && view.children(verb).any(|child| matches!(view.xpos_at(child), "VBZ" | "VBP"));
        let is_present = matches!(view.xpos_at(verb), "VBZ" | "VBP") && view.upos_at(verb) == Some(Upos::Verb);
        self.is_timed(finding.relation)
            && ((is_present && (has(&is_day) || has(&is_next))) || (is_progressive && has(&is_next)))
    }

    /// The first place after the trigger, unless it is an end of the relation or a new clause begins before it.
    pub(super) fn place_of(&self, finding: &Finding) -> Option<MentionId> {
        if !self.is_timed(finding.relation) {
            return None;
        }
        let behind = finding.trigger.end();
        let place = self.places.iter().find(|place| place.provenance.span.start() >= behind)?;
        let first = self.view().tokens().partition_point(|token| token.span.start() < behind);
        let mut between = first..place.tokens.start();
        let crosses = between.any(|at| self.view().lower[at] == ";" || self.view().is(Class::ClauseOpener, at));
        let is_end = place.id == finding.subject || place.id == finding.object;
        (!crosses && !is_end).then_some(place.id)
    }

    /// The speaker, if the text reports the statement as somebody's words.
    pub(super) fn speaker_of(&self, finding: &Finding) -> Option<&'a Attribution> {
        attribution_at(self.said, self.parts.id, self.token_at(finding.trigger))
    }

    /// The duration, amount of money and number of trainees, each only if the sentence gives exactly one.
    pub(super) fn measures_of(&self, finding: &Finding) -> BTreeMap<&'static str, String> {
        let mut measures = BTreeMap::new();
        let mut durations = self.parts.times().iter().filter_map(|time| time.duration);
        if let (Some(only), None, true) = (durations.next(), durations.next(), self.is_timed(finding.relation)) {
            measures.insert("duration", only.to_string());
        }
        let is_help = matches!(finding.relation, RelationType::PLEDGED | RelationType::SUPPORTS);
        if is_help {
            let money = self.only_amount(|kind| matches!(kind, AmountKind::Money { .. }));
            measures.extend(money.map(|money| ("amount", self.written(money.tokens))));
        }
        if finding.relation == RelationType::TRAINED {
            let people = self.only_amount(|kind| matches!(kind, AmountKind::Count { .. }));
            measures.extend(people.map(|people| ("trainees", self.written(people.tokens))));
        }
        measures
    }

    fn only_amount(&self, fits: impl Fn(&AmountKind) -> bool) -> Option<&Amount> {
        let amounts = self.amounts.get_or_init(|| amounts_in(&self.parts.view, self.parts.lexicon));
        let mut fitting = amounts.iter().filter(|amount| fits(&amount.kind));
        fitting.next().filter(|_| fitting.next().is_none())
    }

    fn written(&self, tokens: Span<TokenId>) -> String {
        join_words(self.view().slice(tokens))
    }
}
