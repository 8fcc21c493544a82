//! Tab-separated lists of names in, the entries of a lexicon and pools of names to draw from out.

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
    pub organisations: String,
    /// Columns `name acronyms aliases`.
    pub armed_groups: String,
    /// Columns `title variants`.
    pub titles: String,
    /// Columns `class noun plural`.
    pub head_nouns: String,
    /// Columns `name kind countries` with the kinds `given` and `family`.
    pub person_names: String,
    /// Columns `name kind` as in `person_names`, of one country; its family names are left out, for many are common words.
    pub other_person_names: String,
    /// Column `name`.
    pub places: String,
}

/// Bodies and places that newspapers name without explaining them; written by hand from general knowledge.
///
/// Columns `group list names` with the lists `organization` and `place`.
const WELL_KNOWN: &str = include_str!("well_known.tsv");
/// Peoples and religions that belong to no country.
const PEOPLES: &str = "muslim muslims christian christians jew jews jewish hindu hindus buddhist buddhists sikh sikhs \
    sunni sunnis shiite shiites shia shias shi'ite shi'ites catholic catholics protestant protestants orthodox anglican \
    arab arabs kurd kurds kurdish turkmen african africans european europeans asian asians american americans western \
    latino latinos hispanic tamil tamils tutsi tutsis hutu hutus zulu zulus yoruba hausa igbo oromo amhara tigrayan \
    tigrayans rohingya uyghur uyghurs uighur uighurs tibetan tibetans chechen chechens tatar tatars roma maori inuit \
    berber berbers tuareg pashtun pashtuns baloch sindhi punjabi bengali kashmiri kashmiris islamic islamist islamists \
    palestinian palestinians democrat democrats republican republicans communist communists zionist";
/// Parts of names that are written small or stand between two parts.
const PARTICLES: &str = "- ' ’ al el bin ibn bint ben abu abdul van von der den de da do dos das del di du la le las los y e \
    ter ten zu ould mac ap san st. st";
/// Words that join the parts of the names of bodies and works.
const CONNECTORS: &str = "of and the for & on in to at 's ’s d' von de";
/// Words that have a capital at the start of a sentence or in a headline without being names.
const FUNCTION_WORDS: &str = "a an the this that these those he she it they we i you his her their its our my your there here who what \
    when where why how which while after before since until if as because although though but or nor yet so also however \
    meanwhile in on at by with from to into over under about against during for between among through without within \
    upon is are was were be been being has have had do does did will would can could may might must shall should not no \
    yes all both each every some any many most more other another such only just even still then now today yesterday \
    tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
    september october november december";

impl NameLists {
    /// The entries of all lists, in ascending order of their hashes.
    pub(crate) fn entries(&self) -> Result<Vec<(u32, u32)>, TrainError> {
        let mut builder = KnownNamesBuilder::default();
        let words = [(PEOPLES, List::Demonym), (PARTICLES, List::Particle), (CONNECTORS, List::Connector)];
        for (text, list) in words.into_iter().chain([(FUNCTION_WORDS, List::FunctionWord)]) {
            text.split_whitespace().for_each(|word| builder.add(word, list));
        }
        let countries = [
            ("name", List::Country),
            ("official", List::Country),
            ("aliases", List::Country),
            ("adjectives", List::Demonym),
            ("persons", List::Demonym),
            ("capital", List::Settlement),
        ];
        add_columns(&mut builder, &read("countries", &self.countries)?, &countries);
        let bodies = |list| [("name", list), ("aliases", list), ("acronyms", List::Acronym)];
        add_columns(&mut builder, &read("organisations", &self.organisations)?, &bodies(List::Organization));
        add_columns(&mut builder, &read("armed groups", &self.armed_groups)?, &bodies(List::ArmedGroup));
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

fn add_well_known(builder: &mut KnownNamesBuilder) {
    let table = Table::read(WELL_KNOWN).expect("the tests read the table");
    let [list, names] = table.columns(["list", "names"]).expect("the tests read the table");
    for row in table.rows() {
        let list = if row.get(list) == "place" { List::Settlement } else { List::Organization };
        row.list(names).for_each(|name| builder.add(name, list));
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
