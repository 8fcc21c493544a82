//! Pairs of names of organizations.

use super::listed_names::{Country, Entry, Lists, are_alike, pick, pick_unlike, shared_names, words};
use super::name_pair::{NamePair, Truth};
use crate::ontology::EntityType;
use crate::stable_random::Random;
use crate::text::fold;

/// Countries drawn; each gives one pair of each kind.
const COUNTRIES: usize = 250;

/// Pairs of two entries of the lists, at most: there are more of them than of all others.
const ENTRIES: usize = 1500;

pub(super) fn pairs(lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let mut out = Vec::new();
    for _ in 0..COUNTRIES {
        let country = &lists.countries[(random.next() % lists.countries.len() as u64) as usize];
        out.extend(ministries(country, lists, random));
        out.extend(forces(country, lists, random));
        out.extend(units(country, random));
        out.extend(town_organizations(lists, random));
    }
    out.extend(aliases(&lists.organizations));
    out.extend(neighbors(&lists.organizations, random));
    out
}

/// The forms in which newspapers name a ministry of a country.
fn forms(country: &Country, portfolio: &str) -> [String; 6] {
    let Country { name, adjective } = country;
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

fn ministries(country: &Country, lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let portfolios: Vec<&str> = words("portfolio").iter().map(|[portfolio, _]| *portfolio).collect();
    let portfolio = pick(&portfolios, random);
    let own = forms(country, portfolio);
    let (one, other) = two_of(own.len(), random);
    let foreign = forms(other_country(country, lists, random), portfolio);
    let elsewhere = forms(country, pick_unlike(&portfolios, portfolio, random));
    let [ministry, head] = pick(&words("other-head"), random);
    let mut out = vec![
        agency("country by name or adjective", Truth::Same, &own[one], &own[other]),
        agency("other country", Truth::Different, &own[one], &foreign[one]),
        agency("other country, other form", Truth::Different, &own[one], &foreign[other]),
        agency("other portfolio", Truth::Different, &own[one], &elsewhere[one]),
        agency("other portfolio, other form", Truth::Different, &own[one], &elsewhere[other]),
        agency("other head noun", Truth::Different, &own[0], &own[0].replace(ministry, head)),
        agency("country left out", Truth::Open, &own[one], &format!("Ministry of {portfolio}")),
    ];
    if let Some(alike) =
        lists.countries.iter().find(|other| other.name != country.name && are_alike(other.name, country.name))
    {
        out.push(agency("other country, alike", Truth::Different, &own[one], &forms(alike, portfolio)[one]));
    }
    out
}

fn forces(country: &Country, lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let forces: Vec<&str> = words("force").iter().map(|[force, _]| *force).collect();
    let force = pick(&forces, random);
    let other_force = pick_unlike(&forces, force, random);
    let foreign = other_country(country, lists, random);
    let (by_name, by_adjective) = (format!("{} {force}", country.name), format!("{} {force}", country.adjective));
    vec![
        agency("country by name or adjective", Truth::Same, &by_name, &by_adjective),
        agency("country by name or adjective", Truth::Same, &by_adjective, &format!("{force} of {}", country.name)),
        agency("other country", Truth::Different, &by_adjective, &format!("{} {force}", foreign.adjective)),
        agency("other country, other form", Truth::Different, &by_name, &format!("{} {force}", foreign.adjective)),
        agency("other head noun", Truth::Different, &by_adjective, &format!("{} {other_force}", country.adjective)),
        agency("part of it", Truth::Different, &by_name, &format!("{by_name} Academy")),
    ]
}

fn units(country: &Country, random: &mut Random) -> Vec<NamePair> {
    let [one, other] = pick(&words("unit-side"), random);
    let unit = pick(&words("unit"), random)[0];
    let number = 4 + random.next() % 8;
    let numbered = |number: u64| format!("{number}th {unit}");
    vec![
        agency("other side", Truth::Different, &format!("{one} {unit}"), &format!("{other} {unit}")),
        agency(
            "other side, with country",
            Truth::Different,
            &format!("{} {one} {unit}", country.adjective),
            &format!("{} {other} {unit}", country.adjective),
        ),
        agency("other number", Truth::Different, &numbered(number), &numbered(number + 1 + random.next() % 8)),
    ]
}

fn town_organizations(lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let (town, rest) = (pick(&lists.places, random), pick(&words("organization"), random)[0]);
    let other_town = pick_unlike(&lists.places, town, random);
    let name = format!("{town} {rest}");
    let pair = |kind, truth, left: &str, right: &str| NamePair::new(kind, truth, EntityType::ORGANIZATION, left, right);
    let mut out = vec![pair("other town", Truth::Different, &name, &format!("{other_town} {rest}"))];
    for [one, other] in words("spelling") {
        let is_word = |word: &str| word == one;
        if rest.split(' ').any(is_word) {
            let respelled: Vec<&str> = rest.split(' ').map(|word| if word == one { other } else { word }).collect();
            let respelled = format!("{town} {}", respelled.join(" "));
            out.push(pair("word in another spelling", Truth::Same, &name, &respelled));
        }
    }
    out
}

/// Pairs of the first name of a listed entry with each of its other names. The other names are not paired with each
/// other, since they may name different branches of an organization.
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
fn neighbors(entries: &[Entry], random: &mut Random) -> Vec<NamePair> {
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

fn other_country<'a>(country: &Country, lists: &'a Lists, random: &mut Random) -> &'a Country {
    loop {
        let other = &lists.countries[(random.next() % lists.countries.len() as u64) as usize];
        if other.name != country.name {
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
