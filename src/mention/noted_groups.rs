//! Finds groups by the noun in small letters at the end of their names: "the Reform party", "al-Rewa movement".

use super::draft::Draft;
use crate::analysis::Upos;
use crate::language::Class;
use crate::lexicon::{Lexicon, WordView};
use crate::ontology::EntityType;
use crate::span::Span;

/// The rule of groups whose noun is part of the name.
const WITH_NOUN: &str = "name-and-group";

/// Names right before "party", "movement" and the like, with the noun, unless a list knows the name without it.
pub(super) fn find_noted_groups(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    (1..view.len()).filter_map(|at| group_ending_at(view, lexicon, at)).collect()
}

fn group_ending_at(view: &WordView<'_>, lexicon: &Lexicon, noun: usize) -> Option<Draft> {
    let is_small = view.words[noun] == view.lower[noun];
    let goes_on = view.lower_at(Some(noun + 1)) == "-";
    if !view.is(Class::GroupNoun, noun) || !is_small || goes_on {
        return None;
    }
    // "The Islamist movement" is any: adjectives name nothing.
    let is_name = |at: &usize| view.is_name_word[*at] && view.upos_at(*at) == Some(Upos::Propn);
    let name_before = |end: usize| (0..end).rev().take_while(is_name).last();
    let mut start = name_before(noun)?;
    // "Ansar al-Rewa movement".
    let has_particle = start > 1 && view.words[start - 1] == "-" && view.is(Class::Particle, start - 2);
    if has_particle {
        start = name_before(start - 2).unwrap_or(start - 2);
    }
    let words = view.words_from(start, noun - start);
    let is_known = (0..words.len()).any(|at| lexicon.known_name(&words[at..]).is_some());
    let is_title = view.opens_sentence(start) && noun - start == 1;
    (!is_known && !is_title).then(|| Draft::name(Span::new(start, noun + 1), EntityType::GROUP, WITH_NOUN, 0.85))
}
