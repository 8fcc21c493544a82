//! Gives offices that only states have the state that the article speaks of: "President Oli" in a report from Nepal.
//!
//! An office names no state when readers know which one is meant. It is the state of the office it is coordinated with
//! ("the Nepalese president, Oli, and Foreign Minister Tui"), or the one that somebody travels to in the same sentence
//! ("flew to Nepal to meet President Oli"), or the only one that the article speaks of. Otherwise it stays open.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{AnalyzedDocument, Sentence};
use crate::description::Descriptions;
use crate::description::offices::Office;
use crate::ids::{MentionId, SentenceId};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;

/// The least share of an article's mentions of countries that makes one of them the article's own, in percent.
const OWN_SHARE: usize = 90;

/// Adds the state to each office that only states have and that names none.
pub(super) fn add_states(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    described: Descriptions,
    lexicon: &Lexicon,
) -> Descriptions {
    let states = States::new(document, mentions, &described, lexicon);
    let found: BTreeMap<MentionId, (MentionId, &'static str)> = described
        .all()
        .filter(|office| office.is_bare_of_state && office.body.is_none())
        .filter_map(|office| Some((office.holder, states.state_of(office, &described)?)))
        .collect();
    described.map(|office| match found.get(&office.holder) {
        Some(&(state, rule)) if office.is_bare_of_state && office.body.is_none() => {
            Office { body: Some(state), rule, ..office }
        }
        _ => office,
    })
}

/// The countries in an article.
struct States<'a> {
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
    /// Last words of the names of persons whose offices name an organization or a country.
    settled: BTreeSet<&'a str>,
    /// How often each country is mentioned.
    counts: BTreeMap<&'a str, usize>,
}

impl<'a> States<'a> {
    fn new(
        document: &'a AnalyzedDocument,
        mentions: &'a [Mention],
        described: &Descriptions,
        lexicon: &'a Lexicon,
    ) -> Self {
        let with_body = described.all().filter(|office| office.body.or(office.land).is_some());
        let settled = with_body.map(|office| last_word(&mentions[office.holder.index()])).collect();
        let mut counts = BTreeMap::new();
        for name in mentions.iter().filter_map(country_of) {
            *counts.entry(name).or_default() += 1;
        }
        Self { document, mentions, lexicon, settled, counts }
    }

    /// A mention of the state that an office belongs to, and the rule that found it.
    fn state_of(&self, office: &Office, described: &Descriptions) -> Option<(MentionId, &'static str)> {
        let holder = &self.mentions[office.holder.index()];
        if self.settled.contains(last_word(holder)) {
            return None;
        }
        let sentence = holder.provenance.sentence;
        let listed = self.state_of_listed(office, described.offices(sentence));
        listed
            .map(|state| (state, "office-listed-state"))
            .or_else(|| Some((self.state_gone_to(office, sentence)?, "office-of-host")))
            .or_else(|| {
                let own = self.own_state(sentence).filter(|&own| !self.clashes(office, own, described))?;
                Some((own, "office-of-article"))
            })
    }

    /// Whether somebody else holds the same office in the state: "Nepalese President Oli" is not "President Tui".
    fn clashes(&self, office: &Office, state: MentionId, described: &Descriptions) -> bool {
        let post = |office: &Office| self.word(self.sentence(office), office.position.end() - 1).to_lowercase();
        let holder = last_word(&self.mentions[office.holder.index()]);
        described.all().any(|other| {
            let is_of_state = other.body.or(other.land).is_some_and(|body| {
                country_of(&self.mentions[body.index()]) == country_of(&self.mentions[state.index()])
            });
            is_of_state && post(other) == post(office) && last_word(&self.mentions[other.holder.index()]) != holder
        })
    }

    /// "The Nepalese president, Oli, and Foreign Minister Tui"
    fn state_of_listed(&self, office: &Office, others: &[Office]) -> Option<MentionId> {
        let sentence = self.sentence(office);
        let start = office.tokens.start();
        let end = |other: &Office| self.mentions[other.holder.index()].tokens.end().max(other.tokens.end());
        let before = others.iter().filter(|other| end(other) <= start).max_by_key(|other| end(other))?;
        let is_joint = |at: usize| {
            let word = self.word(sentence, at);
            let lower = word.to_lowercase();
            lower == "," || self.lexicon.is(Class::And, &lower) || self.lexicon.is(Class::OfficeDeterminer, &lower)
        };
        let has_and = (end(before)..start).any(|at| self.lexicon.is(Class::And, self.word(sentence, at)));
        let is_listed = has_and && (end(before)..start).all(is_joint);
        before.body.filter(|&body| is_listed && country_of(&self.mentions[body.index()]).is_some())
    }

    /// "Flew to Nepal to meet President Oli": the only country in the sentence that somebody goes to or is in.
    fn state_gone_to(&self, office: &Office, id: SentenceId) -> Option<MentionId> {
        let sentence = self.document.sentence(id);
        let here = self.mentions.iter().filter(|mention| mention.provenance.sentence == id);
        let mut lands = here.filter(|land| {
            let before = land.tokens.start().checked_sub(1).map_or("", |at| self.word(sentence, at));
            let is_goal = self.lexicon.is(Class::In, before) || self.lexicon.is(Class::InfinitiveMark, before);
            let is_free = land.kind == MentionKind::Name && land.nested_in.is_none() && !land.is_demonym;
            is_free && is_goal && country_of(land).is_some() && land.tokens.end() <= office.tokens.start()
        });
        let first = lands.next()?;
        lands.all(|other| country_of(other) == country_of(first)).then_some(first.id)
    }

    /// The country that the article mostly speaks of, if the sentence speaks of no other.
    fn own_state(&self, id: SentenceId) -> Option<MentionId> {
        let all: usize = self.counts.values().sum();
        let (&own, &count) = self.counts.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(**name)))?;
        let here = self.mentions.iter().filter(|mention| mention.provenance.sentence == id);
        let is_alone = here.filter_map(country_of).all(|name| name == own);
        let is_own = count * 100 >= all * OWN_SHARE && is_alone;
        let is_free = |mention: &&Mention| mention.nested_in.is_none() && !mention.is_demonym;
        let of_own = || self.mentions.iter().filter(|mention| country_of(mention) == Some(own));
        let best = || of_own().find(is_free).or_else(|| of_own().find(|mention| mention.nested_in.is_none()));
        is_own.then(best)?.map(|mention| mention.id)
    }

    fn sentence(&self, office: &Office) -> &Sentence {
        self.document.sentence(self.mentions[office.holder.index()].provenance.sentence)
    }

    fn word(&self, sentence: &Sentence, at: usize) -> &str {
        sentence.tokens.get(at).map_or("", |token| self.document.surface(token.span))
    }
}

fn country_of(mention: &Mention) -> Option<&str> {
    mention.canonical.as_deref().filter(|_| mention.entity_type == EntityType::COUNTRY)
}

fn last_word(person: &Mention) -> &str {
    person.norm.rsplit(' ').next().unwrap_or_default()
}
