//! Bodies named by a common noun behind a name: "the Malaysian navy", "43rd division".

use super::lexicon::{KnownName, Lexicon, NameForm};
use super::runs::is_ordinal;
use super::{Draft, SentenceView};
use crate::analysis::TokenId;
use crate::ontology::EntityType;
use crate::span::Span;

/// Finds small-letter bodies of a demonym or place, and numbered units.
///
/// "The Peruvian government" is the country itself, so the demonym's mention grows over the noun;
/// "the Tanga administration" of a place is an agency.
pub(super) fn find_bodies(view: &SentenceView<'_>, lexicon: &Lexicon, known: &[Draft]) -> Vec<Draft> {
    let mut found: Vec<Draft> = known.iter().filter_map(|owner| body_of(view, lexicon, owner)).collect();
    found.extend((1..view.len()).filter_map(|at| numbered_unit(view, lexicon, at)));
    found
}

fn body_of(view: &SentenceView<'_>, lexicon: &Lexicon, owner: &Draft) -> Option<Draft> {
    let at = owner.tokens.end();
    let noun = view.lower_at(Some(at));
    if view.words.get(at)? != noun {
        return None; // capitalised: a name, typed by its head noun
    }
    let length = if lexicon.head_noun(&view.lower_from(at, 2)) == Some(EntityType::AGENCY) { 2 } else { 1 };
    let tokens: Span<TokenId> = Span::new(owner.tokens.start(), at + length);
    let is_force = lexicon.is("force", noun) || (length == 2 && matches!(noun, "armed" | "air" | "coast" | "special"));
    let is_state = lexicon.is("state", noun);
    match owner.entity_type {
        EntityType::COUNTRY if is_force => Some(Draft::name(tokens, EntityType::AGENCY, "force-of-country", 0.85)),
        EntityType::COUNTRY if is_state => {
            let tokens = Span::new(owner.tokens.start(), at + 1);
            let draft = Draft::name(tokens, EntityType::COUNTRY, "government-of-country", 0.9);
            // With its noun the demonym is a name of the state, able to act.
            let known = owner.known.clone().map(|known| KnownName { form: NameForm::Name, ..known });
            Some(Draft { known, ..draft })
        }
        EntityType::PLACE if is_force || is_state => {
            Some(Draft::name(tokens, EntityType::AGENCY, "body-of-place", 0.8))
        }
        _ => None,
    }
}

/// "43rd division", "1st Infantry battalion".
fn numbered_unit(view: &SentenceView<'_>, lexicon: &Lexicon, at: usize) -> Option<Draft> {
    let is_unit = lexicon.is("unit", &view.lower[at]);
    let start = (at.saturating_sub(3)..at).find(|&start| is_ordinal(&view.words[start]))?;
    let all_names = (start + 1..at).all(|between| view.is_name_word[between]);
    (is_unit && all_names).then(|| Draft::name(Span::new(start, at + 1), EntityType::AGENCY, "numbered-unit", 0.85))
}
