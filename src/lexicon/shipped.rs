//! Reads the tab-separated lists that ship with the program.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use super::known_name::{KnownName, NameForm};
use super::lookup::{Lexicon, lower_phrase, phrase};
use super::office_holders::OfficeHolders;
use super::table::plain_rows;
use super::title::Title;
use crate::language::{Gender, LanguagePack, shipped_file};
use crate::name_search::plain;
use crate::ontology::EntityType;
use crate::text::{is_all_caps, is_capitalized};

/// Two-letter acronyms of organizations that are common enough to be known without definition. Others of that length
/// are left out, because two capitals can mean too many things.
const SHORT_ACRONYMS: [&str; 3] = ["UN", "EU", "AU"];

/// The minimum number of letters of an acronym that is also written like a name.
const SPOKEN_LETTERS: usize = 4;

/// The gazetteers that ship with the program, by file name.
const LISTS: [(&str, &str); 7] = [
    ("armed_groups.tsv", include_str!("armed_groups.tsv")),
    ("countries.tsv", include_str!("countries.tsv")),
    ("office_holders.tsv", include_str!("office_holders.tsv")),
    ("organisations.tsv", include_str!("organisations.tsv")),
    ("person_names.tsv", include_str!("person_names.tsv")),
    ("places.tsv", include_str!("places.tsv")),
    ("regions.tsv", include_str!("regions.tsv")),
];

/// The text of a shipped list, such as `countries.tsv` or `titles.tsv`: a tab-separated table with a header line.
#[must_use]
pub fn shipped_list(name: &str) -> Option<&'static str> {
    LISTS.iter().find(|(file, _)| *file == name).map(|(_, text)| *text).or_else(|| shipped_file(name))
}

impl Lexicon {
    /// The lists that ship with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of_language(LanguagePack::shipped()));
        &SHIPPED
    }

    /// The shipped titles alone: what finding names as people type them needs. They load in a fraction of the time.
    #[must_use]
    pub fn shipped_titles() -> &'static Self {
        static TITLES: LazyLock<Lexicon> = LazyLock::new(|| {
            let language = LanguagePack::shipped();
            let mut lexicon = Lexicon::default();
            lexicon.read_titles(language.titles());
            lexicon.language = language;
            lexicon
        });
        &TITLES
    }

    /// The shipped gazetteers, with the words, titles and head nouns of a language.
    #[must_use]
    pub fn of_language(language: Arc<LanguagePack>) -> Self {
        let mut lexicon = Self { language, ..Self::default() };
        let language = Arc::clone(&lexicon.language);
        let list = |name| shipped_list(name).expect("the table below has every list");
        lexicon.read_countries(list("countries.tsv"));
        let names: HashMap<&str, &str> = plain_rows(list("countries.tsv")).map(|row| (row[0], row[2])).collect();
        lexicon.office_holders = OfficeHolders::read(list("office_holders.tsv"), &names);
        lexicon.read_person_names(list("person_names.tsv"));
        for row in plain_rows(list("places.tsv")) {
            lexicon.places.entry(phrase(row[0]), || ());
        }
        lexicon.read_organisations(list("organisations.tsv"));
        lexicon.read_armed_groups(list("armed_groups.tsv"));
        lexicon.read_titles(language.titles());
        lexicon.read_head_nouns(language.head_nouns());
        lexicon.read_regions(list("regions.tsv"));
        lexicon
    }

    fn read_countries(&mut self, text: &'static str) {
        for row in plain_rows(text) {
            let [alpha2, _, name, official, aliases, adjectives, persons, capital, _, status] = row[..] else {
                continue;
            };
            let is_state = status.starts_with("sovereign") || status == "partly recognised";
            let mut known = KnownName {
                canonical: name.to_owned(),
                entity_type: if is_state || status == "former" { EntityType::COUNTRY } else { EntityType::PLACE },
                form: NameForm::Name,
                iso3166: is_state.then(|| alpha2.to_owned()),
                capital_of: None,
                list: "countries",
            };
            // "Hashemite Kingdom of Jordan".
            let form = official.split(' ').take_while(|word| is_capitalized(word)).last().filter(|_| is_state);
            self.forms_of_states.extend(form.map(|form| (name.to_owned(), form.to_lowercase())));
            for name in [name, official].into_iter().chain(aliases.split(';')) {
                let form = if is_all_caps(name) { NameForm::Acronym } else { NameForm::Name };
                self.add_name(name, &KnownName { form, ..known.clone() });
            }
            known.form = NameForm::Demonym;
            for name in adjectives.split(';').chain(persons.split([';', '/'])) {
                self.add_name(name, &known);
            }
            for capital in capital.split(';').filter(|capital| !capital.is_empty()) {
                let canonical = capital.to_owned();
                let place = KnownName {
                    canonical,
                    entity_type: EntityType::PLACE,
                    form: NameForm::Name,
                    capital_of: is_state.then(|| name.to_owned()),
                    ..known.clone()
                };
                self.add_name(capital, &place);
            }
        }
    }

    fn read_organisations(&mut self, text: &'static str) {
        for row in plain_rows(text) {
            let [name, acronyms, aliases, kind, parent, ..] = row[..] else { continue };
            let entity_type = match kind.split(' ').next().unwrap_or_default() {
                "ngo" | "foundation" | "sport" | "university" => EntityType::ORGANIZATION,
                "federal" | "region" | "base" => EntityType::PLACE,
                "agreement" | "programme" => EntityType::PROGRAMME,
                "group" => EntityType::GROUP,
                _ => EntityType::AGENCY,
            };
            self.add_body(name, acronyms, aliases, entity_type, "organisations");
            let home = self.land(&[parent]).or_else(|| self.land(&parent.split(' ').collect::<Vec<_>>()));
            if let Some(code) = home.map(|(_, code)| code.to_owned()) {
                self.homes.insert(name.to_owned(), vec![code]);
            }
        }
    }

    fn read_armed_groups(&mut self, text: &'static str) {
        for row in plain_rows(text) {
            let [name, acronyms, aliases, countries, kind] = row[..] else { continue };
            // Rows of kind "listed" are old, and their short names are common words today.
            if kind == "listed" && phrase(name).len() < 3 {
                continue;
            }
            let acronyms = if kind == "listed" { "" } else { acronyms };
            self.add_body(name, acronyms, aliases, EntityType::GROUP, "armed-groups");
            let codes = countries.split(';').filter(|code| !code.is_empty()).map(str::to_owned);
            self.homes.insert(name.to_owned(), codes.collect());
        }
    }

    fn add_body(&mut self, name: &str, acronyms: &str, aliases: &str, entity_type: EntityType, list: &'static str) {
        let known = KnownName {
            canonical: name.to_owned(),
            entity_type,
            form: NameForm::Name,
            iso3166: None,
            capital_of: None,
            list,
        };
        for alias in [name].into_iter().chain(aliases.split(';')).filter(|alias| is_name_like(alias)) {
            self.add_name(alias, &known);
        }
        let known = KnownName { form: NameForm::Acronym, ..known };
        for acronym in acronyms.split(';').filter(|a| a.len() > 2 || SHORT_ACRONYMS.contains(a)) {
            self.add_name(acronym, &known);
            // Some houses write acronyms that are spoken as words like names: "Unicef".
            if let Some(spoken) = spoken_form(acronym).filter(|spoken| !self.is_usual_name(spoken)) {
                self.add_name(&spoken, &known);
            }
        }
    }

    /// Whether the word is the name of something else: a given or family name, a place, or a listed name.
    fn is_usual_name(&self, word: &str) -> bool {
        self.is_given_name(word)
            || self.is_family_name(word)
            || self.place(&[word]).is_some()
            || self.known_name(&[word]).is_some()
    }

    fn read_regions(&mut self, text: &'static str) {
        for row in plain_rows(text) {
            let known = KnownName {
                canonical: row[0].to_owned(),
                entity_type: EntityType::PLACE,
                form: NameForm::Name,
                iso3166: None,
                capital_of: None,
                list: "regions",
            };
            self.add_name(row[0], &known);
        }
    }

    fn read_titles(&mut self, text: &str) {
        for row in plain_rows(text) {
            let [kind, title, variants] = row[..] else { continue };
            if kind == "suffix" {
                continue;
            }
            let is_office = matches!(kind, "political" | "military post" | "professional" | "judicial" | "police");
            for form in [title].into_iter().chain(variants.split(';')) {
                // Bare capitals such as "PS" have too many other meanings.
                let is_bare_capitals = is_all_caps(form) && !form.contains('.');
                if form.trim_end_matches('.').chars().count() > 1 && !is_bare_capitals {
                    self.titles.entry(lower_phrase(form), || Title { is_office });
                }
            }
        }
    }

    fn read_head_nouns(&mut self, text: &str) {
        let types: BTreeMap<String, EntityType> = [
            EntityType::AGENCY,
            EntityType::EVENT,
            EntityType::GROUP,
            EntityType::ORGANIZATION,
            EntityType::PLACE,
            EntityType::PROGRAMME,
        ]
        .map(|entity_type| (entity_type.as_str().to_owned(), entity_type))
        .into();
        for row in plain_rows(text) {
            for noun in [row[1], row[2]].into_iter().filter(|noun| !noun.is_empty()) {
                self.head_nouns.entry(lower_phrase(noun), || types[row[0]]);
            }
            if !row[2].is_empty() {
                self.singulars.entry(row[2].to_owned()).or_insert_with(|| row[1].to_owned());
            }
        }
    }

    fn read_person_names(&mut self, text: &'static str) {
        for row in plain_rows(text) {
            let lands = row[3].split(';').count();
            let usual = self.usual_names.entry(plain(row[0])).or_default();
            *usual = lands.max(*usual);
            if row[1] == "family" {
                self.family_names.insert(row[0].to_owned());
                continue;
            }
            let gender = match row[2] {
                "M" => Some(Gender::Male),
                "F" => Some(Gender::Female),
                _ => None,
            };
            // A name that is listed with different genders has none.
            let known = self.given_names.entry(row[0].to_owned()).or_insert(gender);
            *known = known.filter(|known| gender == Some(*known));
        }
    }
}

/// "Unicef" for an acronym of at least four capitals that can be spoken as a word.
fn spoken_form(acronym: &str) -> Option<String> {
    let is_spoken = acronym.len() >= SPOKEN_LETTERS
        && acronym.bytes().all(|letter| letter.is_ascii_uppercase())
        && acronym.bytes().any(|letter| b"AEIOU".contains(&letter));
    is_spoken.then(|| format!("{}{}", &acronym[..1], acronym[1..].to_lowercase()))
}

/// Aliases of one lowercase word ("the organisation") are descriptions, not names.
fn is_name_like(alias: &str) -> bool {
    alias.chars().any(char::is_uppercase)
}
