//! Reasons from the names of organizations, programmes and named events.

use super::super::name_parts::{Likeness, OrganizationName, likeness};
use std::collections::BTreeSet;

use super::super::fact::FactKind;
use super::super::name_profile::NameProfile;
use super::reasons::Reasons;
use super::word_alignment::align;
use crate::lexicon::Lexicon;

/// Bits of equal words, if the name is distinctive.
const SAME_WORDS: f32 = 11.5;

/// Bits of equal words, if many countries have an organization of this name.
const SAME_GENERIC_WORDS: f32 = 4.8;

pub(super) fn weigh(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon, reasons: &mut Reasons) {
    let names = |profile: &NameProfile| -> Vec<(String, OrganizationName)> {
        profile.values(FactKind::Name).map(|name| (name.to_owned(), OrganizationName::new(name, lexicon))).collect()
    };
    let (ours, theirs) = (names(left), names(right));
    let country = CountryMatch::of(left, right);
    let pairs = ours.iter().flat_map(|our| theirs.iter().map(move |their| (our, their)));
    let weighed = pairs.map(|((our, a), (their, b))| compare(our, a, their, b, country, lexicon));
    let acronyms = weigh_acronyms(left, right, &ours, &theirs);
    let best = weighed.max_by(|a, b| a.bits().total_cmp(&b.bits()));
    let is_part_telling =
        country == CountryMatch::Same || left.shared(right, FactKind::Acronym).iter().any(|a| a.len() > 3);
    *reasons = match (best, acronyms) {
        (Some(names), Some(acronym)) if names.is_vetoed || names.bits() < acronym.bits() => {
            combine(names, acronym, is_part_telling, lexicon, &ours, &theirs)
        }
        (Some(mut names), Some(acronym)) => {
            names.list.extend(acronym.list);
            names
        }
        (Some(names), None) => names,
        (None, Some(acronym)) => acronym,
        (None, None) => {
            let mut nothing = Reasons::default();
            nothing.veto("their names have nothing in common");
            nothing
        }
    };
    if country == CountryMatch::Open && left.has(FactKind::Country) != right.has(FactKind::Country) {
        weigh_country_of_one(left, right, reasons);
    }
    if country == CountryMatch::Different {
        let [a, b] = [left, right].map(|side| side.values(FactKind::Country).collect::<Vec<_>>().join(", "));
        reasons.contradict(format!("they belong to different countries ({a} and {b})"));
    }
}

/// Only one of them has a known country. The American Red Cross is not the Red Cross, but "the Health Ministry" in an
/// article on Peru may well be Peru's.
fn weigh_country_of_one(left: &NameProfile, right: &NameProfile, reasons: &mut Reasons) {
    let (known, other) = if left.has(FactKind::Country) { (left, right) } else { (right, left) };
    let spoken_of =
        known.values(FactKind::Country).find(|country| other.values(FactKind::ArticleCountry).any(|it| it == *country));
    match spoken_of {
        Some(country) if other.is_local() => {
            reasons.add(2.0, format!("its article gives it no country and is mostly about {country}"));
        }
        _ if left.is_known || right.is_known => reasons.add(-7.0, "the country of only one of them is known"),
        _ => reasons.add(-2.5, "the country of only one of them is known"),
    }
}

/// Whether the countries of both are known, and agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CountryMatch {
    Same,
    Different,
    Open,
}

impl CountryMatch {
    fn of(left: &NameProfile, right: &NameProfile) -> Self {
        if left.contradicts(right, FactKind::Country) {
            Self::Different
        } else if left.shared(right, FactKind::Country).is_empty() {
            Self::Open
        } else {
            Self::Same
        }
    }
}

/// Compares two names.
fn compare(
    our: &str,
    a: &OrganizationName,
    their: &str,
    b: &OrganizationName,
    country: CountryMatch,
    lexicon: &Lexicon,
) -> Reasons {
    let mut reasons = Reasons::default();
    let (core_a, core_b) = (a.core(), b.core());
    let [left, right] = [&core_a, &core_b].map(|core| core.iter().copied().collect::<Vec<&str>>());
    let matches = align(&left, &right);
    let is_same_word = |likeness: Likeness| matches!(likeness, Likeness::Equal | Likeness::Doubled | Likeness::Variant);
    let matched: Vec<_> = matches.iter().filter(|found| is_same_word(found.likeness)).collect();
    let spare_left: Vec<&str> =
        (0..left.len()).filter(|at| matched.iter().all(|found| found.left != *at)).map(|at| left[at]).collect();
    let spare_right: Vec<&str> =
        (0..right.len()).filter(|at| matched.iter().all(|found| found.right != *at)).map(|at| right[at]).collect();
    let is_telling = !a.is_generic() && !b.is_generic();
    if matched.is_empty() && !(left.is_empty() && right.is_empty()) {
        reasons.veto(format!("\"{our}\" and \"{their}\" share no word"));
        return reasons;
    }
    match (&spare_left[..], &spare_right[..]) {
        ([], []) => {
            let bits = if is_telling || country == CountryMatch::Same { SAME_WORDS } else { SAME_GENERIC_WORDS };
            if matched.iter().all(|found| found.likeness == Likeness::Equal) {
                reasons.add(bits, format!("\"{our}\" and \"{their}\" have the same words"));
            } else {
                reasons.add(bits - 1.0, format!("\"{our}\" and \"{their}\" are spellings of the same words"));
            }
        }
        ([], more) | (more, []) => weigh_missing(a, b, more, country, lexicon, &mut reasons),
        (ours, theirs) if is_slip(ours, theirs) && is_telling => {
            reasons.add(5.0, format!("\"{}\" may be a typing error for \"{}\"", ours[0], theirs[0]));
        }
        (ours, theirs) => {
            reasons.contradict(format!("\"{}\" and \"{}\" are different names", ours.join(" "), theirs.join(" ")));
        }
    }
    if country == CountryMatch::Same && !reasons.is_vetoed {
        reasons.add(1.0, "they belong to the same country");
    }
    reasons
}

/// Whether the names differ by one letter of one long word.
fn is_slip(ours: &[&str], theirs: &[&str]) -> bool {
    matches!((ours, theirs), ([a], [b]) if likeness(a, b) == Likeness::Typo)
}

/// Words that set a successor or a splinter apart from the one it comes from: "New Red Brigades".
const ANOTHER: [&str; 4] = ["new", "real", "continuity", "provisional"];

/// Weighs words that only one of the names has.
fn weigh_missing(
    a: &OrganizationName,
    b: &OrganizationName,
    more: &[&str],
    country: CountryMatch,
    lexicon: &Lexicon,
    reasons: &mut Reasons,
) {
    let words = format!("only one of the names has \"{}\"", more.join(" "));
    let is_head = more.iter().any(|word| lexicon.head_noun(&[word]).is_some());
    let is_another = more.iter().any(|word| ANOTHER.contains(word));
    if is_head || a.head != b.head || is_another {
        reasons.contradict(format!("{words}, which makes it another organization"));
    } else if a.is_generic() || b.is_generic() {
        reasons.needs_review = true;
        reasons.add(if country == CountryMatch::Same { 5.5 } else { 1.0 }, words);
    } else {
        reasons.needs_review = true;
        reasons.add(5.0, words);
    }
}

/// The reasons from acronyms: one that both have, or one that fits the other's full name.
fn weigh_acronyms(
    left: &NameProfile,
    right: &NameProfile,
    ours: &[(String, OrganizationName)],
    theirs: &[(String, OrganizationName)],
) -> Option<Reasons> {
    let mut reasons = Reasons::default();
    if let Some(acronym) = left.shared(right, FactKind::Acronym).first() {
        let bits = if acronym.len() > 3 { 6.0 } else { 5.0 };
        reasons.add(bits, format!("both have the acronym \"{}\"", acronym.to_uppercase()));
        let is_bare = ours.is_empty() && theirs.is_empty();
        if is_bare && left.contradicts(right, FactKind::ArticleCountry) {
            reasons.add(-4.0, "the articles that use it are about different countries");
        }
        return Some(reasons);
    }
    let stands_for = |short: &NameProfile, names: &[(String, OrganizationName)]| {
        let found = short.values(FactKind::Acronym).find_map(|acronym| {
            let long = names.iter().find(|(_, name)| name.initials.contains(acronym))?;
            Some((acronym.to_owned(), long.0.clone()))
        });
        found.filter(|_| !short.has(FactKind::Name))
    };
    let (acronym, name) = stands_for(left, theirs).or_else(|| stands_for(right, ours))?;
    let bits = if acronym.len() > 3 { 6.5 } else { 5.0 };
    reasons.add(bits, format!("\"{}\" may stand for \"{name}\"", acronym.to_uppercase()));
    Some(reasons)
}

/// Weighs names that differ in a word but share an acronym: "Intelligence Agency" and "Intelligence and Security
/// Agency" of one country, both NISA.
fn combine(
    names: Reasons,
    mut acronym: Reasons,
    is_part_telling: bool,
    lexicon: &Lexicon,
    ours: &[(String, OrganizationName)],
    theirs: &[(String, OrganizationName)],
) -> Reasons {
    let is_part = ours.iter().any(|(_, a)| theirs.iter().any(|(_, b)| is_part_of(a, b, lexicon)));
    if is_part {
        acronym.add(if is_part_telling { 5.5 } else { 2.0 }, "one name has all words of the other");
    } else if names.is_vetoed {
        acronym.needs_review = true;
        acronym.add(-3.0, "their full names differ");
    }
    acronym
}

/// Whether one name contains all words of the other, and both name the same kind of organization.
fn is_part_of(a: &OrganizationName, b: &OrganizationName, lexicon: &Lexicon) -> bool {
    let words = |name: &OrganizationName| -> BTreeSet<String> { name.words.iter().cloned().collect() };
    let (a_words, b_words) = (words(a), words(b));
    let is_within = a_words.is_subset(&b_words) || b_words.is_subset(&a_words);
    let heads = |words: &BTreeSet<String>| words.iter().filter(|word| lexicon.head_noun(&[word]).is_some()).count();
    is_within && a.head == b.head && heads(&a_words) == heads(&b_words)
}
