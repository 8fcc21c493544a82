//! Finds names that are in the gazetteers.

use super::draft::Draft;
use crate::analysis::Upos;
use crate::language::Class;
use crate::lexicon::WordView;
use crate::lexicon::{KnownName, Lexicon, NameForm};
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::{is_all_caps, is_capitalized};

/// The maximum number of words in a known name; the longest in the shipped lists has 16.
pub(super) const MAX_WORDS: usize = 16;

/// The minimum number of letters of a known name that is found in capitals, too. A shorter word in capitals is rather an
/// acronym.
const SHOUTED_LETTERS: usize = 5;

/// Finds the longest known names from left to right.
///
/// An ambiguous name ("Congo", "ADB") is kept with its type if all meanings share it, but without a canonical name.
pub(super) fn find_known_names(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let draft = match_known(view, lexicon, at).or_else(|| match_place(view, lexicon, at));
        at = draft.as_ref().map_or(at + 1, |draft| draft.tokens.end());
        found.extend(draft);
    }
    found
}

/// Finds the countries inside known names of organizations: "Bank of Peru".
pub(super) fn find_known_inside(view: &WordView<'_>, lexicon: &Lexicon, known: &[Draft]) -> Vec<Draft> {
    let is_body = |draft: &&Draft| !matches!(draft.entity_type, EntityType::COUNTRY | EntityType::PLACE);
    let inside = |draft: &Draft| -> Vec<Draft> {
        let tokens = draft.tokens;
        let country = |at: usize| {
            let (length, meanings) = lexicon.known_name(&view.words_from(at, tokens.end() - at))?;
            let [only] = meanings else { return None };
            let is_part = only.entity_type == EntityType::COUNTRY && length < tokens.len();
            let draft = Draft::name(Span::new(at, at + length), EntityType::COUNTRY, rule_of(only), 0.95);
            is_part.then(|| Draft { known: Some(only.clone()), ..draft })
        };
        tokens.range().filter_map(country).collect()
    };
    known.iter().filter(is_body).filter(|draft| draft.tokens.len() > 1).flat_map(inside).collect()
}

fn match_known(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<Draft> {
    let (length, meanings) =
        lexicon.known_name(&view.words_from(at, MAX_WORDS)).or_else(|| match_shouted(view, lexicon, at))?;
    let first = meanings.first()?;
    if is_opening_word(view, first, at, length) {
        return None;
    }
    let has_capital = view.words[at..at + length].iter().any(|word| is_capitalized(word)); // "al-Qaeda"
    if (first.form == NameForm::Acronym && view.is_shouted) || !has_capital {
        return None; // in a line of capitals every short word looks like an acronym
    }
    // "The DRC" is rather the country than the Danish Refugee Council.
    let country = meanings.iter().find(|meaning| meaning.entity_type == EntityType::COUNTRY);
    let is_mixed = meanings.iter().any(|meaning| meaning.entity_type != first.entity_type);
    let (first, is_only) = match country.filter(|_| is_mixed) {
        Some(country) => (country, true),
        None if is_mixed => return None,
        None => (first, meanings.len() == 1),
    };
    let entity_type = first.entity_type;
    let tokens = Span::new(at, at + length);
    // "US dollars" are money.
    if entity_type == EntityType::COUNTRY && view.is(Class::Currency, at + length) {
        return None;
    }
    // "The Fijian Authority" governs the country, but is not the country.
    let last = view.lower[at + length - 1].as_str();
    if entity_type == EntityType::COUNTRY && length > 1 && lexicon.is(Class::GoverningBody, last) {
        return Some(Draft::name(tokens, EntityType::AGENCY, "governing-body", 0.95));
    }
    let known = is_only.then(|| first.clone());
    Some(Draft { known, ..Draft::name(tokens, entity_type, rule_of(first), 0.95) })
}

/// A known name of at least [`SHOUTED_LETTERS`] letters in capitals: "HAMAS", "UNITED NATIONS".
fn match_shouted<'l>(view: &WordView<'_>, lexicon: &'l Lexicon, at: usize) -> Option<(usize, &'l [KnownName])> {
    let is_shouted = |word: &&str| is_all_caps(word) && word.chars().count() > 1;
    let words = view.words_from(at, MAX_WORDS);
    let capitals: Vec<&str> = words.into_iter().take_while(is_shouted).collect();
    let spoken = |word: &&str| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    };
    let names: Vec<String> = capitals.iter().map(spoken).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (length, meanings) = lexicon.known_name(&names)?;
    let letters: usize = names[..length].iter().map(|name| name.chars().count()).sum();
    let is_spoken_acronym = meanings.iter().any(|known| known.form == NameForm::Acronym);
    (letters >= SHOUTED_LETTERS && !is_spoken_acronym).then_some((length, meanings))
}

/// An acronym that is written like a name, at the start of a sentence, where the tagger sees no name: "Care is needed".
fn is_opening_word(view: &WordView<'_>, known: &KnownName, at: usize, length: usize) -> bool {
    let is_spoken = known.form == NameForm::Acronym && length == 1 && !is_all_caps(&view.words[at]);
    is_spoken && view.opens_sentence(at) && view.upos_at(at) != Some(Upos::Propn)
}

fn rule_of(known: &KnownName) -> &'static str {
    match known.list {
        "countries" => "gazetteer:countries",
        "organisations" => "gazetteer:organisations",
        "armed-groups" => "gazetteer:armed-groups",
        "regions" => "gazetteer:regions",
        _ => "gazetteer:own",
    }
}

/// A populated place after a preposition of place, or before the name of a country.
fn match_place(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<Draft> {
    if !view.is_name_word[at] || is_all_caps(&view.words[at]) {
        return None;
    }
    let length = lexicon.place(&view.words_from(at, MAX_WORDS))?;
    let before = at.checked_sub(1);
    let behind_preposition = view.is(Class::Locative, before);
    let before_country = view.lower_at(Some(at + length)) == ","
        && at + length + 1 < view.len()
        && lexicon
            .known_name(&view.words_from(at + length + 1, MAX_WORDS))
            .is_some_and(|(_, meanings)| meanings[0].entity_type == EntityType::COUNTRY);
    let next_is_name = view.is_name_word.get(at + length).copied().unwrap_or(false);
    ((behind_preposition || before_country) && !next_is_name)
        .then(|| Draft::name(Span::new(at, at + length), EntityType::PLACE, "gazetteer:places", 0.85))
}
