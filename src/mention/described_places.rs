//! Finds places by what the text says of them: "Arequipa, a city in Peru", "Nadi, which lies in Fiji".

use super::draft::Draft;
use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::lexicon::{Lexicon, WordView};
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_capitalized;

/// The maximum number of words in such a name.
const MAX_NAME: usize = 3;

/// The maximum number of words between the article and the noun: "a small port".
const MAX_BETWEEN: usize = 2;

/// Finds capitalized words that an apposition or a relative clause describes as a place.
pub(super) fn find_described_places(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    let is_place = |comma: &usize| view.lower[*comma] == "," && says_place(view, lexicon, *comma);
    let commas = (1..view.len()).filter(is_place);
    commas.filter_map(|comma| name_before(view, comma)).map(place).collect()
}

fn place(tokens: Span<TokenId>) -> Draft {
    Draft::name(tokens, EntityType::PLACE, "described-place", 0.7)
}

/// Whether "a city in" or "which lies" follows the comma.
fn says_place(view: &WordView<'_>, lexicon: &Lexicon, comma: usize) -> bool {
    if view.is(Class::RelativePronoun, comma + 1) {
        return view.lemma_is(Class::Lying, comma + 2);
    }
    let is_article = view.is(Class::Article, comma + 1);
    let between = comma + 2..comma + 3 + MAX_BETWEEN;
    let noun = between.into_iter().find(|&at| view.upos_at(at) != Some(Upos::Adj));
    let is_place = noun.is_some_and(|at| lexicon.head_noun(&[view.lower_at(Some(at))]) == Some(EntityType::PLACE));
    is_article && is_place && noun.is_some_and(|at| view.is(Class::Locative, at + 1))
}

/// The capitalized words right before the comma.
fn name_before(view: &WordView<'_>, comma: usize) -> Option<Span<TokenId>> {
    let is_word = |at: &usize| is_capitalized(&view.words[*at]) && view.upos_at(*at) == Some(Upos::Propn);
    let length = (0..comma).rev().take(MAX_NAME + 1).take_while(is_word).count();
    (1..=MAX_NAME).contains(&length).then(|| Span::new(comma - length, comma))
}
