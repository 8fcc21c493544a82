//! A dossier in, the keys by which it meets those it may be one with out.
//!
//! Only dossiers that share a key are compared, so that cost stays near to linear in the number of names. A dossier is
//! *filed* under some keys and *asks* under some: it is compared with whatever is filed where it asks, and with
//! whatever asks where it is filed. What is known from one document only, or by an initial, asks but is not filed, or
//! a thousand articles on "the Interior Ministry" would all be compared with each other.

use std::collections::BTreeSet;

use super::fact::FactKind;
use super::name_parts::{OrganizationName, PersonName, skeleton};
use super::name_profile::NameProfile;
use super::scope::Scope;
use crate::lexicon::{Lexicon, kind_of_event};
use crate::ontology::EntityType;
use crate::text::fold;

/// The keys of one dossier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockingKeys {
    /// Those under which it is found.
    pub filed: BTreeSet<String>,
    /// Those under which it looks.
    pub asked: BTreeSet<String>,
}

impl BlockingKeys {
    fn both(&mut self, key: String) {
        self.filed.insert(key.clone());
        self.asked.insert(key);
    }
}

/// The keys of a dossier; none for countries, which lists know, and for what nothing can join to another article.
#[must_use]
pub fn blocking_keys(profile: &NameProfile, lexicon: &Lexicon) -> BlockingKeys {
    let mut keys = BlockingKeys::default();
    for id in profile.values(FactKind::Authority) {
        keys.both(format!("u|{id}"));
    }
    match profile.entity_type {
        EntityType::COUNTRY => {}
        EntityType::PERSON => person_keys(profile, lexicon, &mut keys),
        EntityType::PLACE => place_keys(profile, lexicon, &mut keys),
        EntityType::EVENT if profile.is_local() => event_keys(profile, &mut keys),
        _ => organization_keys(profile, lexicon, &mut keys),
    }
    // Two that lists know are two; and two that are known from one article each have nothing to compare.
    if profile.is_known {
        keys.asked.clear();
    } else if profile.is_bare() {
        keys.filed.clear();
    }
    keys
}

fn person_keys(profile: &NameProfile, lexicon: &Lexicon, keys: &mut BlockingKeys) {
    for name in profile.values(FactKind::Name).map(|name| PersonName::new(name, lexicon)) {
        let parts = name.skeletons();
        if name.is_lone() {
            for initial in name.parts.iter().filter(|part| part.is_initial()) {
                keys.asked.extend(parts.iter().map(|part| format!("i|{}|{part}", initial.word)));
            }
            continue;
        }
        for (at, one) in parts.iter().enumerate() {
            for (behind, other) in parts.iter().enumerate().filter(|(behind, _)| *behind != at) {
                if at < behind {
                    let (first, second) = if one <= other { (one, other) } else { (other, one) };
                    keys.both(format!("p|{first}|{second}"));
                }
                keys.filed.extend(one.chars().next().map(|initial| format!("i|{initial}|{other}")));
            }
        }
    }
}

fn organization_keys(profile: &NameProfile, lexicon: &Lexicon, keys: &mut BlockingKeys) {
    let kind = profile.entity_type.as_str();
    let own: Vec<&str> = profile.values(FactKind::Country).collect();
    let near: Vec<&str> = own.iter().copied().chain(profile.values(FactKind::ArticleCountry)).collect();
    for name in profile.values(FactKind::Name).map(|name| OrganizationName::new(name, lexicon)) {
        let head = name.head.clone().unwrap_or_default();
        let telling = name.skeletons();
        if !telling.is_empty() {
            let key = |words: BTreeSet<&str>| format!("b|{kind}|{head}|{}", joined(words));
            keys.filed.insert(key(telling.iter().map(String::as_str).collect()));
            keys.asked.extend(shorter(&telling).into_iter().map(key));
        }
        let words: BTreeSet<String> = name.core().into_iter().filter(|word| *word != head).map(str::to_owned).collect();
        let key = |country: &str, words: BTreeSet<&str>| format!("l|{kind}|{country}|{head}|{}", joined(words));
        keys.filed.extend(own.iter().map(|country| key(country, words.iter().map(String::as_str).collect())));
        for words in shorter(&words) {
            keys.asked.extend(near.iter().map(|country| key(country, words.clone())));
        }
        for initials in &name.initials {
            let countries = if own.is_empty() { vec!["-"] } else { own.clone() };
            keys.filed.extend(countries.iter().map(|country| format!("a|{kind}|{country}|{initials}")));
        }
    }
    for acronym in profile.values(FactKind::Acronym) {
        let filed = if own.is_empty() { vec!["-"] } else { own.clone() };
        keys.filed.extend(filed.iter().map(|country| format!("a|{kind}|{country}|{acronym}")));
        keys.asked.extend(near.iter().chain(&["-"]).map(|country| format!("a|{kind}|{country}|{acronym}")));
    }
}

/// The words themselves, and what is left without one or two of them, but at least one if there is any: a name asks
/// for itself and for shorter names of the same thing. All names are filed under all their words alone, or every
/// "Chamber of Commerce" would meet every other.
fn shorter(words: &BTreeSet<String>) -> BTreeSet<BTreeSet<&str>> {
    let mut shorter = BTreeSet::from([words.iter().map(String::as_str).collect::<BTreeSet<_>>()]);
    for _ in 0..2 {
        let several = shorter.iter().filter(|words| words.len() > 1);
        let without_one = several.flat_map(|words| {
            words.iter().map(|left_out| words.iter().filter(|word| *word != left_out).copied().collect())
        });
        let more: Vec<BTreeSet<&str>> = without_one.collect();
        shorter.extend(more);
    }
    shorter
}

fn joined<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().collect::<Vec<_>>().join(" ")
}

fn place_keys(profile: &NameProfile, lexicon: &Lexicon, keys: &mut BlockingKeys) {
    for name in profile.values(FactKind::Name).map(fold) {
        // "Rewa province" may be called Rewa.
        let is_kind = |word: &&str| lexicon.is("populated", word) || lexicon.head_noun(&[word]).is_some();
        let own: String = name.split(' ').filter(|word| !is_kind(word)).collect();
        keys.both(format!("g|{}", skeleton(if own.is_empty() { &name } else { &own })));
    }
}

fn event_keys(profile: &NameProfile, keys: &mut BlockingKeys) {
    let kind = kind_of_event(&profile.name);
    for date in profile.values(FactKind::Date) {
        for place in profile.values(FactKind::Place) {
            keys.both(format!("e|{kind}|{}|{place}", date.get(..7).unwrap_or(date)));
        }
    }
}

/// Whether a dossier stands for something that other articles may tell of under the same key.
pub(super) fn is_co_mention(scope: &Scope) -> bool {
    !matches!(scope, Scope::Document(_))
}

#[cfg(test)]
mod tests {
    use super::super::similarity::profile_of_name;
    use super::*;

    fn meet(entity_type: EntityType, left: &str, right: &str) -> bool {
        let keys = |name| blocking_keys(&profile_of_name(entity_type, name, Lexicon::shipped()), Lexicon::shipped());
        let (left, right) = (keys(left), keys(right));
        !left.asked.is_disjoint(&right.filed) || !left.filed.is_disjoint(&right.asked)
    }

    #[test]
    fn spellings_of_a_name_meet() {
        assert!(meet(EntityType::PERSON, "Yusuf Kamara Oli", "Yussuf Oli"));
        assert!(meet(EntityType::PERSON, "M. Tuilagi", "Moana Tuilagi"));
        assert!(!meet(EntityType::PERSON, "M. Tuilagi", "Rosa Tuilagi"));
        assert!(meet(EntityType::AGENCY, "Nepal Police Force", "Nepalese Police Force"));
        assert!(meet(EntityType::AGENCY, "KRG", "Karnali River Guard"));
        assert!(meet(EntityType::PLACE, "Haapsalu", "Hapsalu"));
    }

    #[test]
    fn different_names_do_not() {
        assert!(!meet(EntityType::PERSON, "Yusuf Oli", "Kaarel Tammsoo"));
        assert!(!meet(EntityType::AGENCY, "Nepal Police Force", "Fiji Police Force"));
        assert!(!meet(EntityType::COUNTRY, "Nepal", "Nepal"));
    }
}
