//! Names of organizations, programmes and places.

use std::collections::BTreeSet;

use super::word_likeness::skeleton;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::name_search::plain;
use crate::text::fold;

/// Classes of words that say what kind of organization it is or what it is for, rather than which one.
const GENERIC_CLASSES: [Class; 8] = [
    Class::BodyCommon,
    Class::Portfolio,
    Class::PostPortfolio,
    Class::Uniformed,
    Class::Force,
    Class::MilitaryUnit,
    Class::BodyOptional,
    Class::Calendar,
];

/// The parts of an organization's name.
#[derive(Debug, Clone)]
pub(in crate::resolution) struct OrganizationName {
    /// Its words in order, in a uniform spelling and in the singular, without countries and small words.
    pub(in crate::resolution) words: Vec<String>,
    /// Words such as "national", which other names of the organization may lack.
    pub(in crate::resolution) optional: BTreeSet<String>,
    /// The noun that says what it is: "ministry", "police".
    pub(in crate::resolution) head: Option<String>,
    /// The first letters of all its words, with and without small words: "krg".
    pub(in crate::resolution) initials: BTreeSet<String>,
    /// The words that say which organization it is, rather than what kind.
    pub(in crate::resolution) distinctive: BTreeSet<String>,
}

impl OrganizationName {
    pub(in crate::resolution) fn new(name: &str, lexicon: &Lexicon) -> Self {
        let surface: Vec<&str> = name.split_whitespace().collect();
        let mut rest: Vec<String> = Vec::new();
        let mut at = 0;
        while at < surface.len() {
            match lexicon.land(&surface[at..]) {
                Some((length, _)) => at += length.max(1),
                None => {
                    rest.extend(plain(surface[at]).split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
                    at += 1;
                }
            }
        }
        let rest = joined(rest, lexicon);
        let is_small = |word: &str| lexicon.is(Class::BodySmall, word);
        let spellings = lexicon.language().spellings();
        let simple = |word: &String| {
            spellings.usual(lexicon.singular(word).unwrap_or_else(|| spellings.without_plural(word))).to_owned()
        };
        let words: Vec<String> = rest.iter().filter(|word| !is_small(word)).map(simple).collect();
        let is_head = |word: &&String| lexicon.head_noun(&[word.as_str()]).is_some();
        // Both "Ministry of Health" and "Health Ministry" are ministries.
        let before_of = rest.iter().position(|word| lexicon.is(Class::ChargePreposition, word)).unwrap_or(rest.len());
        let front: Vec<String> = rest[..before_of].iter().map(simple).collect();
        let head = front.iter().rev().find(is_head).or_else(|| words.iter().rev().find(is_head)).cloned();
        let optional = words.iter().filter(|word| lexicon.is(Class::BodyOptional, word) && words.len() > 1).cloned();
        let is_distinctive = |word: &&String| !is_head(word) && !is_generic(word, lexicon);
        Self {
            optional: optional.collect(),
            distinctive: words.iter().filter(is_distinctive).cloned().collect(),
            initials: initials(name, lexicon),
            head,
            words,
        }
    }

    /// Whether organizations of many countries have the name: "Ministry of Health", "Supreme Court".
    pub(in crate::resolution) fn is_generic(&self) -> bool {
        self.distinctive.is_empty()
    }

    /// The words without the optional ones.
    pub(in crate::resolution) fn core(&self) -> BTreeSet<&str> {
        self.words.iter().filter(|word| !self.optional.contains(*word)).map(String::as_str).collect()
    }

    /// The skeletons of the distinctive words.
    pub(in crate::resolution) fn skeletons(&self) -> BTreeSet<String> {
        self.distinctive.iter().map(|word| skeleton(word)).filter(|skeleton| !skeleton.is_empty()).collect()
    }
}

fn is_generic(word: &str, lexicon: &Lexicon) -> bool {
    GENERIC_CLASSES.iter().any(|&class| lexicon.is(class, word))
}

/// The words, with a prefix and its word joined again: "co-operation".
fn joined(words: Vec<String>, lexicon: &Lexicon) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        match joined.last_mut().filter(|last| lexicon.is(Class::JoinedPrefix, last)) {
            Some(last) => last.push_str(&word),
            None => joined.push(word),
        }
    }
    joined
}

/// The possible acronyms of the name.
fn initials(name: &str, lexicon: &Lexicon) -> BTreeSet<String> {
    let folded = fold(name);
    let first =
        |words: &mut dyn Iterator<Item = &str>| -> String { words.filter_map(|word| word.chars().next()).collect() };
    let is_large = |word: &&str| !lexicon.is(Class::BodySmall, word);
    let large = first(&mut folded.split(' ').filter(is_large));
    let all = first(&mut folded.split(' '));
    [large, all].into_iter().filter(|initials| initials.chars().count() > 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> OrganizationName {
        OrganizationName::new(text, Lexicon::shipped())
    }

    #[test]
    fn a_country_in_a_name_is_split_off_in_any_form() {
        for text in ["Nepal Police Force", "Nepalese Police Force", "Police Force of Nepal"] {
            let name = name(text);
            assert_eq!(name.core(), BTreeSet::from(["police", "force"]), "{text}");
            assert!(name.is_generic(), "{text}");
        }
    }

    #[test]
    fn the_order_of_a_ministrys_words_does_not_matter() {
        let (before, after) = (name("Ministry of Health"), name("Health Ministry"));
        assert_eq!(before.core(), after.core());
        assert_eq!(before.head, after.head);
        assert!(!name("Karnali River Guard").is_generic());
    }

    #[test]
    fn initials_are_taken_with_and_without_small_words() {
        assert!(name("Karnali River Guard").initials.contains("krg"));
        assert_eq!(name("Ministry of Health").initials, BTreeSet::from(["mh".to_owned(), "moh".to_owned()]));
    }
}
