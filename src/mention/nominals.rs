//! Finds definite descriptions: "the Estonian minister", "the institute".

use super::counted_nouns;
use super::draft::Draft;
use super::model::MentionKind;
use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::WordView;
use crate::ontology::EntityType;
use crate::span::Span;

/// The maximum number of words between the article and the noun.
const MAX_BETWEEN: usize = 2;

/// Finds lowercase nouns for organizations, programmes and events after "the", "this" or "that".
pub(super) fn find_nominals(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    let mut found = Vec::new();
    for at in 1..view.len() {
        let length = if lexicon.head_noun(&view.lower_from(at, 2)).is_some() { 2 } else { 1 };
        let land = view.is(Class::OwnCountry, at).then_some(EntityType::COUNTRY);
        let Some(entity_type) = land.or_else(|| lexicon.head_noun(&view.lower_from(at, length))) else { continue };
        let tokens = Span::new(at, at + length);
        let is_kind = view.is(Class::KindOfGroup, at) || view.is(Class::Government, at);
        let is_vague = (view.is(Class::VagueBody, at) && !is_kind) || entity_type == EntityType::PLACE;
        let is_one = matches!(view.xpos_at(at + length - 1), "NN" | "NNP") || is_kind;
        let is_small = view.words[at] == view.lower[at] && is_one;
        let has_complement = view.is(Class::ChargePreposition, at + length) || view.lower_at(Some(at + length)) == "-";
        let is_whole = !is_vague && !has_complement && !goes_on(view, at + length) && definite(view, tokens).is_some();
        // "The Mission" is a description too, unless a rule reads it as a name.
        let is_capital = !is_small && length == 1 && view.is(Class::DefiniteArticle, at - 1) && view.is_name_word[at];
        let can_be_capital = entity_type.is_organization() || entity_type == EntityType::EVENT;
        if is_whole && (is_small || (is_capital && can_be_capital)) {
            let draft = Draft::name(tokens, entity_type, "definite-noun", if is_small { 0.8 } else { 0.3 });
            found.push(Draft { kind: MentionKind::Nominal, ..draft });
        }
    }
    found.extend(find_counterparts(view));
    found.extend((1..view.len()).filter_map(|at| owned_person(view, at)));
    found.extend((1..view.len()).filter_map(|at| form_of_state(view, at)));
    found
}

/// "A senior Estonian diplomat", "the UN official": somebody of a country or organization that is named before.
fn owned_person(view: &WordView<'_>, at: usize) -> Option<Draft> {
    let is_small = view.words[at] == view.lower[at] && view.xpos_at(at) == "NN";
    let first = at.saturating_sub(MAX_BETWEEN + 2);
    let article = (first..at).rev().find(|&before| view.is(Class::Article, before))?;
    let is_part = |at: usize| matches!(view.upos_at(at), Some(Upos::Adj | Upos::Propn | Upos::Noun));
    let is_owned = (article + 1..at).all(is_part) && view.is_name_word[at - 1];
    let is_person = view.is(Class::PersonOfBody, at) && is_small && is_owned && !goes_on(view, at + 1);
    let draft = Draft::name(Span::new(at, at + 1), EntityType::PERSON, "owned-person", 0.8);
    is_person.then(|| Draft { kind: MentionKind::Nominal, phrase: Some(Span::new(article, at + 1)), ..draft })
}

/// "The Kingdom", but not "the Kingdom of Denmark" or "the United Kingdom".
fn form_of_state(view: &WordView<'_>, at: usize) -> Option<Draft> {
    let goes_on = view.is(Class::Of, at + 1) || view.is_name_word.get(at + 1).copied().unwrap_or(false);
    let is_whole = view.is(Class::DefiniteArticle, at - 1) && !goes_on && view.words[at] != view.lower[at];
    let draft = Draft::name(Span::new(at, at + 1), EntityType::COUNTRY, "form-of-state", 0.8);
    (view.is(Class::FormOfState, at) && is_whole).then_some(Draft { kind: MentionKind::Nominal, ..draft })
}

fn find_counterparts(view: &WordView<'_>) -> impl Iterator<Item = Draft> {
    let tokens = (1..view.len()).map(|at| Span::new(at, at + 1));
    tokens.filter(|tokens| counterpart(view, *tokens).is_some()).map(|tokens| Draft {
        kind: MentionKind::Nominal,
        ..Draft::name(tokens, EntityType::PERSON, "counterpart", 0.8)
    })
}

/// Whether the noun only modifies the next one: "the mission commander".
fn goes_on(view: &WordView<'_>, at: usize) -> bool {
    matches!(view.upos_at(at), Some(Upos::Noun | Upos::Propn))
}

/// The whole phrase of a description that ends with `tokens`: a definite or counted one, a counterpart or an owned one.
pub(super) fn phrase(view: &WordView<'_>, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    definite(view, tokens)
        .or_else(|| counted_nouns::counted(view, tokens))
        .or_else(|| counterpart(view, tokens))
        .or_else(|| owned(view, tokens))
}

/// "Nepal's new foreign minister", from the name of the owner on.
fn owned(view: &WordView<'_>, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    let first = tokens.start().saturating_sub(MAX_BETWEEN + 1);
    let mark = (first..tokens.start()).rev().find(|&at| view.is(Class::Possessive, at))?;
    let is_part = |at: usize| matches!(view.upos_at(at), Some(Upos::Adj | Upos::Propn | Upos::Noun));
    let is_plain = (mark + 1..tokens.start()).all(|at| is_part(at) && !view.is(Class::Another, at));
    let names = (0..mark).rev().take_while(|&at| view.is_name_word[at]).count();
    (is_plain && names > 0 && !goes_on(view, tokens.end())).then(|| Span::new(mark - names, tokens.end()))
}

/// "His Nepalese counterpart", "her counterpart from Nepal". "Its" and "their" do not count, because they name no
/// single person.
fn counterpart(view: &WordView<'_>, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    let start = tokens.start();
    if !view.is(Class::OppositeNumber, start) {
        return None;
    }
    let owner =
        (start.saturating_sub(MAX_BETWEEN + 1)..start).rev().find(|&at| view.is(Class::PersonalPossessive, at))?;
    let from = view.is(Class::From, tokens.end());
    let names = (tokens.end() + 1..view.len()).take_while(|&at| view.is_name_word[at]).count();
    let end = if from && names > 0 { tokens.end() + 1 + names } else { tokens.end() };
    Some(Span::new(owner, end))
}

/// The whole definite phrase that ends with `tokens`, with its article: "the Estonian minister".
fn definite(view: &WordView<'_>, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    let start = tokens.start();
    let mut at = start;
    while at > 0 && start - at <= MAX_BETWEEN {
        at -= 1;
        if view.is(Class::DefiniteDeterminer, at) {
            return Some(Span::new(at, tokens.end()));
        }
        let is_part = matches!(view.upos_at(at), Some(Upos::Adj | Upos::Propn | Upos::Noun));
        if !is_part || (view.is(Class::Another, at) && !qualifies_office(view, at, tokens)) {
            return None;
        }
    }
    None
}

/// Whether the word says how the office of a state or body is held: "the new Estonian minister".
fn qualifies_office(view: &WordView<'_>, at: usize, noun: Span<TokenId>) -> bool {
    let offices = [Class::PostOfState, Class::StateOffice, Class::Envoy, Class::PersonOfBody];
    let is_office = noun.range().any(|at| offices.iter().any(|&class| view.is(class, at)));
    is_office && view.is(Class::OfficeModifier, at) && (at + 1..noun.start()).any(|at| view.is_name_word[at])
}
