//! Finds the blocking keys of a name profile: only profiles that share a key are compared.
//!
//! This keeps the cost nearly linear in the number of names. A profile is *filed* under some keys and *asks* for
//! others: it is compared with the profiles filed under the keys it asks for, and with those that ask for a key under
//! which it is filed. A name known from one document only, or with an initial, asks but is not filed; otherwise a
//! thousand articles on "the Interior Ministry" would all be compared with each other.

use std::collections::BTreeSet;

use super::fact::FactKind;
use super::name_parts::{OrganizationName, PersonName, skeleton};
use super::name_profile::NameProfile;
use super::scope::Scope;
use crate::language::Class;
use crate::lexicon::{Lexicon, kind_of_event};
use crate::ontology::EntityType;
use crate::text::fold;

/// The keys of one name profile.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlockingKeys {
    /// The keys under which others find it.
    pub filed: BTreeSet<String>,
    /// The keys under which it looks for others.
    pub asked: BTreeSet<String>,
}

impl BlockingKeys {
    fn both(&mut self, key: String) {
        self.filed.insert(key.clone());
        self.asked.insert(key);
    }
}

/// The keys of a profile. Countries have none, because lists know them all; neither have names that nothing can
/// connect to another article.
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
    // Two names that lists know are two entities, and two bare names of one article each cannot be compared.
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
            for (later, other) in parts.iter().enumerate().filter(|(later, _)| *later != at) {
                if at < later {
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

/// The set of words, and each set without one or two of them, though never an empty one: a name asks for itself and
/// for shorter names of the same entity. It is filed only under the full set, otherwise every "Chamber of Commerce"
/// would meet every other.
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
        // "Rewa province" may be called "Rewa".
        let is_kind = |word: &&str| lexicon.is(Class::Populated, word) || lexicon.head_noun(&[word]).is_some();
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

/// Whether names of this scope count as co-mentions: other articles can mention the same name.
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
