//! The shipped lists and the words of this folder in, what pairs are made of out.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::shipped_list;
use crate::ontology::EntityType;
use crate::stable_random::Random;
use crate::text::fold;

/// Kinds of organisations that are none of a state.
const PRIVATE: [&str; 4] = ["ngo", "foundation", "sport", "university"];

/// Kinds of the list of organisations that are no bodies.
const NO_BODIES: [&str; 5] = ["federal", "region", "base", "agreement", "programme"];

/// A state with a simple name and an adjective of its own.
pub(super) struct Land {
    pub(super) name: &'static str,
    pub(super) adjective: &'static str,
}

/// A thing of a list with all its names.
pub(super) struct Entry {
    pub(super) entity_type: EntityType,
    pub(super) names: Vec<&'static str>,
    pub(super) acronyms: Vec<&'static str>,
}

/// Names for people, lands, places and listed bodies.
pub(super) struct Lists {
    pub(super) men: Vec<&'static str>,
    pub(super) women: Vec<&'static str>,
    pub(super) families: Vec<&'static str>,
    pub(super) lands: Vec<Land>,
    /// States with all their names.
    pub(super) states: Vec<Entry>,
    pub(super) bodies: Vec<Entry>,
    pub(super) places: Vec<&'static str>,
}

impl Lists {
    pub(super) fn shipped() -> Self {
        let people = |kind, gender| {
            rows("person_names.tsv").filter(|row| row[1] == kind && row[2] == gender).map(|row| row[0]).collect()
        };
        Self {
            men: people("given", "M"),
            women: people("given", "F"),
            families: people("family", ""),
            lands: lands(),
            states: states(),
            bodies: bodies(),
            places: rows("places.tsv").map(|row| row[0]).collect(),
        }
    }
}

fn sovereign() -> impl Iterator<Item = Vec<&'static str>> {
    rows("countries.tsv").filter(|row| row[9] == "sovereign")
}

fn lands() -> Vec<Land> {
    let mut bearers: BTreeMap<&str, usize> = BTreeMap::new();
    for adjective in sovereign().flat_map(|row| row[5].split(';')) {
        *bearers.entry(adjective).or_default() += 1;
    }
    // Names that stand with "the", and those of two parts.
    let no_simple = [
        "Republic",
        "United",
        "Islands",
        " and ",
        "Maldives",
        "Seychelles",
        "Bahamas",
        "Netherlands",
        "Philippines",
        "Gambia",
        "Comoros",
    ];
    let is_simple = |name: &str| !no_simple.iter().any(|part| name.contains(part));
    let land = |row: Vec<&'static str>| {
        let adjective = row[5].split(';').next()?;
        // "Congolese" and "Dominican" are those of two lands.
        (is_simple(row[2]) && bearers[adjective] == 1 && row[2] != adjective)
            .then_some(Land { name: row[2], adjective })
    };
    sovereign().filter_map(land).filter(|land| !land.adjective.is_empty()).collect()
}

fn states() -> Vec<Entry> {
    let entry = |row: Vec<&'static str>| Entry {
        entity_type: EntityType::COUNTRY,
        names: [row[2], row[3]].into_iter().chain(split(row[4])).collect(),
        acronyms: Vec::new(),
    };
    sovereign().map(entry).collect()
}

fn bodies() -> Vec<Entry> {
    let organisation = |row: Vec<&'static str>| {
        let kind = row[3].split(' ').next().unwrap_or_default();
        let entity_type = match kind {
            "group" => EntityType::GROUP,
            kind if PRIVATE.contains(&kind) => EntityType::ORGANIZATION,
            _ => EntityType::AGENCY,
        };
        (!NO_BODIES.contains(&kind)).then(|| entry(entity_type, &row))
    };
    // The lexicon leaves out the short names of old groups, which are common words today.
    let is_known = |row: &Vec<&str>| row[4] != "listed" || row[0].split(' ').count() > 2;
    let groups = rows("armed_groups.tsv").filter(is_known).map(|row| entry(EntityType::GROUP, &row));
    rows("organisations.tsv").filter_map(organisation).chain(groups).collect()
}

fn entry(entity_type: EntityType, row: &[&'static str]) -> Entry {
    // Small letters describe ("the bloc"), they are no name.
    let is_name = |name: &&str| name.chars().next().is_some_and(|c| !c.is_lowercase()) && fold(name).len() > 2;
    let names = [row[0]].into_iter().chain(split(row[2])).filter(is_name).collect();
    Entry { entity_type, names, acronyms: split(row[1]).filter(|acronym| acronym.len() > 2).collect() }
}

fn split(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split(';').filter(|name| !name.is_empty())
}

/// The names, folded, that more than one entry bears.
pub(super) fn shared_names(entries: &[Entry]) -> BTreeSet<String> {
    let (mut seen, mut shared) = (BTreeSet::new(), BTreeSet::new());
    for entry in entries {
        let own: BTreeSet<String> = entry.names.iter().chain(&entry.acronyms).map(|name| fold(name)).collect();
        for name in own {
            if !seen.insert(name.clone()) {
                shared.insert(name);
            }
        }
    }
    shared
}

/// The rows of a class of this folder's words: a word and, for some classes, its other form.
pub(super) fn words(class: &str) -> Vec<[&'static str; 2]> {
    let table = include_str!("words.tsv").lines().skip(1).filter(|line| !line.starts_with('#'));
    let row = |line: &'static str| {
        let mut fields = line.split('\t');
        (fields.next() == Some(class)).then(|| [(); 2].map(|()| fields.next().unwrap_or_default()))
    };
    table.filter_map(row).collect()
}

fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let text = shipped_list(list).expect("the program ships the list");
    text.lines().skip(1).filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// One of `items`, at random.
pub(super) fn pick<T: Copy>(items: &[T], random: &mut Random) -> T {
    items[(random.next() % items.len() as u64) as usize]
}

/// One of `items` that does not look like `unlike`, so that it is no spelling of it.
pub(super) fn pick_unlike(items: &[&'static str], unlike: &str, random: &mut Random) -> &'static str {
    loop {
        let item = pick(items, random);
        if !are_alike(item, unlike) {
            return item;
        }
    }
}

/// Whether two names look alike: Jaro-Winkler (Winkler 1990) of at least 0.8, which no two names have that a reader
/// takes for clearly different.
pub(super) fn are_alike(left: &str, right: &str) -> bool {
    strsim::jaro_winkler(&fold(left), &fold(right)) >= 0.8
}
