//! Holds the lists in memory and looks up words in them.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::authority_record::Authority;
use super::known_name::KnownName;
use super::office_holders::OfficeHolders;
use super::phrases::Phrases;
use super::title::Title;
use crate::analysis::words_of;
use crate::language::{Class, Gender, LanguagePack};
use crate::ontology::EntityType;

/// The maximum number of words in the name of a country: "United Kingdom of Great Britain and Northern Ireland".
const MAX_LAND_WORDS: usize = 8;

/// All gazetteers and word classes. Built once; lookups allocate only for the words compared.
#[derive(Debug, Default, Clone)]
pub struct Lexicon {
    pub(super) names: Phrases<Vec<KnownName>>,
    pub(super) titles: Phrases<Title>,
    pub(super) head_nouns: Phrases<EntityType>,
    /// The singulars of one-word head nouns, by plural.
    pub(super) singulars: HashMap<String, String>,
    pub(super) places: Phrases<()>,
    /// Given names with their gender; `None` for a name of several genders.
    pub(super) given_names: HashMap<String, Option<Gender>>,
    pub(super) family_names: HashSet<String>,
    /// For each part of personal names in plain letters, the number of countries where it is among the most common ones.
    pub(super) usual_names: HashMap<String, usize>,
    pub(super) office_holders: OfficeHolders,
    /// The usual name of each state and the word for its form in its official name: "kingdom".
    pub(super) forms_of_states: BTreeSet<(String, String)>,
    /// The codes of the countries where a listed organization or group is at home, by its canonical name.
    pub(super) homes: HashMap<String, Vec<String>>,
    pub(super) language: Arc<LanguagePack>,
    pub(super) authority: Authority,
}

impl Lexicon {
    /// Adds one meaning of a name; the same meaning is added once.
    pub(super) fn add_name(&mut self, name: &str, known: &KnownName) {
        let words = phrase(name);
        if words.is_empty() {
            return;
        }
        let meanings = self.names.entry(words, Vec::new);
        if !meanings.iter().any(|other| other.canonical == known.canonical) {
            meanings.push(known.clone());
        }
    }

    /// The longest gazetteer name that `words` begins with: its length and its meanings.
    pub(crate) fn known_name(&self, words: &[&str]) -> Option<(usize, &[KnownName])> {
        self.names.longest(words).map(|(length, meanings)| (length, meanings.as_slice()))
    }

    /// The codes of the countries where a listed organization or group is at home; empty for one of many countries.
    pub(crate) fn homes_of(&self, canonical: &str) -> &[String] {
        self.homes.get(canonical).map_or(&[], Vec::as_slice)
    }

    /// The length of the longest place name that `words` begins with.
    pub(crate) fn place(&self, words: &[&str]) -> Option<usize> {
        self.places.longest(words).map(|(length, ())| length)
    }

    /// The longest title that `lower_words` (in lower case) begins with.
    pub(crate) fn title(&self, lower_words: &[&str]) -> Option<(usize, Title)> {
        self.titles.longest(lower_words).map(|(length, title)| (length, *title))
    }

    /// The type of the head noun, if `lower_words` (in lower case) is exactly a head noun.
    pub(crate) fn head_noun(&self, lower_words: &[&str]) -> Option<EntityType> {
        self.head_nouns.longest(lower_words).filter(|(length, _)| *length == lower_words.len()).map(|(_, found)| *found)
    }

    /// The singular of a head noun of one word, if this is its plural; both in lower case.
    pub(crate) fn singular(&self, lower_plural: &str) -> Option<&str> {
        self.singulars.get(lower_plural).map(String::as_str)
    }

    /// Whether the word is a common given name somewhere.
    pub(crate) fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains_key(word)
    }

    /// The gender of a common given name, if only men or only women have it.
    pub(crate) fn gender_of(&self, word: &str) -> Option<Gender> {
        self.given_names.get(word).copied().flatten()
    }

    /// Whether the word is a common family name somewhere.
    pub(crate) fn is_family_name(&self, word: &str) -> bool {
        self.family_names.contains(word)
    }

    /// The number of countries where a part of personal names, in plain letters, is among the most common given or family
    /// names; 0 for a rare one.
    pub(crate) fn lands_with_name(&self, folded: &str) -> usize {
        self.usual_names.get(folded).copied().unwrap_or(0)
    }

    /// Whether the official name of a state has this word before "of": "kingdom" for Denmark.
    pub(crate) fn has_form(&self, country: &str, lower_form: &str) -> bool {
        self.forms_of_states.contains(&(country.to_owned(), lower_form.to_owned()))
    }

    /// The usual names of the countries in which a person with this name held a high office of the state.
    pub(crate) fn countries_governed_by(&self, name: &str) -> BTreeSet<&str> {
        self.office_holders.countries_of(name)
    }

    /// The country whose name, adjective or people `words` begins with, ignoring "'s": the number of words and the
    /// code. A longer name with the same start does not hide it: "Eritrean" in "Eritrean Liberation Front".
    pub(crate) fn land(&self, words: &[&str]) -> Option<(usize, &str)> {
        (1..=words.len().min(MAX_LAND_WORDS)).rev().find_map(|length| {
            let mut name = words[..length].to_vec();
            let last = name.last_mut()?;
            *last = last.trim_end_matches(',');
            *last = self.language.without_possessive(last);
            *last = last.trim_end_matches(['\'', '’']);
            if length == 1 && self.is(Class::CountryInState, &name[0].to_lowercase()) {
                return None;
            }
            let (found, meanings) = self.known_name(&name)?;
            let is_land = |known: &&KnownName| known.entity_type == EntityType::COUNTRY && found == length;
            meanings.iter().find(is_land).and_then(|known| Some((length, known.iso3166.as_deref()?)))
        })
    }

    pub(crate) fn language(&self) -> &LanguagePack {
        &self.language
    }

    /// Whether the lowercase word is in the class.
    pub(crate) fn is(&self, class: Class, lower_word: &str) -> bool {
        self.language.is(class, lower_word)
    }
}

/// Splits a name into words as the tokenizer does.
pub(super) fn phrase(name: &str) -> Vec<String> {
    words_of(name)
}

pub(super) fn lower_phrase(name: &str) -> Vec<String> {
    // Lowercase comes last, because the tokenizer recognizes abbreviations by their capital.
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
