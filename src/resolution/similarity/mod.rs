//! Two dossiers in, the evidence for and against that they tell of one thing out.
//!
//! Each piece of evidence has a weight in bits, the binary logarithm of how much likelier it is of one thing than of
//! two; weights add up (Fellegi and Sunter 1969, Journal of the American Statistical Association 64, 1183-1210).
//! The weights are set by hand, since no pairs of news are at hand to estimate them from; `whomet eval pairs` and the
//! cases in `tests/cases` hold them.

mod context_reasons;
mod event_reasons;
mod organization_reasons;
mod person_reasons;
mod place_reasons;
mod word_alignment;

use std::collections::BTreeSet;

pub(crate) use event_reasons::kind_of_event;

use super::chain_profile::key_of;
use super::comparison::{Comparison, Reason, Verdict};
use super::name_profile::{Fact, FactKind, NameProfile, Scope};
use crate::ids::NameKey;
use crate::lexicon::Lexicon;
use crate::ontology::EntityType;
use crate::text::fold;

/// Bits against two dossiers that share a blocking key, before anything else is known of them.
const PRIOR: f32 = -6.5;

/// Score from which on two dossiers are merged.
pub const MIN_SAME: f32 = 0.9;

/// Score up to which they are kept apart without asking.
pub const MAX_DIFFERENT: f32 = 0.2;

/// Bits of names below which context cannot make two dossiers one.
const HOPELESS: f32 = -6.0;

/// The evidence in the making.
#[derive(Debug, Default)]
struct Evidence {
    reasons: Vec<Reason>,
    /// Whether something shows that they are two, whatever else speaks for it.
    is_vetoed: bool,
    /// Whether that is a contradiction, which also holds if a third fits both; names that merely have nothing in
    /// common may be two names of one thing.
    is_contradiction: bool,
    /// Whether the names leave it open, so that a person must look however much else agrees.
    needs_review: bool,
}

impl Evidence {
    fn add(&mut self, bits: f32, words: impl Into<String>) {
        self.reasons.push(Reason { words: words.into(), bits });
    }

    fn veto(&mut self, words: impl Into<String>) {
        self.is_vetoed = true;
        self.add(-12.0, words);
    }

    fn contradict(&mut self, words: impl Into<String>) {
        self.is_contradiction = true;
        self.veto(words);
    }

    fn bits(&self) -> f32 {
        self.reasons.iter().map(|reason| reason.bits).sum()
    }

    fn verdict(mut self) -> Comparison {
        let score = 1.0 / (1.0 + (-(self.bits() + PRIOR)).exp2());
        let verdict = match score {
            _ if self.is_vetoed => Verdict::Different,
            score if score >= MIN_SAME && !self.needs_review => Verdict::Same,
            score if score > MAX_DIFFERENT => Verdict::Undecided,
            _ => Verdict::Different,
        };
        self.reasons.sort_by(|a, b| b.bits.abs().total_cmp(&a.bits.abs()).then_with(|| a.words.cmp(&b.words)));
        // A thousandth is finer than anybody reads, and the same on every machine.
        Comparison { score: (score * 1000.0).round() / 1000.0, verdict, reasons: self.reasons }
    }
}

/// Two dossiers with the keys of what is named beside each.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    /// One of them.
    pub left: &'a NameProfile,
    /// The other.
    pub right: &'a NameProfile,
    /// What the sampled documents of each name beside it, without what is known from one document only.
    pub co_mentions: [&'a BTreeSet<NameKey>; 2],
}

/// Compares what two dossiers tell.
///
/// The result does not depend on which is left and which right.
#[must_use]
pub fn compare(sides: &Sides<'_>, lexicon: &Lexicon) -> Comparison {
    let (left, right) = (sides.left, sides.right);
    let mut evidence = names(left, right, lexicon);
    if !evidence.is_vetoed && evidence.bits() > HOPELESS {
        context_reasons::weigh(sides, &mut evidence);
    }
    evidence.verdict()
}

/// Whether the names alone leave it possible that two dossiers are one.
#[must_use]
pub fn is_possible(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon) -> bool {
    let evidence = names(left, right, lexicon);
    !evidence.is_vetoed && evidence.bits() > 0.0
}

/// Whether what two dossiers tell cannot be of one thing, even if a third seems to be one with both.
#[must_use]
pub(super) fn contradict(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon) -> bool {
    let serve_different = left.entity_type == EntityType::PERSON && left.contradicts(right, FactKind::Country);
    serve_different || names(left, right, lexicon).is_contradiction
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
    let is_short = entity_type != EntityType::PERSON && super::name_parts::is_acronym(name);
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
    let key = key_of(entity_type, name, &scope);
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

/// What the names say, whichever is left.
fn names(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon) -> Evidence {
    let (left, right) =
        if (&left.key, &left.name) <= (&right.key, &right.name) { (left, right) } else { (right, left) };
    let mut evidence = Evidence::default();
    if let Some(id) = left.shared(right, FactKind::Authority).first() {
        evidence.add(16.0, format!("both are {id} in the authority list"));
        return evidence;
    }
    if left.contradicts(right, FactKind::Authority) {
        let [a, b] = [left, right].map(|side| side.values(FactKind::Authority).collect::<Vec<_>>().join(", "));
        evidence.contradict(format!("they are {a} and {b} in the authority list"));
        return evidence;
    }
    match left.entity_type {
        other if other != right.entity_type => evidence.veto("they are of different types"),
        EntityType::PERSON => person_reasons::weigh(left, right, lexicon, &mut evidence),
        EntityType::PLACE | EntityType::COUNTRY => place_reasons::weigh(left, right, lexicon, &mut evidence),
        EntityType::EVENT if left.is_local() && right.is_local() => event_reasons::weigh(left, right, &mut evidence),
        _ => organization_reasons::weigh(left, right, lexicon, &mut evidence),
    }
    evidence
}

#[cfg(test)]
mod tests;
