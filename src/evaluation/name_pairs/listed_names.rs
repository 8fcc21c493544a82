//! The material of which pairs are made: names from the shipped lists and words of this folder.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::shipped_list;
use crate::ontology::EntityType;
use crate::stable_random::Random;
use crate::table::{Row, Table};
use crate::text::fold;

/// Types of organizations that are not part of a state.
const PRIVATE: [&str; 4] = ["ngo", "foundation", "sport", "university"];

/// Types in the list of organizations that are not organizations.
const NO_ORGANIZATIONS: [&str; 5] = ["federal", "region", "base", "agreement", "programme"];

/// A state with a simple name and an adjective that no other state shares.
pub(super) struct Country {
    pub(super) name: &'static str,
    pub(super) adjective: &'static str,
}

/// A thing of a list with all its names.
pub(super) struct Entry {
    pub(super) entity_type: EntityType,
    pub(super) names: Vec<&'static str>,
    pub(super) acronyms: Vec<&'static str>,
}

/// Names for people, countries, places and listed organizations.
pub(super) struct Lists {
    pub(super) men: Vec<&'static str>,
    pub(super) women: Vec<&'static str>,
    pub(super) families: Vec<&'static str>,
    pub(super) countries: Vec<Country>,
    /// States with all their names.
    pub(super) states: Vec<Entry>,
    pub(super) organizations: Vec<Entry>,
    pub(super) places: Vec<&'static str>,
}

impl Lists {
    pub(super) fn shipped() -> Self {
        let table = shipped("person_names.tsv");
        let [name, kind, gender] = table.columns(["name", "kind", "gender"]).expect(COLUMNS);
        let people = |of_kind, of_gender| {
            let rows = table.rows().filter(|row| row.get(kind) == of_kind && row.get(gender) == of_gender);
            rows.map(|row| row.get(name)).collect()
        };
        let places = shipped("places.tsv");
        let [place] = places.columns(["name"]).expect(COLUMNS);
        Self {
            men: people("given", "M"),
            women: people("given", "F"),
            families: people("family", ""),
            countries: countries(),
            states: states(),
            organizations: organizations(),
            places: places.rows().map(|row| row.get(place)).collect(),
        }
    }
}

/// The fields of the sovereign states in these columns.
fn sovereign<const N: usize>(columns: [&str; N]) -> impl Iterator<Item = [&'static str; N]> {
    let table = shipped("countries.tsv");
    let [status] = table.columns(["status"]).expect(COLUMNS);
    let columns = table.columns(columns).expect(COLUMNS);
    let rows: Vec<Row> = table.rows().filter(|row| row.get(status) == "sovereign").collect();
    rows.into_iter().map(move |row| columns.map(|column| row.get(column)))
}

fn countries() -> Vec<Country> {
    let mut bearers: BTreeMap<&str, usize> = BTreeMap::new();
    for adjective in sovereign(["adjectives"]).flat_map(|[adjectives]| adjectives.split(';')) {
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
    let country = |[name, adjectives]: [&'static str; 2]| {
        let adjective = adjectives.split(';').next()?;
        // "Congolese" and "Dominican" belong to two countries.
        (is_simple(name) && bearers[adjective] == 1 && name != adjective).then_some(Country { name, adjective })
    };
    sovereign(["name", "adjectives"]).filter_map(country).filter(|country| !country.adjective.is_empty()).collect()
}

fn states() -> Vec<Entry> {
    let entry = |[name, official, aliases]: [&'static str; 3]| Entry {
        entity_type: EntityType::COUNTRY,
        names: [name, official].into_iter().chain(split(aliases)).collect(),
        acronyms: Vec::new(),
    };
    sovereign(["name", "official", "aliases"]).map(entry).collect()
}

fn organizations() -> Vec<Entry> {
    let organizations = shipped("organisations.tsv");
    let columns = organizations.columns(["name", "acronyms", "aliases", "type"]).expect(COLUMNS);
    let organization = |row: Row<'static>| {
        let [name, acronyms, aliases, kind] = columns.map(|column| row.get(column));
        let kind = kind.split(' ').next().unwrap_or_default();
        let entity_type = match kind {
            "group" => EntityType::GROUP,
            kind if PRIVATE.contains(&kind) => EntityType::ORGANIZATION,
            _ => EntityType::AGENCY,
        };
        (!NO_ORGANIZATIONS.contains(&kind)).then(|| entry(entity_type, name, acronyms, aliases))
    };
    let groups = shipped("armed_groups.tsv");
    let columns = groups.columns(["name", "acronyms", "aliases", "kind"]).expect(COLUMNS);
    let group = |row: Row<'static>| {
        let [name, acronyms, aliases, kind] = columns.map(|column| row.get(column));
        // The lexicon leaves out the short names of old groups, which are common words today.
        let is_known = kind != "listed" || name.split(' ').count() > 2;
        is_known.then(|| entry(EntityType::GROUP, name, acronyms, aliases))
    };
    organizations.rows().filter_map(organization).chain(groups.rows().filter_map(group)).collect()
}

fn entry(entity_type: EntityType, name: &'static str, acronyms: &'static str, aliases: &'static str) -> Entry {
    // Words in small letters describe ("the bloc") and are not names.
    let is_name = |name: &&str| name.chars().next().is_some_and(|c| !c.is_lowercase()) && fold(name).len() > 2;
    let names = [name].into_iter().chain(split(aliases)).filter(is_name).collect();
    Entry { entity_type, names, acronyms: split(acronyms).filter(|acronym| acronym.len() > 2).collect() }
}

fn split(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split(';').filter(|name| !name.is_empty())
}

/// The folded names that more than one entry has.
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
pub(super) fn words(of_class: &str) -> Vec<[&'static str; 2]> {
    let table = Table::read(include_str!("words.tsv")).expect("the tests read the table");
    let [class, word, other] = table.columns(["class", "word", "other"]).expect(COLUMNS);
    let rows = table.rows().filter(|row| row.get(class) == of_class);
    rows.map(|row| [word, other].map(|column| row.exact(column))).collect()
}

/// What is expected of the lists of the program.
const COLUMNS: &str = "the list of the program has these columns";

fn shipped(list: &str) -> Table<'static> {
    let text = shipped_list(list).expect("the program ships the list");
    Table::read(text).expect("the list of the program is a table")
}

/// One of `items`, at random.
pub(super) fn pick<T: Copy>(items: &[T], random: &mut Random) -> T {
    items[(random.next() % items.len() as u64) as usize]
}

/// One of `items` that does not look like `unlike`, so that it is not another spelling of it.
pub(super) fn pick_unlike(items: &[&'static str], unlike: &str, random: &mut Random) -> &'static str {
    loop {
        let item = pick(items, random);
        if !are_alike(item, unlike) {
            return item;
        }
    }
}

/// Whether two names look alike: their Jaro-Winkler similarity (Winkler 1990) is at least 0.8. Names that are clearly
/// different to a reader score less.
pub(super) fn are_alike(left: &str, right: &str) -> bool {
    strsim::jaro_winkler(&fold(left), &fold(right)) >= 0.8
}
