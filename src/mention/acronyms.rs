//! Finds acronyms that the article itself defines: "Nepal River Guard (NRG)".

use std::collections::BTreeMap;

use super::draft::Draft;
use super::model::MentionKind;
use super::overlap::Settled;
use crate::language::Class;
use crate::lexicon::{KnownName, Lexicon, WordView};
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::{fold, is_all_caps, is_capitalized};

/// The rules for an acronym that the article defines elsewhere, for the name that an acronym spells, and for the acronym
/// where it is defined.
pub(super) const DEFINED: &str = "defined-acronym";
pub(super) const SPELLED: &str = "spelled-by-acronym";
pub(super) const DEFINITION: &str = "acronym-definition";

/// Adds a mention for each acronym in brackets after a name, and for its later uses.
///
/// At least two letters of the acronym must begin words of the name, in order; so "the Ministry of Trade (Lima)"
/// defines nothing. A defined meaning overrides the gazetteers.
pub(super) fn find_defined_acronyms(views: &[WordView<'_>], settled: &mut [Settled]) {
    let mut defined: BTreeMap<String, Defined> = BTreeMap::new();
    for (view, settled) in views.iter().zip(&mut *settled) {
        for draft in definitions(view, settled) {
            let name = draft.stands_for.map(|name| view.slice(name).to_vec()).unwrap_or_default();
            let acronym = view.words[draft.tokens.start()].clone();
            let meaning = Defined { entity_type: draft.entity_type, known: draft.known.clone(), name };
            replace_or_add(settled, draft, &meaning);
            defined.insert(acronym, meaning);
        }
    }
    for (view, settled) in views.iter().zip(settled) {
        for (at, word) in view.words.iter().enumerate() {
            if let Some(meaning) = defined.get(word) {
                let draft = Draft::name(Span::new(at, at + 1), meaning.entity_type, DEFINED, 0.9);
                replace_or_add(settled, Draft { known: meaning.known.clone(), ..draft }, meaning);
            }
        }
    }
}

/// What the article says that an acronym means.
struct Defined {
    entity_type: EntityType,
    known: Option<KnownName>,
    /// The words of the name before the brackets.
    name: Vec<String>,
}

impl Defined {
    /// Whether what the lists have for the acronym can be the defined name: most words of one are words of the other.
    /// "Rewa Boxing Union (RBU)" is no other organization with these initials.
    fn fits(&self, known: &KnownName) -> bool {
        let words = |name: &str| -> Vec<String> {
            fold(name).split(' ').filter(|word| word.len() > 3).map(str::to_owned).collect()
        };
        let (listed, said) = (words(&known.canonical), words(&self.name.join(" ")));
        let shared = listed.iter().filter(|word| said.contains(word)).count();
        known.entity_type == self.entity_type && shared > 0 && shared * 2 >= listed.len().max(said.len())
    }
}

/// Finds organizations whose full extent only the following acronym shows: "Coast Rescue in Fiji (CRF)".
///
/// The first and last words of the name begin with the first and last letters of the acronym. At least two thirds of
/// the letters must begin words in order, and the name must contain a preposition of place.
pub(super) fn find_spelled_names(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    let name_before = |at: usize| {
        let acronym = view.words.get(at).filter(|word| is_bracketed(view, at) && is_all_caps(word))?;
        let end = at - 1;
        let is_part = |at: &usize| view.is_name_word[*at] || view.is(Class::NameSmallWord, *at);
        let first = (0..end).rev().take_while(is_part).last()?;
        let start = (first..end).find(|&at| view.is_name_word[at] && spells_whole(acronym, &view.words[at..end]))?;
        let has_place = (start..end).any(|at| view.is(Class::NamePlacePreposition, at));
        let lower = view.lower_from(start, end - start);
        let head = lower.iter().find_map(|word| lexicon.head_noun(&[word])).unwrap_or(EntityType::ORGANIZATION);
        let head = if head == EntityType::PLACE { EntityType::ORGANIZATION } else { head };
        let known = lexicon.known_name(&[acronym.as_str()]).map(|(_, meanings)| meanings[0].entity_type);
        let entity_type = known.unwrap_or(head);
        (has_place && is_capitalized(&view.words[start]))
            .then(|| Draft::name(Span::new(start, end), entity_type, SPELLED, 0.9))
    };
    (2..view.len()).filter_map(name_before).collect()
}

fn spells_whole(acronym: &str, name: &[String]) -> bool {
    let initial = |word: &String| word.chars().next().map(|c| c.to_uppercase().to_string());
    let letters: Vec<String> = acronym.chars().filter(|c| c.is_alphabetic()).map(|c| c.to_string()).collect();
    let ends_fit = name.first().and_then(initial) == letters.first().cloned()
        && name.last().and_then(initial) == letters.last().cloned();
    let mut words = name.iter().filter_map(initial);
    let matched = letters
        .iter()
        .filter(|letter| words.clone().any(|word| word == **letter) && words.any(|word| word == **letter))
        .count();
    ends_fit && name.len() > 2 && letters.len() > 2 && matched * 3 >= letters.len() * 2
}

/// The acronyms in brackets after names that they abbreviate.
fn definitions(view: &WordView<'_>, settled: &Settled) -> Vec<Draft> {
    let is_body = |draft: &&Draft| draft.kind == MentionKind::Name && draft.entity_type != EntityType::PERSON;
    let definition = |name: &Draft| {
        // "The Nepal River Guard's (NRG) boats".
        let at = name.tokens.end() + 1 + usize::from(view.is(Class::Possessive, name.tokens.end()));
        let acronym = view.words.get(at).filter(|_| is_bracketed(view, at))?;
        let is_body = !name.entity_type.is_location();
        let is_defined = is_all_caps_like(acronym)
            && (spells(acronym, view.slice(name.tokens)) || (is_body && translates(acronym, view.slice(name.tokens))));
        let draft = Draft::name(Span::new(at, at + 1), name.entity_type, DEFINITION, 0.95);
        is_defined.then(|| Draft { stands_for: Some(name.tokens), known: name.known.clone(), ..draft })
    };
    settled.drafts().iter().filter(is_body).filter_map(definition).collect()
}

fn is_bracketed(view: &WordView<'_>, at: usize) -> bool {
    view.lower_at(Some(at - 1)) == "(" && view.lower_at(Some(at + 1)) == ")"
}

/// Capitals, possibly with a lowercase letter between them ("MoU", "IsDB").
fn is_all_caps_like(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    is_all_caps(word) || (capitals >= 2 && capitals * 2 > word.chars().count())
}

/// Whether at least two letters of `acronym` begin words of `name` in order. For a name of one word, all letters must
/// occur in it in order, and the first letters must be equal.
fn spells(acronym: &str, name: &[String]) -> bool {
    let upper =
        |word: &str| -> Vec<char> { word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_uppercase).collect() };
    let letters = upper(acronym);
    let in_order = |source: Vec<char>| {
        let mut source = source.into_iter();
        letters.iter().filter(|letter| source.any(|other| other == **letter)).count()
    };
    match name {
        [word] => letters.first() == upper(word).first() && in_order(upper(word)) == letters.len(),
        words => in_order(words.iter().filter_map(|word| upper(word).first().copied()).collect()) >= 2,
    }
}

/// Whether `acronym` may abbreviate the name in another language: "Democratic Revolutionary Party (PRD)". At least two
/// of its letters begin words of the name, in any order.
fn translates(acronym: &str, name: &[String]) -> bool {
    let mut initials: Vec<char> =
        name.iter().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect();
    let found = acronym.chars().filter(|letter| {
        let at = initials.iter().position(|initial| initial == letter);
        at.map(|at| initials.swap_remove(at)).is_some()
    });
    found.count() >= 2
}

/// Replaces what was found at the same place, because a definition is surer. A longer name stays.
fn replace_or_add(settled: &mut Settled, draft: Draft, meaning: &Defined) {
    match settled.same_place(&draft) {
        Some(other) if other.stands_for.is_none() => {
            let known = draft.known.clone().or_else(|| other.known.take().filter(|known| meaning.fits(known)));
            *other = Draft { known, ..draft.instead_of(other) };
        }
        Some(_) => {}
        None => settled.add(draft),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn initials_must_be_spelled_in_order() {
        assert!(spells("LNP", &words("Liberia National Police")));
        assert!(!spells("XYZ", &words("Liberia National Police")));
        assert!(translates("PRD", &words("Democratic Revolutionary Party")));
        assert!(!translates("NRG", &words("Liberia National Police")));
        assert!(spells("KBR", &words("Kabar")) && !spells("NRG", &words("Nepal")));
    }
}
