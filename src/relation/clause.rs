//! A sentence as the rule engine sees it: phrases around names, and the words between them.

use super::Rule;
use super::offices::Office;
use crate::analysis::{Deprel, TokenId};
use crate::ids::MentionId;
use crate::mention::{Lexicon, Mention, MentionKind, SentenceView};
use crate::ontology::EntityType;
use crate::span::Span;

/// One name or several coordinated ones, with all that belongs to them: article, titles, offices,
/// appositions and bracketed acronyms.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub(super) tokens: Span<TokenId>,
    /// The names, in text order.
    pub(super) members: Vec<MentionId>,
    /// Whether the phrase ends in an apposition, so that a comma may follow before the verb.
    ends_in_apposition: bool,
    kind: Kind,
}

/// Only names of one kind are coordinated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Actor,
    Place,
    Other,
}

impl Kind {
    fn of(mention: &Mention) -> Self {
        match mention.entity_type {
            EntityType::PLACE => Self::Place,
            EntityType::PROGRAMME | EntityType::EVENT => Self::Other,
            _ => Self::Actor,
        }
    }
}

/// A sentence with its phrases.
pub(super) struct Clause<'a> {
    pub(super) view: &'a SentenceView<'a>,
    pub(super) lexicon: &'a Lexicon,
    /// In text order, without overlap.
    phrases: Vec<Phrase>,
    types: Vec<(MentionId, EntityType)>,
}

impl<'a> Clause<'a> {
    pub(super) fn new(
        view: &'a SentenceView<'a>,
        lexicon: &'a Lexicon,
        mentions: &[&Mention],
        offices: &[Office],
    ) -> Self {
        let arguments = mentions.iter().filter(|mention| can_be_argument(view, mention));
        let mut phrases: Vec<Phrase> = arguments.map(|mention| phrase_of(view, mention, offices)).collect();
        phrases.sort_by_key(|phrase| (phrase.tokens.start(), std::cmp::Reverse(phrase.tokens.end())));
        phrases.dedup_by(|inner, outer| outer.tokens.contains(inner.tokens));
        phrases.retain(|phrase| !is_modifier(view, lexicon, mentions, phrase));
        let phrases = coordinate(view, phrases);
        let types = mentions.iter().map(|mention| (mention.id, mention.entity_type)).collect();
        Self { view, lexicon, phrases, types }
    }

    /// Whether the types of the two mentions are among those that the rule names.
    pub(super) fn allows(&self, rule: &Rule, subject: MentionId, object: MentionId) -> bool {
        let is_among = |mention: MentionId, types: &Option<Vec<EntityType>>| {
            let found = self.types.iter().find(|(id, _)| *id == mention).map(|(_, found)| *found);
            types.as_ref().is_none_or(|types| found.is_some_and(|found| types.contains(&found)))
        };
        is_among(subject, &rule.subject_types) && is_among(object, &rule.object_types)
    }

    /// The phrase that ends right before `end`, past the comma that closes an apposition.
    pub(super) fn phrase_before(&self, end: usize) -> Option<&Phrase> {
        let behind = self.phrases.partition_point(|phrase| phrase.tokens.start() < end);
        self.phrases[..behind].last().filter(|phrase| {
            let closed = phrase.ends_in_apposition
                && phrase.tokens.end() + 1 == end
                && self.view.words[phrase.tokens.end()] == ",";
            phrase.tokens.end() == end || closed
        })
    }

    /// The phrase that begins at `start`.
    pub(super) fn phrase_at(&self, start: usize) -> Option<&Phrase> {
        let index = self.phrases.binary_search_by_key(&start, |phrase| phrase.tokens.start()).ok()?;
        Some(&self.phrases[index])
    }
}

/// A name outside brackets, a pronoun that owns nothing, or a definite description.
fn can_be_argument(view: &SentenceView<'_>, mention: &Mention) -> bool {
    match mention.kind {
        MentionKind::Name => mention.stands_for.is_none(),
        MentionKind::Pronoun => !view.is_labelled(mention.tokens.start(), Deprel::NmodPoss),
        MentionKind::Nominal => mention.phrase.is_some(),
    }
}

fn phrase_of(view: &SentenceView<'_>, name: &Mention, offices: &[Office]) -> Phrase {
    if let Some(tokens) = name.phrase {
        return Phrase { tokens, members: vec![name.id], ends_in_apposition: false, kind: Kind::of(name) };
    }
    let mut tokens = name.title.map_or(name.tokens, |title| title.cover(name.tokens));
    let bracketed = view.lower_at(Some(tokens.end())) == "(" && view.lower_at(Some(tokens.end() + 2)) == ")";
    if bracketed {
        tokens = tokens.cover(Span::new(tokens.end(), tokens.end() + 3));
    }
    let mut ends_in_apposition = false;
    for office in offices.iter().filter(|office| office.holder == name.id) {
        ends_in_apposition |= office.tokens.start() > name.tokens.end();
        tokens = tokens.cover(office.tokens);
        // "Minister of Health, Lucio Mamani, arrived": the name itself is the apposition.
        ends_in_apposition |= office.tokens.end() < name.tokens.start() && view.words[office.tokens.end()] == ",";
    }
    if tokens.start() > 0 && matches!(view.lower[tokens.start() - 1].as_str(), "the" | "a" | "an") {
        tokens = Span::new(tokens.start() - 1, tokens.end());
    }
    Phrase { tokens, members: vec![name.id], ends_in_apposition, kind: Kind::of(name) }
}

/// A demonym or name before a noun, or an owner before "'s": part of another thing's description.
fn is_modifier(view: &SentenceView<'_>, lexicon: &Lexicon, mentions: &[&Mention], phrase: &Phrase) -> bool {
    let mention = mentions.iter().find(|mention| mention.id == phrase.members[0]);
    let is_demonym = mention.is_some_and(|mention| mention.is_demonym);
    // "Accused the Quispe administration": the name depends on a noun behind the phrase. In "talks with
    // Peru Wednesday" the parser may hang it on the day.
    let describes =
        mention.and_then(|mention| view.dependency(mention.tokens.end() - 1)).is_some_and(|(deprel, head)| {
            matches!(deprel, Deprel::Compound | Deprel::Amod | Deprel::NmodPoss)
                && head >= phrase.tokens.end()
                && !lexicon.is("calendar", &view.lower[head])
        });
    is_demonym || describes || matches!(view.words.get(phrase.tokens.end()).map(String::as_str), Some("'s" | "'" | "-"))
}

/// Joins "A, B and C" into one phrase. Commas alone join nothing: they may set off an apposition.
fn coordinate(view: &SentenceView<'_>, phrases: Vec<Phrase>) -> Vec<Phrase> {
    let mut joined: Vec<Phrase> = Vec::new();
    let mut chain: Vec<Phrase> = Vec::new();
    let mut flush = |chain: &mut Vec<Phrase>| joined.append(&mut join_chain(view, std::mem::take(chain)));
    for phrase in phrases {
        let continues =
            chain.last().is_some_and(|last| last.kind == phrase.kind && joint(view, last, &phrase).is_some());
        if !continues {
            flush(&mut chain);
        }
        chain.push(phrase);
    }
    flush(&mut chain);
    joined
}

/// What joins two phrases: `Some(true)` for an "and", `Some(false)` for a comma alone.
fn joint(view: &SentenceView<'_>, left: &Phrase, right: &Phrase) -> Option<bool> {
    let between: Vec<&str> =
        view.lower.get(left.tokens.end()..right.tokens.start())?.iter().map(String::as_str).collect();
    match between[..] {
        ["," | ";"] => Some(false),
        ["and" | "&"] | ["," | ";", "and"] | ["as", "well", "as"] | [",", "as", "well", "as"] => Some(true),
        _ => None,
    }
}

/// One phrase up to the last "and" of the chain; what follows stays apart.
fn join_chain(view: &SentenceView<'_>, chain: Vec<Phrase>) -> Vec<Phrase> {
    let ands: Vec<bool> = chain.windows(2).map(|pair| joint(view, &pair[0], &pair[1]) == Some(true)).collect();
    let Some(last) = ands.iter().rposition(|&and| and) else { return chain };
    let mut rest = chain;
    let tail = rest.split_off(last + 2);
    let tokens = rest[0].tokens.cover(rest[rest.len() - 1].tokens);
    let (kind, ends_in_apposition) = (rest[0].kind, rest[rest.len() - 1].ends_in_apposition);
    let members = rest.into_iter().flat_map(|phrase| phrase.members).collect();
    std::iter::once(Phrase { tokens, members, ends_in_apposition, kind }).chain(tail).collect()
}
