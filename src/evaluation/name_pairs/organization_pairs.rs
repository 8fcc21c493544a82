//! Lands and lists in, pairs of names of bodies out.

use super::listed_names::{Entry, Land, Lists, are_alike, pick, pick_unlike, shared_names, words};
use super::name_pair::{NamePair, Truth};
use crate::ontology::EntityType;
use crate::stable_random::Random;
use crate::text::fold;

/// Lands drawn; each gives one pair a kind.
const LANDS: usize = 250;

/// Pairs of two entries of the lists, at most: there are more of them than of all others.
const ENTRIES: usize = 1500;

pub(super) fn pairs(lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let mut out = Vec::new();
    for _ in 0..LANDS {
        let land = &lists.lands[(random.next() % lists.lands.len() as u64) as usize];
        out.extend(ministries(land, lists, random));
        out.extend(forces(land, lists, random));
        out.extend(units(land, random));
        out.extend(town_bodies(lists, random));
    }
    out.extend(aliases(&lists.bodies));
    out.extend(neighbours(&lists.bodies, random));
    out
}

/// The ways in which papers name a ministry of a land.
fn forms(land: &Land, portfolio: &str) -> [String; 6] {
    let Land { name, adjective } = land;
    let owner = format!("{name}'{}", if name.ends_with('s') { "" } else { "s" });
    [
        format!("Ministry of {portfolio} of {name}"),
        format!("{adjective} Ministry of {portfolio}"),
        format!("{owner} Ministry of {portfolio}"),
        format!("{adjective} {portfolio} Ministry"),
        format!("{name} Ministry of {portfolio}"),
        format!("{owner} {portfolio} Ministry"),
    ]
}

fn ministries(land: &Land, lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let portfolios: Vec<&str> = words("portfolio").iter().map(|[portfolio, _]| *portfolio).collect();
    let portfolio = pick(&portfolios, random);
    let own = forms(land, portfolio);
    let (one, other) = two_of(own.len(), random);
    let foreign = forms(other_land(land, lists, random), portfolio);
    let elsewhere = forms(land, pick_unlike(&portfolios, portfolio, random));
    let [ministry, head] = pick(&words("other-head"), random);
    let mut out = vec![
        agency("land by name or adjective", Truth::Same, &own[one], &own[other]),
        agency("other land", Truth::Different, &own[one], &foreign[one]),
        agency("other land, other form", Truth::Different, &own[one], &foreign[other]),
        agency("other portfolio", Truth::Different, &own[one], &elsewhere[one]),
        agency("other portfolio, other form", Truth::Different, &own[one], &elsewhere[other]),
        agency("other head noun", Truth::Different, &own[0], &own[0].replace(ministry, head)),
        agency("land left out", Truth::Open, &own[one], &format!("Ministry of {portfolio}")),
    ];
    if let Some(alike) = lists.lands.iter().find(|other| other.name != land.name && are_alike(other.name, land.name)) {
        out.push(agency("other land, alike", Truth::Different, &own[one], &forms(alike, portfolio)[one]));
    }
    out
}

fn forces(land: &Land, lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let forces: Vec<&str> = words("force").iter().map(|[force, _]| *force).collect();
    let force = pick(&forces, random);
    let other_force = pick_unlike(&forces, force, random);
    let foreign = other_land(land, lists, random);
    let (by_name, by_adjective) = (format!("{} {force}", land.name), format!("{} {force}", land.adjective));
    vec![
        agency("land by name or adjective", Truth::Same, &by_name, &by_adjective),
        agency("land by name or adjective", Truth::Same, &by_adjective, &format!("{force} of {}", land.name)),
        agency("other land", Truth::Different, &by_adjective, &format!("{} {force}", foreign.adjective)),
        agency("other land, other form", Truth::Different, &by_name, &format!("{} {force}", foreign.adjective)),
        agency("other head noun", Truth::Different, &by_adjective, &format!("{} {other_force}", land.adjective)),
        agency("part of it", Truth::Different, &by_name, &format!("{by_name} Academy")),
    ]
}

fn units(land: &Land, random: &mut Random) -> Vec<NamePair> {
    let [one, other] = pick(&words("unit-side"), random);
    let unit = pick(&words("unit"), random)[0];
    let number = 4 + random.next() % 8;
    let numbered = |number: u64| format!("{number}th {unit}");
    vec![
        agency("other side", Truth::Different, &format!("{one} {unit}"), &format!("{other} {unit}")),
        agency(
            "other side, with land",
            Truth::Different,
            &format!("{} {one} {unit}", land.adjective),
            &format!("{} {other} {unit}", land.adjective),
        ),
        agency("other number", Truth::Different, &numbered(number), &numbered(number + 1 + random.next() % 8)),
    ]
}

fn town_bodies(lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let (town, body) = (pick(&lists.places, random), pick(&words("body"), random)[0]);
    let other_town = pick_unlike(&lists.places, town, random);
    let name = format!("{town} {body}");
    let organization =
        |kind, truth, left: &str, right: &str| NamePair::new(kind, truth, EntityType::ORGANIZATION, left, right);
    let mut out = vec![organization("other town", Truth::Different, &name, &format!("{other_town} {body}"))];
    for [one, other] in words("spelling") {
        let is_word = |word: &str| word == one;
        if body.split(' ').any(is_word) {
            let body: Vec<&str> = body.split(' ').map(|word| if word == one { other } else { word }).collect();
            out.push(organization("word spelt otherwise", Truth::Same, &name, &format!("{town} {}", body.join(" "))));
        }
    }
    out
}

/// The first name of an entry of the lists with its others. The others among each other are left out: of a body with
/// several branches each may be named.
fn aliases(entries: &[Entry]) -> Vec<NamePair> {
    let shared = shared_names(entries);
    let is_own = |name: &&&str| !shared.contains(&fold(name));
    let mut out = Vec::new();
    for entry in entries {
        let Some(name) = entry.names.first().filter(is_own) else { continue };
        for alias in entry.names[1..].iter().filter(is_own) {
            let kind = if share_word(name, alias) { "listed, a word in common" } else { "listed, no word in common" };
            out.push(NamePair::new(kind, Truth::Same, entry.entity_type, name, alias));
        }
        for acronym in entry.acronyms.iter().filter(is_own) {
            out.push(NamePair::new("listed acronym", Truth::Same, entry.entity_type, name, acronym));
        }
    }
    out
}

/// The first names of two entries of one type that have a word in common.
fn neighbours(entries: &[Entry], random: &mut Random) -> Vec<NamePair> {
    let shared = shared_names(entries);
    let mut out = Vec::new();
    for (at, left) in entries.iter().enumerate() {
        for right in entries[at + 1..].iter().filter(|right| right.entity_type == left.entity_type) {
            let (Some(one), Some(other)) = (left.names.first(), right.names.first()) else { continue };
            let is_shared = |name: &str| shared.contains(&fold(name));
            if share_word(one, other) && !is_shared(one) && !is_shared(other) {
                out.push(NamePair::new("other entry of the list", Truth::Different, left.entity_type, one, other));
            }
        }
    }
    random.shuffle(&mut out);
    out.truncate(ENTRIES);
    out
}

/// Whether both names hold one word of more than three letters.
fn share_word(left: &str, right: &str) -> bool {
    let right = fold(right);
    fold(left).split(' ').any(|word| word.chars().count() > 3 && right.split(' ').any(|other| other == word))
}

fn other_land<'a>(land: &Land, lists: &'a Lists, random: &mut Random) -> &'a Land {
    loop {
        let other = &lists.lands[(random.next() % lists.lands.len() as u64) as usize];
        if other.name != land.name {
            return other;
        }
    }
}

/// Two different numbers below `end`.
fn two_of(end: usize, random: &mut Random) -> (usize, usize) {
    let one = (random.next() % end as u64) as usize;
    let step = 1 + (random.next() % (end as u64 - 1)) as usize;
    (one, (one + step) % end)
}

fn agency(kind: &'static str, truth: Truth, left: &str, right: &str) -> NamePair {
    NamePair::new(kind, truth, EntityType::AGENCY, left, right)
}
