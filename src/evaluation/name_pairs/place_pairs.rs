//! Pairs of names of places and states.

use super::listed_names::{Entry, Lists, are_alike, pick, pick_unlike, shared_names, words};
use super::name_pair::{NamePair, Truth};
use super::person_pairs::without_diacritics;
use crate::ontology::EntityType;
use crate::stable_random::Random;
use crate::text::fold;

/// Places drawn; each gives one pair of each kind that applies.
const PLACES: usize = 300;

pub(super) fn pairs(lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let is_word = |name: &&str| name.chars().count() > 4 && name.chars().all(char::is_alphabetic);
    let towns: Vec<&str> = lists.places.iter().copied().filter(is_word).collect();
    let mut out = states(&lists.states);
    for _ in 0..PLACES {
        let town = pick(&towns, random);
        out.extend(around(town, pick_unlike(&towns, town, random), random));
    }
    out.extend(written_otherwise(lists, random));
    out
}

/// All pairs of names of one state, and names of states that look alike or contain each other.
fn states(states: &[Entry]) -> Vec<NamePair> {
    let country = |kind, truth, left: &str, right: &str| NamePair::new(kind, truth, EntityType::COUNTRY, left, right);
    let shared = shared_names(states);
    let is_own = |name: &&&str| !shared.contains(&fold(name));
    let mut out = Vec::new();
    for (at, state) in states.iter().enumerate() {
        let names: Vec<&str> = state.names.iter().filter(is_own).copied().collect();
        for (at, left) in names.iter().enumerate() {
            out.extend(names[at + 1..].iter().map(|right| country("listed name of a state", Truth::Same, left, right)));
        }
        let name = state.names[0];
        for other in states[at + 1..].iter().map(|other| other.names[0]) {
            let holds = |outer: &str, inner: &str| fold(outer).split(' ').any(|word| word == fold(inner));
            if are_alike(name, other) || holds(name, other) || holds(other, name) {
                out.push(country("other state, alike", Truth::Different, name, other));
            }
        }
    }
    out
}

/// Areas around a town that have its name.
fn around(town: &str, other_town: &str, random: &mut Random) -> Vec<NamePair> {
    let [side, other_side] = pick(&words("place-side"), random);
    let before = pick(&words("place-before"), random)[0];
    let behind = pick(&words("place-behind"), random)[0];
    let areas: Vec<&str> = words("place-area").iter().map(|[area, _]| *area).collect();
    let area = pick(&areas, random);
    vec![
        place("area before or behind", Truth::Same, &format!("{town} {area}"), &format!("{area} of {town}")),
        place("other side", Truth::Different, &format!("{side} {town}"), &format!("{other_side} {town}")),
        place("word in front", Truth::Different, town, &format!("{before}{town}")),
        place("town and what bears its name", Truth::Different, town, &format!("{town} {behind}")),
        place("other kind of area", Truth::Different, &format!("{town} {area}"), &format!("{town} {behind}")),
        place("other town, same noun", Truth::Different, &format!("{town} {area}"), &format!("{other_town} {area}")),
    ]
    .into_iter()
    // The drawn area may be the one that it is compared with.
    .filter(|pair| pair.left != pair.right)
    .collect()
}

/// Variants of the names of the list, and other names that begin with the same word.
fn written_otherwise(lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let mut names = lists.places.clone();
    random.shuffle(&mut names);
    let mut out = Vec::new();
    let marked = names.iter().map(|name| (name, without_diacritics(name))).filter(|(name, plain)| **name != plain);
    out.extend(marked.take(PLACES).map(|(name, plain)| place("without diacritics", Truth::Same, name, &plain)));
    for (long, short) in [("Saint ", "St. "), ("Mount ", "Mt. "), ("Fort ", "Ft. "), ("Al ", "El "), ("Al ", "Al-")] {
        let starting = names.iter().filter_map(|name| Some((name, name.strip_prefix(long)?))).take(60);
        let kind = "first word written otherwise";
        out.extend(starting.map(|(name, rest)| place(kind, Truth::Same, name, &format!("{short}{rest}"))));
    }
    let first = |name: &str| name.split(' ').next().map(str::to_owned);
    let two_words: Vec<&str> = names.iter().copied().filter(|name| name.split(' ').count() == 2).collect();
    for (at, name) in two_words.iter().enumerate().take(2 * PLACES) {
        let mut later = two_words[at + 1..].iter();
        let other = later.find(|other| first(other) == first(name) && !are_alike(rest(other), rest(name)));
        out.extend(other.map(|other| place("same first word", Truth::Different, name, other)));
    }
    out
}

fn rest(name: &str) -> &str {
    name.split_once(' ').map_or(name, |(_, rest)| rest)
}

fn place(kind: &'static str, truth: Truth, left: &str, right: &str) -> NamePair {
    NamePair::new(kind, truth, EntityType::PLACE, left, right)
}
