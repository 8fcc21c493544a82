//! Compares two name profiles: the reasons for and against that both mean one entity.
//!
//! Each reason has a weight in bits: the binary logarithm of how much likelier it is for one entity than for two.
//! Weights add up (Fellegi and Sunter 1969, Journal of the American Statistical Association 64, 1183-1210). They are
//! set by hand, because there are no labeled pairs from news to estimate them from. `whomet eval pairs` scores them on
//! pairs of names, and the tests of this folder check single pairs.

mod context_reasons;
mod event_reasons;
mod name_reasons;
mod organization_reasons;
mod person_reasons;
mod place_reasons;
mod profile_pair;
mod reasons;
mod word_alignment;

use std::collections::BTreeSet;

pub use profile_pair::ProfilePair;
pub use reasons::{MAX_DIFFERENT, MIN_SAME};

use super::comparison::Comparison;
use super::fact::{Fact, FactKind};
use super::name_parts::is_acronym;
use super::name_profile::NameProfile;
use super::scope::{Scope, name_key};
use crate::lexicon::{KnownName, Lexicon, NameForm};
use crate::ontology::EntityType;
use crate::text::fold;

/// If the names have fewer bits than this, no context can make up for it.
const HOPELESS: f32 = -6.0;

/// Compares two profiles by their names, facts and co-mentions.
///
/// The result does not depend on which is left and which is right.
#[must_use]
pub fn compare(pair: &ProfilePair<'_>, lexicon: &Lexicon) -> Comparison {
    let (left, right) = (pair.left, pair.right);
    let mut reasons = name_reasons::weigh(left, right, lexicon);
    if !reasons.is_vetoed && reasons.bits() > HOPELESS {
        context_reasons::weigh(pair, &mut reasons);
    }
    reasons.verdict()
}

/// Whether the names alone allow that two profiles mean one entity.
#[must_use]
pub fn is_possible(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon) -> bool {
    let reasons = name_reasons::weigh(left, right, lexicon);
    !reasons.is_vetoed && reasons.bits() > 0.0
}

/// Whether two profiles cannot mean one entity, even if a third one matches both.
#[must_use]
pub(super) fn contradict(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon) -> bool {
    let serve_different = left.entity_type == EntityType::PERSON && left.contradicts(right, FactKind::Country);
    serve_different || name_reasons::weigh(left, right, lexicon).is_contradiction
}

/// Whether two profiles agree in everything that [`contradict`] uses.
pub(super) fn tell_alike(one: &NameProfile, other: &NameProfile) -> bool {
    let counts = |fact: &&Fact| {
        matches!(fact.kind, FactKind::Name | FactKind::Acronym | FactKind::Country | FactKind::Authority)
    };
    one.entity_type == other.entity_type && one.facts.iter().filter(counts).eq(other.facts.iter().filter(counts))
}

/// Compares two names about which nothing else is known.
///
/// # Example
/// ```
/// use whomet::lexicon::Lexicon;
/// use whomet::ontology::EntityType;
/// use whomet::resolution::{Verdict, compare_names};
///
/// let compare = |left: &str, right: &str| {
///     compare_names(EntityType::AGENCY, left, right, Lexicon::shipped()).verdict
/// };
/// assert_eq!(compare("Nepal Police Force", "Nepalese Police Force"), Verdict::Same);
/// assert_eq!(compare("Nepal Police Force", "Fiji Police Force"), Verdict::Different);
/// ```
#[must_use]
pub fn compare_names(entity_type: EntityType, left: &str, right: &str, lexicon: &Lexicon) -> Comparison {
    let [left, right] =
        [left, right].map(|name| profile_of_name(entity_type, &usual_name(entity_type, name, lexicon), lexicon));
    let nobody = BTreeSet::new();
    compare(&ProfilePair { left: &left, right: &right, co_mentions: [&nobody, &nobody] }, lexicon)
}

/// The usual name of what a gazetteer knows by this name: "Myanmar" for "Burma".
fn usual_name(entity_type: EntityType, name: &str, lexicon: &Lexicon) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let known = lexicon.known_name(&words).filter(|(length, _)| *length == words.len());
    // An acronym may mean something that no list has, except that of a country.
    let is_sure = |known: &KnownName| known.form != NameForm::Acronym || entity_type == EntityType::COUNTRY;
    let is_meant = |known: &&KnownName| known.entity_type == entity_type && is_sure(known);
    let found = known.and_then(|(_, meanings)| meanings.iter().find(is_meant));
    found.map_or_else(|| name.to_owned(), |known| known.canonical.clone())
}

/// A profile with a name and nothing else.
pub(super) fn profile_of_name(entity_type: EntityType, name: &str, lexicon: &Lexicon) -> NameProfile {
    let is_short = entity_type != EntityType::PERSON && is_acronym(name);
    let named = if is_short { Fact::new(FactKind::Acronym, fold(name)) } else { Fact::new(FactKind::Name, name) };
    let mut facts = BTreeSet::from([named]);
    if entity_type != EntityType::PERSON {
        facts.extend(
            super::countries::countries_in(name, lexicon)
                .into_iter()
                .map(|country| Fact::new(FactKind::Country, country)),
        );
    }
    let scope = Scope::Everywhere;
    let key = name_key(entity_type, name, &scope);
    NameProfile {
        key,
        entity_type,
        name: name.to_owned(),
        scope,
        is_known: false,
        facts,
        magnitude: 0,
        sample: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
