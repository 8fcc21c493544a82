//! Types unknown names by the noun that the article puts next to them: "the militia Rewa Front", "PFR, a party".
//!
//! Head nouns and lists do not tell what "PFR" is, and the finder knows only organizations. The article usually does,
//! once; that place then holds for all others.

use std::collections::BTreeMap;

use super::acronyms::{DEFINED, DEFINITION, SPELLED};
use super::draft::Draft;
use super::model::MentionKind;
use super::overlap::Settled;
use super::trained_names::TRAINED;
use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::lexicon::{Lexicon, WordView};
use crate::ontology::EntityType;
use crate::span::Span;

/// The maximum number of words between the article of an apposition and its noun.
const MAX_BETWEEN: usize = 4;

/// Gives organizations that only the finder saw the type that the article gives them most often.
pub(super) fn type_by_nouns(views: &[WordView<'_>], lexicon: &Lexicon, settled: &mut [Settled]) {
    let mut votes: BTreeMap<String, BTreeMap<EntityType, usize>> = BTreeMap::new();
    for (view, settled) in views.iter().zip(&*settled) {
        for draft in settled.drafts().iter().filter(|draft| is_open(draft)) {
            for entity_type in cues(view, lexicon, draft.tokens) {
                *votes.entry(key(view, draft)).or_default().entry(entity_type).or_default() += 1;
            }
        }
    }
    for (view, settled) in views.iter().zip(settled) {
        for draft in settled.drafts_mut().iter_mut().filter(|draft| is_open(draft)) {
            let Some(types) = votes.get(&key(view, draft)) else { continue };
            let best = types.iter().max_by_key(|(_, count)| **count).map(|(found, _)| *found);
            draft.entity_type = best.unwrap_or(draft.entity_type);
        }
    }
}

/// Whether only the finder, or nothing, says what kind of organization it is.
fn is_open(draft: &Draft) -> bool {
    draft.kind == MentionKind::Name
        && draft.known.is_none()
        && draft.entity_type == EntityType::ORGANIZATION
        && [TRAINED, DEFINITION, DEFINED, SPELLED].contains(&draft.rule)
}

fn key(view: &WordView<'_>, draft: &Draft) -> String {
    view.slice(draft.tokens).join(" ")
}

/// The types that the words next to a name give it.
fn cues(view: &WordView<'_>, lexicon: &Lexicon, tokens: Span<TokenId>) -> Vec<EntityType> {
    let (start, end) = (tokens.start(), tokens.end());
    let before = start.checked_sub(1).and_then(|at| before_name(view, lexicon, at));
    [before, behind_name(view, end), apposition(view, lexicon, end)].into_iter().flatten().collect()
}

/// "The party PFR", "opposition PFR".
fn before_name(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<EntityType> {
    let is_small = view.words[at] == view.lower[at];
    let by_noun = || body_noun(lexicon, &view.lower[at]).filter(|_| view.upos_at(at) == Some(Upos::Noun));
    let by_side = || view.is(Class::PartySide, at).then_some(EntityType::GROUP);
    is_small.then(|| by_side().or_else(by_noun)).flatten()
}

/// "PFR rebels", "PFR lawmakers", "the PFR candidate"; "PFR troops".
fn behind_name(view: &WordView<'_>, at: usize) -> Option<EntityType> {
    let is_small = view.words.get(at).is_some_and(|word| *word == view.lower[at]);
    match () {
        () if !is_small => None,
        () if view.is(Class::PartyPeople, at) || view.lemma_is(Class::PartyPeople, at) => Some(EntityType::GROUP),
        () if view.lemma_is(Class::ServicePeople, at) => Some(EntityType::AGENCY),
        () => None,
    }
}

/// "PFR, a small opposition party".
fn apposition(view: &WordView<'_>, lexicon: &Lexicon, comma: usize) -> Option<EntityType> {
    if view.lower_at(Some(comma)) != "," || !view.is(Class::Article, comma + 1) {
        return None;
    }
    let is_inside = |at: &usize| matches!(view.upos_at(*at), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb));
    let phrase = (comma + 2..view.len().min(comma + 3 + MAX_BETWEEN)).take_while(is_inside);
    let last = phrase.last().filter(|&at| view.words[at] == view.lower[at])?;
    body_noun(lexicon, &view.lower[last])
}

/// The type of a noun for a body, in the singular or plural.
fn body_noun(lexicon: &Lexicon, noun: &str) -> Option<EntityType> {
    let found = lexicon.head_noun(&[noun])?;
    matches!(found, EntityType::AGENCY | EntityType::GROUP).then_some(found)
}
