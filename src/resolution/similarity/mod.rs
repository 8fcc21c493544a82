//! Two dossiers in, the evidence for and against that they tell of one thing out.
//!
//! Each piece of evidence has a weight in bits, the binary logarithm of how much likelier it is of one thing than of
//! two; weights add up (Fellegi and Sunter 1969, Journal of the American Statistical Association 64, 1183-1210).
//! The weights are set by hand, since no pairs of news are at hand to estimate them from; `whomet eval pairs` and the
//! cases in `tests/cases` hold them.

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

pub use profile_pair::Sides;
pub use reasons::{MAX_DIFFERENT, MIN_SAME};

use super::comparison::Comparison;
use super::fact::{Fact, FactKind};
use super::name_parts::is_acronym;
use super::name_profile::NameProfile;
use super::scope::{Scope, name_key};
use crate::lexicon::Lexicon;
use crate::ontology::EntityType;
use crate::text::fold;

/// Bits of names below which context cannot make two dossiers one.
const HOPELESS: f32 = -6.0;

/// Compares what two dossiers tell.
///
/// The result does not depend on which is left and which right.
#[must_use]
pub fn compare(sides: &Sides<'_>, lexicon: &Lexicon) -> Comparison {
    let (left, right) = (sides.left, sides.right);
    let mut evidence = name_reasons::weigh(left, right, lexicon);
    if !evidence.is_vetoed && evidence.bits() > HOPELESS {
        context_reasons::weigh(sides, &mut evidence);
    }
    evidence.verdict()
}

/// Whether the names alone leave it possible that two dossiers are one.
#[must_use]
pub fn is_possible(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon) -> bool {
    let evidence = name_reasons::weigh(left, right, lexicon);
    !evidence.is_vetoed && evidence.bits() > 0.0
}

/// Whether what two dossiers tell cannot be of one thing, even if a third seems to be one with both.
#[must_use]
pub(super) fn contradict(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon) -> bool {
    let serve_different = left.entity_type == EntityType::PERSON && left.contradicts(right, FactKind::Country);
    serve_different || name_reasons::weigh(left, right, lexicon).is_contradiction
}

/// Whether two dossiers hold the same of all that [`contradict`] looks at.
pub(super) fn tell_alike(one: &NameProfile, other: &NameProfile) -> bool {
    let counts = |fact: &&Fact| {
        matches!(fact.kind, FactKind::Name | FactKind::Acronym | FactKind::Country | FactKind::Authority)
    };
    one.entity_type == other.entity_type && one.facts.iter().filter(counts).eq(other.facts.iter().filter(counts))
}

/// Compares two names of which nothing else is known.
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
    let [left, right] = [left, right].map(|name| profile_of_name(entity_type, name, lexicon));
    let nobody = BTreeSet::new();
    compare(&Sides { left: &left, right: &right, co_mentions: [&nobody, &nobody] }, lexicon)
}

/// A dossier of which only the name is known.
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
