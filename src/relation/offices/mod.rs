//! A sentence with its mentions in, the offices that persons hold out: "Peru's Minister of Health, Lucio
//! Mamani", "Oli, commander of the 3rd brigade".
//!
//! An office is read from its words, not from the tree: trees go wrong most often where names and
//! titles stand side by side. [`posts`] finds the noun of the position, [`phrase`] what belongs to it,
//! [`holders`] and [`verbs`] whose it is, [`shared`] positions in the plural, [`named_bodies`] the ministry or
//! government that the article names elsewhere.

mod counterparts;
mod holders;
mod named_bodies;
mod phrase;
mod posts;
mod shared;
#[cfg(test)]
mod tests;
mod verbs;

use super::{Finding, Status, join};
use crate::analysis::TokenId;
use crate::ids::MentionId;
use crate::lexicon::{Lexicon, SentenceView};
use crate::mention::{Mention, MentionKind};
use crate::ontology::{EntityType, RelationType};
use crate::span::Span;
pub(super) use named_bodies::NamedBodies;
pub(super) use shared::{SharedOffice, find_shared_offices};

/// An office with the person who holds it and the body it belongs to.
#[derive(Debug, Clone)]
pub(super) struct Office {
    pub(super) holder: MentionId,
    /// `None` if the sentence names no body, or only a place.
    body: Option<MentionId>,
    /// The land or region that is named where a body could be.
    land: Option<MentionId>,
    /// The words of the position, without body: "second vice president", "Minister of Health".
    position: Span<TokenId>,
    /// The whole phrase without the holder, from an owner in front to the end of the complement.
    pub(super) tokens: Span<TokenId>,
    /// The words in the position by which its ministry is known, folded: "foreign".
    portfolio: Vec<String>,
    rule: &'static str,
}

/// Finds the offices in a sentence that have a holder, in text order.
pub(super) fn find_offices(view: &SentenceView<'_>, lexicon: &Lexicon, mentions: &[&Mention]) -> Vec<Office> {
    let reader = Reader { view, lexicon, mentions };
    let phrases = reader.phrases();
    let mut offices = reader.held(&phrases);
    offices.extend(reader.counterparts(&offices));
    offices.sort_by_key(|office| office.tokens);
    offices
}

/// The statements that the offices of one sentence make.
pub(super) fn findings(
    view: &SentenceView<'_>,
    lexicon: &Lexicon,
    mentions: &[&Mention],
    offices: &[Office],
) -> Vec<Finding> {
    let reader = Reader { view, lexicon, mentions };
    let held = offices.iter().filter_map(|office| {
        let body = office.body?;
        Some(Held {
            holder: office.holder,
            body,
            position: Some(office.position),
            tokens: office.position,
            rule: office.rule,
        })
    });
    let shared = find_shared_offices(view, lexicon, mentions);
    let shared = shared.iter().flat_map(SharedOffice::held);
    let named = reader.persons_of_bodies().map(|(person, body)| Held {
        holder: person.id,
        body: body.id,
        position: person.title,
        tokens: person.tokens.cover(body.tokens),
        rule: "person-of-body",
    });
    held.chain(shared).chain(named).map(|held| finding(view, &held)).collect()
}

/// Somebody in a body.
#[derive(Debug, Clone, Copy)]
struct Held {
    holder: MentionId,
    body: MentionId,
    position: Option<Span<TokenId>>,
    /// The words that say it.
    tokens: Span<TokenId>,
    rule: &'static str,
}

fn finding(view: &SentenceView<'_>, held: &Held) -> Finding {
    let position = held.position.map(|position| ("position", join(view.slice(position))));
    Finding {
        relation: RelationType::AFFILIATED_WITH,
        subject: held.holder,
        object: held.body,
        status: Status::Asserted,
        attributes: position.into_iter().collect(),
        trigger: view.sentence().bytes(held.tokens),
        rule: held.rule.into(),
        path: "office beside name".to_owned(),
        confidence: if matches!(held.rule, "person-of-body" | "office-is") { 0.8 } else { 0.9 },
    }
}

/// A sentence that is asked what stands where. Tokens are 0-based.
#[derive(Clone, Copy)]
struct Reader<'a> {
    view: &'a SentenceView<'a>,
    lexicon: &'a Lexicon,
    mentions: &'a [&'a Mention],
}

impl<'a> Reader<'a> {
    fn lower(&self, at: usize) -> &'a str {
        self.view.lower_at(Some(at))
    }

    fn lower_before(&self, at: usize) -> &'a str {
        self.view.lower_at(at.checked_sub(1))
    }

    /// Whether the word at `at`, or its lemma, is in the class of `words.tsv`.
    fn is(&self, class: &str, at: usize) -> bool {
        let word = self.lower(at).trim_end_matches('.');
        self.lexicon.is(class, word) || self.lexicon.is(class, self.view.lemma_at(Some(at)))
    }

    /// The name that begins at `start`.
    fn name_at(&self, start: usize) -> Option<&'a Mention> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start() < start);
        let here = self.mentions[first..].iter().take_while(|mention| mention.tokens.start() == start);
        here.copied().find(|mention| mention.kind == MentionKind::Name)
    }

    /// The mention that ends at `end` and can own an office.
    fn owner_ending_at(&self, end: usize) -> Option<&'a Mention> {
        let behind = self.mentions.partition_point(|mention| mention.tokens.start() < end);
        let last = *self.mentions[..behind].last()?;
        (last.tokens.end() == end && last.entity_type != EntityType::PERSON).then_some(last)
    }

    /// The name that covers `at`.
    fn name_over(&self, at: usize) -> Option<&'a Mention> {
        let behind = self.mentions.partition_point(|mention| mention.tokens.start() <= at);
        let names = self.mentions[..behind].iter().rev().take(2).copied();
        names.into_iter().find(|mention| mention.kind == MentionKind::Name && mention.tokens.end() > at)
    }

    /// The person whose name, with the titles before it, begins at `start`.
    fn person_at(&self, start: usize) -> Option<&'a Mention> {
        let first = |mention: &Mention| mention.title.map_or(mention.tokens.start(), Span::start);
        self.mentions.iter().copied().find(|mention| is_person(mention) && first(mention) == start)
    }

    /// The person whose name ends at `end`.
    fn person_ending_at(&self, end: usize) -> Option<&'a Mention> {
        self.mentions.iter().copied().find(|mention| is_person(mention) && mention.tokens.end() == end)
    }

    fn is_article(&self, at: usize) -> bool {
        matches!(self.lower(at), "the" | "a" | "an" | "its" | "their" | "his" | "her" | "our")
    }
}

fn is_person(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.entity_type == EntityType::PERSON
}

/// Whether persons can have a position in it.
fn is_body(mention: &Mention) -> bool {
    matches!(mention.entity_type, EntityType::AGENCY | EntityType::GROUP | EntityType::ORGANIZATION)
}

fn is_land(mention: &Mention) -> bool {
    matches!(mention.entity_type, EntityType::COUNTRY | EntityType::PLACE)
}
