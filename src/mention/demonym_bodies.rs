//! Finds organizations named by a common noun after a name: "the Malaysian navy", "43rd division".

use super::draft::Draft;
use super::titles::TitleSpan;
use crate::analysis::names::{Name, NameKind};
use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::lexicon::WordView;
use crate::lexicon::{KnownName, Lexicon, NameForm};
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::{is_all_caps, is_capitalized};

/// Finds lowercase organizations of a demonym or place, numbered units, and the offices of titles.
///
/// "The Peruvian government" is the country itself, so the mention of the demonym is extended over the noun; "the
/// Tanga administration" of a place is an agency.
pub(super) fn find_bodies(view: &WordView<'_>, lexicon: &Lexicon, known: &[Draft], titles: &[TitleSpan]) -> Vec<Draft> {
    let found_place = |name: &Name| {
        let is_place = name.kind == NameKind::Place && name.confidence > 0.7;
        let is_new = !known.iter().any(|known| known.tokens.overlaps(name.tokens));
        (is_place && is_new).then(|| Draft::name(name.tokens, EntityType::PLACE, "name-finder", name.confidence))
    };
    let places: Vec<Draft> = view.found_names().iter().filter_map(found_place).collect();
    let owners = known.iter().chain(&places);
    let mut found: Vec<Draft> = owners.filter_map(|owner| body_of(view, lexicon, owner)).collect();
    found.extend((1..view.len()).filter_map(|at| numbered_unit(view, at)));
    found.extend((1..view.len()).filter_map(|at| named_force(view, known, at)));
    found.extend(titles.iter().filter_map(|title| office_of(view, *title)));
    found
}

fn body_of(view: &WordView<'_>, lexicon: &Lexicon, owner: &Draft) -> Option<Draft> {
    let is_place = owner.entity_type == EntityType::PLACE;
    let at = owner.tokens.end() + usize::from(is_place && view.is(Class::Possessive, owner.tokens.end()));
    let noun = view.lower_at(Some(at));
    if view.words.get(at)? != noun {
        return None; // a capitalized noun belongs to a name, which its head noun types
    }
    let length = if lexicon.head_noun(&view.lower_from(at, 2)) == Some(EntityType::AGENCY) { 2 } else { 1 };
    let tokens: Span<TokenId> = Span::new(owner.tokens.start(), at + length);
    let is_force = lexicon.is(Class::Force, noun) || (length == 2 && view.is(Class::ForceModifier, at));
    let is_state = lexicon.is(Class::Government, noun);
    match owner.entity_type {
        EntityType::COUNTRY if is_force => Some(Draft::name(tokens, EntityType::AGENCY, "force-of-country", 0.85)),
        EntityType::COUNTRY if is_state => {
            let tokens = Span::new(owner.tokens.start(), at + 1);
            let draft = Draft::name(tokens, EntityType::COUNTRY, "government-of-country", 0.9);
            // With its noun, the demonym names the state, which can act.
            let known = owner.known.clone().map(|known| KnownName { form: NameForm::Name, ..known });
            Some(Draft { known, ..draft })
        }
        EntityType::COUNTRY if lexicon.is(Class::ArmedPeople, noun) => {
            Some(Draft::name(tokens, EntityType::GROUP, "fighters-of-country", 0.8))
        }
        EntityType::PLACE if is_state && let Some(state) = state_of(owner) => {
            Some(Draft { known: Some(state), ..Draft::name(tokens, EntityType::COUNTRY, "government-of-country", 0.9) })
        }
        EntityType::COUNTRY => ministry_of(view, owner, at),
        EntityType::PLACE
            if (is_force || is_state) && !view.is(Class::StateNoun, at) && !goes_on(view, at + length) =>
        {
            Some(Draft::name(tokens, EntityType::AGENCY, "body-of-place", 0.8))
        }
        _ => None,
    }
}

/// The state of a capital: "the Lima government" means Peru.
fn state_of(capital: &Draft) -> Option<KnownName> {
    let known = capital.known.as_ref()?;
    let canonical = known.capital_of.clone()?;
    Some(KnownName { canonical, entity_type: EntityType::COUNTRY, capital_of: None, ..known.clone() })
}

/// Whether the noun before `at` only modifies the next one: "the Nadi army base".
fn goes_on(view: &WordView<'_>, at: usize) -> bool {
    matches!(view.upos_at(at), Some(Upos::Noun | Upos::Propn))
}

/// "The Peruvian foreign ministry".
fn ministry_of(view: &WordView<'_>, owner: &Draft, at: usize) -> Option<Draft> {
    let ministry = (at + 1..=at + 3).find(|&at| view.is(Class::Ministry, at))?;
    let is_portfolio = |at: usize| view.is(Class::Portfolio, at) || view.is(Class::And, at);
    let tokens = Span::new(owner.tokens.start(), ministry + 1);
    ((at..ministry).all(is_portfolio) && view.words[ministry] == view.lower[ministry])
        .then(|| Draft::name(tokens, EntityType::AGENCY, "ministry-of-country", 0.88))
}

/// A force with a name that is in no gazetteer: "the Rewa police".
fn named_force(view: &WordView<'_>, known: &[Draft], at: usize) -> Option<Draft> {
    let is_force = view.is(Class::OwnForce, at) && view.words[at] == view.lower[at];
    let is_last = !goes_on(view, at + 1);
    let start = (0..at).rev().take_while(|&at| view.is_name_word[at]).last().filter(|_| is_force && is_last)?;
    let tokens = Span::new(start, at + 1);
    let is_unknown = !known.iter().any(|known| known.tokens.overlaps(tokens));
    let is_plain = (start..at).all(|at| view.upos_at(at) == Some(Upos::Propn) && !is_all_caps(&view.words[at]));
    let is_behind_the = view.is(Class::DefiniteArticle, start.checked_sub(1));
    (is_unknown && is_plain && is_behind_the && tokens.len() <= 3)
        .then(|| Draft::name(tokens, EntityType::AGENCY, "named-force", 0.8))
}

/// "Office of the Prime Minister", "Office of the Secretary of State".
fn office_of(view: &WordView<'_>, title: TitleSpan) -> Option<Draft> {
    let start = title.tokens.start().checked_sub(3)?;
    let opens = is_capitalized(&view.words[start])
        && view.is(Class::OfficeNoun, start)
        && view.is(Class::Of, start + 1)
        && view.is(Class::DefiniteArticle, start + 2);
    let end = title.tokens.end();
    let has_charge = view.is(Class::Of, end) && view.is_name_word.get(end + 1).copied().unwrap_or(false);
    let end = if has_charge { end + 2 } else { end };
    (opens && is_capitalized(&view.words[title.tokens.start()]))
        .then(|| Draft::name(Span::new(start, end), EntityType::AGENCY, "office-of-title", 0.9))
}

/// "43rd division", "1st Infantry battalion".
fn numbered_unit(view: &WordView<'_>, at: usize) -> Option<Draft> {
    let is_unit = view.is(Class::MilitaryUnit, at);
    let start = (at.saturating_sub(3)..at).find(|&start| view.is_ordinal(start))?;
    let all_names = (start + 1..at).all(|between| view.is_name_word[between]);
    (is_unit && all_names).then(|| Draft::name(Span::new(start, at + 1), EntityType::AGENCY, "numbered-unit", 0.85))
}
