//! The lists of names, titles and head nouns in `lexicon/`, ready to be looked up.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use super::phrases::Phrases;
use crate::analysis::words_of;
use crate::ontology::EntityType;
use crate::text::is_all_caps;

/// How a known name names its thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameForm {
    /// The name itself or an alias.
    Name,
    /// Capital letters that stand for it.
    Acronym,
    /// An adjective or the word for its people.
    Demonym,
}

/// A name of the gazetteers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KnownName {
    /// The thing's usual name: one value for all its names.
    pub(crate) canonical: String,
    pub(crate) entity_type: EntityType,
    pub(crate) form: NameForm,
    /// ISO 3166-1 alpha-2 code, for countries.
    pub(crate) iso3166: Option<String>,
    /// The list it comes from.
    pub(crate) list: &'static str,
}

/// What a title is the title of; decides whether it makes an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Title {
    /// Whether the title names a position in a body ("minister"), not a rank or courtesy ("Mr.").
    pub(crate) is_office: bool,
}

/// All lists. Built once; lookups do not allocate beyond the words compared.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    names: Phrases<Vec<KnownName>>,
    titles: Phrases<Title>,
    head_nouns: Phrases<EntityType>,
    places: Phrases<()>,
    given_names: HashSet<String>,
    family_names: HashSet<String>,
    words: HashMap<String, BTreeSet<String>>,
}

/// Two-letter acronyms of bodies so common that they are known without definition; others of that
/// length are left out, since capitals of two letters mean too many things.
const SHORT_ACRONYMS: [&str; 3] = ["UN", "EU", "AU"];

impl Lexicon {
    /// The lists that ship with the program.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Lexicon> = LazyLock::new(Lexicon::read_shipped);
        &SHIPPED
    }

    fn read_shipped() -> Self {
        let mut lexicon = Self::default();
        lexicon.read_countries(include_str!("lexicon/countries.tsv"));
        lexicon.read_organisations(include_str!("lexicon/organisations.tsv"));
        lexicon.read_armed_groups(include_str!("lexicon/armed_groups.tsv"));
        lexicon.read_titles(include_str!("lexicon/titles.tsv"));
        lexicon.read_head_nouns(include_str!("lexicon/head_nouns.tsv"));
        lexicon.read_person_names(include_str!("lexicon/person_names.tsv"));
        for row in rows(include_str!("lexicon/places.tsv")) {
            lexicon.places.entry(phrase(row[0]), || ());
        }
        for row in rows(include_str!("lexicon/words.tsv")) {
            let words = lexicon.words.entry(row[0].to_owned()).or_default();
            words.extend(row[1].split(' ').map(str::to_owned));
        }
        lexicon
    }

    fn add_name(&mut self, name: &str, known: &KnownName) {
        let words = phrase(name);
        if words.is_empty() {
            return;
        }
        let meanings = self.names.entry(words, Vec::new);
        if !meanings.iter().any(|other| other.canonical == known.canonical) {
            meanings.push(known.clone());
        }
    }

    fn read_countries(&mut self, text: &'static str) {
        for row in rows(text) {
            let [alpha2, _, name, official, aliases, adjectives, persons, capital, _, status] = row[..] else {
                continue;
            };
            let is_state = status.starts_with("sovereign") || status == "partly recognised";
            let mut known = KnownName {
                canonical: name.to_owned(),
                entity_type: if is_state { EntityType::COUNTRY } else { EntityType::PLACE },
                form: NameForm::Name,
                iso3166: is_state.then(|| alpha2.to_owned()),
                list: "countries",
            };
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
                    iso3166: None,
                    ..known.clone()
                };
                self.add_name(capital, &place);
            }
        }
    }

    fn read_organisations(&mut self, text: &'static str) {
        for row in rows(text) {
            let [name, acronyms, aliases, kind, ..] = row[..] else { continue };
            let entity_type = match kind.split(' ').next().unwrap_or_default() {
                "ngo" | "foundation" | "sport" | "university" => EntityType::ORGANIZATION,
                "federal" | "region" | "base" => EntityType::PLACE,
                "agreement" | "programme" => EntityType::PROGRAMME,
                "group" => EntityType::GROUP,
                _ => EntityType::AGENCY,
            };
            self.add_body(name, acronyms, aliases, entity_type, "organisations");
        }
    }

    fn read_armed_groups(&mut self, text: &'static str) {
        for row in rows(text) {
            let [name, acronyms, aliases, _, kind] = row[..] else { continue };
            // Rows of kind "listed" are old and their short names are common words today.
            if kind == "listed" && phrase(name).len() < 3 {
                continue;
            }
            let acronyms = if kind == "listed" { "" } else { acronyms };
            self.add_body(name, acronyms, aliases, EntityType::GROUP, "armed-groups");
        }
    }

    fn add_body(&mut self, name: &str, acronyms: &str, aliases: &str, entity_type: EntityType, list: &'static str) {
        let known = KnownName { canonical: name.to_owned(), entity_type, form: NameForm::Name, iso3166: None, list };
        for alias in [name].into_iter().chain(aliases.split(';')).filter(|alias| is_name_like(alias)) {
            self.add_name(alias, &known);
        }
        let known = KnownName { form: NameForm::Acronym, ..known };
        for acronym in acronyms.split(';').filter(|a| a.len() > 2 || SHORT_ACRONYMS.contains(a)) {
            self.add_name(acronym, &known);
        }
    }

    fn read_titles(&mut self, text: &'static str) {
        for row in rows(text) {
            let [kind, title, variants] = row[..] else { continue };
            if kind == "suffix" {
                continue;
            }
            let is_office = matches!(kind, "political" | "military post" | "professional" | "judicial" | "police");
            for form in [title].into_iter().chain(variants.split(';')) {
                // Bare capitals such as "PS" stand for too much else.
                let is_bare_capitals = is_all_caps(form) && !form.contains('.');
                if form.trim_end_matches('.').chars().count() > 1 && !is_bare_capitals {
                    self.titles.entry(lower_phrase(form), || Title { is_office });
                }
            }
        }
    }

    fn read_head_nouns(&mut self, text: &'static str) {
        let types: BTreeMap<&str, EntityType> = [
            EntityType::AGENCY,
            EntityType::EVENT,
            EntityType::GROUP,
            EntityType::ORGANIZATION,
            EntityType::PLACE,
            EntityType::PROGRAMME,
        ]
        .map(|entity_type| (entity_type.as_str(), entity_type))
        .into();
        for row in rows(text) {
            for noun in [row[1], row[2]].into_iter().filter(|noun| !noun.is_empty()) {
                self.head_nouns.entry(lower_phrase(noun), || types[row[0]]);
            }
        }
    }

    fn read_person_names(&mut self, text: &'static str) {
        for row in rows(text) {
            let names = if row[1] == "given" { &mut self.given_names } else { &mut self.family_names };
            names.insert(row[0].to_owned());
        }
    }

    /// The longest gazetteer name that `words` begins with: its length and its meanings.
    pub(crate) fn known_name(&self, words: &[&str]) -> Option<(usize, &[KnownName])> {
        self.names.longest(words).map(|(length, meanings)| (length, meanings.as_slice()))
    }

    /// The length of the longest place name that `words` begins with.
    pub(crate) fn place(&self, words: &[&str]) -> Option<usize> {
        self.places.longest(words).map(|(length, ())| length)
    }

    /// The longest title that `lower_words` (in lower case) begins with.
    pub(crate) fn title(&self, lower_words: &[&str]) -> Option<(usize, Title)> {
        self.titles.longest(lower_words).map(|(length, title)| (length, *title))
    }

    /// The type of the head noun that `lower_words` (in lower case) are, wholly.
    pub(crate) fn head_noun(&self, lower_words: &[&str]) -> Option<EntityType> {
        self.head_nouns.longest(lower_words).filter(|(length, _)| *length == lower_words.len()).map(|(_, found)| *found)
    }

    /// Whether the word is a common given name somewhere.
    pub(crate) fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains(word)
    }

    /// Whether the word is a common family name somewhere.
    pub(crate) fn is_family_name(&self, word: &str) -> bool {
        self.family_names.contains(word)
    }

    /// Whether the word, in lower case, is in the class of `words.tsv`.
    pub(crate) fn is(&self, class: &str, lower_word: &str) -> bool {
        self.words.get(class).is_some_and(|words| words.contains(lower_word))
    }
}

/// The rows below the header of a table divided by tabs; lines with `#` are comments.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().skip(1).filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// Aliases of one small word ("the organisation") are descriptions, not names.
fn is_name_like(alias: &str) -> bool {
    alias.chars().any(char::is_uppercase)
}

/// The words of a name as the tokenizer makes them.
fn phrase(name: &str) -> Vec<String> {
    words_of(name)
}

fn lower_phrase(name: &str) -> Vec<String> {
    // Small letters come last: the tokenizer knows abbreviations by their capital.
    words_of(name).into_iter().map(|word| word.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> Option<(usize, &'static [KnownName])> {
        let words = words_of(text);
        Lexicon::shipped().known_name(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn names_acronyms_and_demonyms_share_one_canonical_name() {
        for name in ["Nepal", "Nepalese", "Federal Democratic Republic of Nepal"] {
            assert_eq!(known(name).unwrap().1[0].canonical, "Nepal", "{name}");
        }
        assert_eq!(known("UNICEF said").unwrap().0, 1);
    }

    #[test]
    fn an_acronym_of_several_bodies_keeps_all_its_meanings() {
        assert!(known("ADB").unwrap().1.len() > 1);
    }

    #[test]
    fn titles_are_found_in_any_case_and_length() {
        let title = |text: &str| {
            let words = lower_phrase(text);
            Lexicon::shipped().title(&words.iter().map(String::as_str).collect::<Vec<_>>()).map(|(length, _)| length)
        };
        assert_eq!(title("Maj. Gen. Oli"), Some(2));
        assert_eq!(title("deputy prime minister Tamm"), Some(3));
        assert_eq!(title("river"), None);
    }
}
