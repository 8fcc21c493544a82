//! Reads the lists of names that training uses.

use std::collections::BTreeMap;

use super::known_names_builder::KnownNamesBuilder;
use super::train_error::TrainError;
use crate::analysis::names::known_names::List;
use crate::table::Table;

/// The contents of the list files, each tab-separated with a first line of column names.
#[derive(Debug, Clone, Default)]
pub struct NameLists {
    /// Columns `name official aliases adjectives persons capital`.
    pub countries: String,
    /// Columns `name acronyms aliases`.
    pub organizations: String,
    /// Columns `name acronyms aliases`.
    pub armed_groups: String,
    /// Columns `title variants`.
    pub titles: String,
    /// Columns `class noun plural`.
    pub head_nouns: String,
    /// Columns `name kind countries` with the kinds `given` and `family`.
    pub person_names: String,
    /// Columns `name kind` as in `person_names`, of one country; its family names are left out, for many are common
    /// words.
    pub other_person_names: String,
    /// Column `name`.
    pub places: String,
}

/// Organizations and places that newspapers name without explaining them; written by hand from general knowledge.
///
/// Columns `group list names` with the lists `organization` and `place`.
const WELL_KNOWN: &str = include_str!("well_known.tsv");

/// Peoples, particles, connectors and function words, divided by spaces, with the list that they are on.
const SMALL_WORDS: &str = include_str!("small_words.tsv");

impl NameLists {
    /// The entries of all lists, in ascending order of their hashes.
    pub(crate) fn entries(&self) -> Result<Vec<(u32, u32)>, TrainError> {
        let mut builder = KnownNamesBuilder::default();
        add_small_words(&mut builder);
        let countries = [
            ("name", List::Country),
            ("official", List::Country),
            ("aliases", List::Country),
            ("adjectives", List::Demonym),
            ("persons", List::Demonym),
            ("capital", List::Settlement),
        ];
        add_columns(&mut builder, &read("countries", &self.countries)?, &countries);
        let organizations = |list| [("name", list), ("aliases", list), ("acronyms", List::Acronym)];
        add_columns(&mut builder, &read("organizations", &self.organizations)?, &organizations(List::Organization));
        add_columns(&mut builder, &read("armed groups", &self.armed_groups)?, &organizations(List::ArmedGroup));
        let titles = [("title", List::Title), ("variants", List::Title)];
        add_columns(&mut builder, &read("titles", &self.titles)?, &titles);
        add_columns(&mut builder, &read("places", &self.places)?, &[("name", List::Settlement)]);
        add_well_known(&mut builder);
        self.add_persons(&mut builder)?;
        self.add_nouns(&mut builder)?;
        Ok(builder.finish())
    }

    fn add_persons(&self, builder: &mut KnownNamesBuilder) -> Result<(), TrainError> {
        for [name, kind] in rows("person names", &self.person_names, ["name", "kind"])? {
            builder.add(name, if kind == "given" { List::GivenName } else { List::FamilyName });
        }
        for [name, kind] in rows("other person names", &self.other_person_names, ["name", "kind"])? {
            if kind == "given" {
                builder.add(name, List::OtherGivenName);
            }
        }
        Ok(())
    }

    fn add_nouns(&self, builder: &mut KnownNamesBuilder) -> Result<(), TrainError> {
        for [class, noun, plural] in rows("head nouns", &self.head_nouns, ["class", "noun", "plural"])? {
            let list = match class {
                "agency" => List::AgencyNoun,
                "organization" | "group" => List::BodyNoun,
                "place" => List::PlaceNoun,
                _ => List::EventNoun,
            };
            for noun in [noun, plural].into_iter().flat_map(|nouns| nouns.split(';')) {
                builder.add(noun.trim(), list);
            }
        }
        Ok(())
    }

    /// Names to put in the place of others.
    pub(crate) fn pools(&self) -> Result<Pools, TrainError> {
        let mut people: BTreeMap<&str, Country> = BTreeMap::new();
        for [name, kind, countries] in rows("person names", &self.person_names, ["name", "kind", "countries"])? {
            for code in countries.split(';').map(str::trim).filter(|code| !code.is_empty()) {
                let country = people.entry(code).or_default();
                let names = if kind == "given" { &mut country.given } else { &mut country.family };
                names.push(name.to_owned());
            }
        }
        let people = people.into_values().filter(|country| country.given.len() > 4 && country.family.len() > 4);
        let is_usual =
            |name: &&str| name.split(' ').count() <= 2 && name.chars().all(|c| c.is_alphabetic() || " -'".contains(c));
        let settlements = rows("places", &self.places, ["name"])?.into_iter().map(|[name]| name).filter(is_usual);
        let countries = rows("countries", &self.countries, ["name"])?.into_iter().map(|[name]| name.to_owned());
        Ok(Pools {
            people: people.collect(),
            settlements: settlements.map(str::to_owned).collect(),
            countries: countries.collect(),
        })
    }
}

/// The fields of a list in these columns; no rows if the list is not given.
fn rows<'t, const N: usize>(
    list: &'static str,
    text: &'t str,
    columns: [&str; N],
) -> Result<Vec<[&'t str; N]>, TrainError> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let table = read(list, text)?;
    let columns = table.columns(columns).map_err(|source| TrainError::List { list, source })?;
    Ok(table.rows().map(|row| columns.map(|column| row.get(column))).collect())
}

/// Names of persons of one country.
#[derive(Debug, Clone, Default)]
pub(crate) struct Country {
    pub(crate) given: Vec<String>,
    pub(crate) family: Vec<String>,
}

/// Names to draw from; none of the vectors is empty if the lists were given.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pools {
    pub(crate) people: Vec<Country>,
    pub(crate) settlements: Vec<String>,
    pub(crate) countries: Vec<String>,
}

/// Reads a list; the lists that are not given are empty.
fn read<'t>(list: &'static str, text: &'t str) -> Result<Table<'t>, TrainError> {
    Table::read(text).map_err(|source| TrainError::List { list, source })
}

fn add_small_words(builder: &mut KnownNamesBuilder) {
    let table = Table::read(SMALL_WORDS).expect("the tests read the table");
    let [list, words] = table.columns(["list", "words"]).expect("the tests read the table");
    for row in table.rows() {
        let list = match row.get(list) {
            "demonym" => List::Demonym,
            "particle" => List::Particle,
            "connector" => List::Connector,
            _ => List::FunctionWord,
        };
        row.get(words).split(' ').for_each(|word| builder.add(word, list));
    }
}

fn add_well_known(builder: &mut KnownNamesBuilder) {
    let table = Table::read(WELL_KNOWN).expect("the tests read the table");
    let [list, names] = table.columns(["list", "names"]).expect("the tests read the table");
    for row in table.rows() {
        let list = if row.get(list) == "place" { List::Settlement } else { List::Organization };
        row.get(names).split(';').for_each(|name| builder.add(name, list));
    }
}

/// Adds the values (separated by `;` or, singular and plural, by `/`) of some columns to their lists.
fn add_columns(builder: &mut KnownNamesBuilder, table: &Table, columns: &[(&str, List)]) {
    for row in table.rows() {
        for (column, list) in columns.iter().filter_map(|&(name, list)| Some((table.column(name)?, list))) {
            for value in row.get(column).split([';', '/']).map(str::trim).filter(|value| value.chars().count() > 1) {
                builder.add(value, list);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::names::known_names::KnownNames;
    use crate::analysis::names::word::hash_lower;

    #[test]
    fn adjectives_and_persons_of_a_country_are_demonyms() {
        let countries = "name\tadjectives\tpersons\nLesotho\tBasotho\tMosotho/Basotho\n".to_owned();
        let lists = NameLists { countries, ..NameLists::default() };
        let lexicon = KnownNames::from_entries(&lists.entries().unwrap());
        assert_eq!(lexicon.get(hash_lower("Mosotho")), List::Demonym.bit());
        assert_eq!(lexicon.get(hash_lower("Lesotho")), List::Country.bit());
    }

    #[test]
    fn well_known_bodies_and_places_are_listed() {
        let lexicon = KnownNames::from_entries(&NameLists::default().entries().unwrap());
        assert_eq!(lexicon.get(hash_lower("Reuters")) & List::Organization.bit(), List::Organization.bit());
        assert_eq!(lexicon.get(hash_lower("Kilimanjaro")) & List::Settlement.bit(), List::Settlement.bit());
        let table = Table::read(WELL_KNOWN).unwrap();
        let [group, list, names] = table.columns(["group", "list", "names"]).unwrap();
        for row in table.rows() {
            assert!(matches!(row.get(list), "organization" | "place"), "{}", row.get(group));
            assert!(row.get(names).split(';').all(|name| !name.is_empty() && name.trim() == name));
        }
    }

    #[test]
    fn small_words_are_on_the_list_of_their_row() {
        let known = KnownNames::from_entries(&NameLists::default().entries().unwrap());
        let lists = ["Kurdish", "bint", "of", "tomorrow"].map(|word| known.get(hash_lower(word)));
        assert_eq!(lists[..2], [List::Demonym.bit(), List::Particle.bit()]);
        assert_eq!(lists[2], List::Connector.bit());
        assert_eq!(lists[3], List::FunctionWord.bit());
        let table = Table::read(SMALL_WORDS).unwrap();
        let [list] = table.columns(["list"]).unwrap();
        let known = ["demonym", "particle", "connector", "function word"];
        assert!(table.rows().all(|row| known.contains(&row.get(list))));
    }

    #[test]
    fn names_are_pooled_by_country() {
        let mut person_names = "name\tkind\tgender\tcountries\n".to_owned();
        for at in 0..5 {
            person_names.push_str(&format!("Given{at}\tgiven\tf\tEE;LV\nFamily{at}\tfamily\t\tEE\n"));
        }
        let pools = NameLists { person_names, ..NameLists::default() }.pools().unwrap();
        assert_eq!(pools.people.len(), 1, "Latvia has no family names here");
        assert_eq!(pools.people[0].family[4], "Family4");
    }
}
