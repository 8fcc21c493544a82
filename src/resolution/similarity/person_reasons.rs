//! Reasons from the names of persons: which parts correspond, and which are left over.

use super::super::fact::FactKind;
use super::super::name_parts::{Likeness, Part, PersonName, WHOLE_NAME, likeness};
use super::super::name_profile::NameProfile;
use super::reasons::Reasons;
use super::word_alignment::{Match, align, in_order};
use crate::lexicon::Lexicon;

/// Share of a part's bits that counts for this likeness.
fn share(likeness: Likeness) -> f32 {
    match likeness {
        Likeness::Equal => 1.0,
        Likeness::Doubled => 0.9,
        Likeness::Variant => 0.75,
        Likeness::Typo => 0.5,
        Likeness::Initial | Likeness::Nickname | Likeness::Near | Likeness::None => 0.0,
    }
}

pub(super) fn weigh(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon, reasons: &mut Reasons) {
    let names = |profile: &NameProfile| -> Vec<PersonName> {
        profile.values(FactKind::Name).map(|name| PersonName::new(name, lexicon)).collect()
    };
    let (ours, theirs) = (names(left), names(right));
    let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| (a, b)));
    let weighed = pairs.map(|(a, b)| compare(a, b));
    let best = weighed.max_by(|a, b| a.bits().total_cmp(&b.bits()));
    let Some(best) = best else { return reasons.veto("one of them has no full name") };
    *reasons = best;
    if left.contradicts(right, FactKind::Gender) {
        reasons.add(-5.0, "one is a man, the other a woman");
    }
}

/// Compares two full names.
fn compare(a: &PersonName, b: &PersonName) -> Reasons {
    let mut reasons = Reasons::default();
    weigh_suffixes(a, b, &mut reasons);
    let words = |name: &PersonName| name.parts.iter().map(|part| part.word.clone()).collect::<Vec<_>>();
    let (left, right) = (words(a), words(b));
    if a.together == b.together && left != right {
        // "Abdul-Rahman" and "Abdulrahman", "van der Velde" and "Vandervelde", "El-Sayed" and "Elsayed".
        let fewest = if a.parts.len() <= b.parts.len() { a } else { b };
        fewest.parts.iter().for_each(|part| reasons.add(part.bits, format!("both are called \"{}\"", part.word)));
        reasons.add(WHOLE_NAME, "the whole names are the same, written together or apart");
        return reasons;
    }
    let matches = align(
        &left.iter().map(String::as_str).collect::<Vec<_>>(),
        &right.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let aligned: Vec<&Match> = matches.iter().filter(|found| found.likeness > Likeness::Near).collect();
    let spare = |parts: &[Part], used: &dyn Fn(usize) -> bool| -> Vec<String> {
        parts.iter().enumerate().filter(|(at, _)| !used(*at)).map(|(_, part)| part.word.clone()).collect()
    };
    let spare_left = spare(&a.parts, &|at| aligned.iter().any(|found| found.left == at));
    let spare_right = spare(&b.parts, &|at| aligned.iter().any(|found| found.right == at));
    for found in &aligned {
        weigh_part(&a.parts[found.left], &b.parts[found.right], found.likeness, &mut reasons);
    }
    if let Some(words) = other_middle(a, b) {
        reasons.contradict(words);
    }
    if !in_order(&matches) {
        // "Younis Khan" is a man, "Khan Younis" a town; but some countries put the family name first.
        reasons.add(-2.0, "the parts are in a different order");
        reasons.needs_review |= a.parts.len() != b.parts.len();
    }
    match (&spare_left[..], &spare_right[..]) {
        ([], []) if aligned.iter().all(|found| found.likeness == Likeness::Equal) => {
            reasons.add(WHOLE_NAME, "the whole names are the same");
        }
        ([], []) => {}
        ([], more) | (more, []) => weigh_missing(a, b, &aligned, more, &mut reasons),
        (ours, theirs) => weigh_different(ours, theirs, &matches, &mut reasons),
    }
    if a.is_lone() || b.is_lone() {
        reasons.needs_review = true;
        reasons.add(-1.0, "one of the names has only one full part");
    }
    reasons
}

/// Weighs what tells father from son.
fn weigh_suffixes(a: &PersonName, b: &PersonName, reasons: &mut Reasons) {
    match (&a.suffix, &b.suffix) {
        (Some(ours), Some(theirs)) if ours != theirs => {
            reasons.contradict(format!("one is called \"{ours}\", the other \"{theirs}\""));
        }
        (Some(suffix), None) | (None, Some(suffix)) => {
            reasons.needs_review = true;
            reasons.add(-1.0, format!("only one of them is called \"{suffix}\""));
        }
        _ => {}
    }
}

/// Weighs parts of both names that do not correspond.
fn weigh_different(ours: &[String], theirs: &[String], matches: &[Match], reasons: &mut Reasons) {
    let near = matches.iter().filter(|found| found.likeness == Likeness::Near).count();
    let words = format!("\"{}\" and \"{}\" are different names", ours.join(" "), theirs.join(" "));
    let is_letter = matches!((ours, theirs), ([a], [b]) if strsim::osa_distance(a, b) == 1);
    // "Hassan" may be an error for "Hussein" if nothing else differs, and "Woods" for "Wood".
    if near == ours.len() && near == theirs.len() {
        reasons.is_open |= is_letter;
        reasons.add(-3.0, format!("{words}, but similar"));
    } else if near == matches.len() {
        reasons.veto(words);
    } else {
        reasons.contradict(words);
    }
}

/// The reason against, if initials after the first name differ, as in "George W." and "George H. W.".
fn other_middle(a: &PersonName, b: &PersonName) -> Option<String> {
    let middle = |name: &PersonName| name.parts.get(1).filter(|_| name.parts.len() > 2).cloned();
    let (ours, theirs) = (middle(a)?, middle(b)?);
    let is_other = (ours.is_initial() || theirs.is_initial()) && likeness(&ours.word, &theirs.word) < Likeness::Initial;
    is_other.then(|| format!("the middle names \"{}\" and \"{}\" differ", ours.word, theirs.word))
}

fn weigh_part(ours: &Part, theirs: &Part, likeness: Likeness, reasons: &mut Reasons) {
    let bits = ours.bits.min(theirs.bits) * share(likeness);
    let (a, b) = (&ours.word, &theirs.word);
    match likeness {
        Likeness::Equal => reasons.add(bits, format!("both are called \"{a}\"")),
        Likeness::Initial => reasons.add(0.5, format!("\"{a}\" may stand for \"{b}\"")),
        Likeness::Nickname => {
            reasons.needs_review = true;
            reasons.is_open = true;
            reasons.add(0.5, format!("\"{a}\" and \"{b}\" may be names of one person"));
        }
        _ => reasons.add(bits, format!("\"{a}\" and \"{b}\" are spellings of one name")),
    }
}

/// Weighs parts that only one of the names has.
fn weigh_missing(a: &PersonName, b: &PersonName, aligned: &[&Match], more: &[String], reasons: &mut Reasons) {
    let (long, short) = if a.parts.len() > b.parts.len() { (a, b) } else { (b, a) };
    let is_left_long = a.parts.len() > b.parts.len();
    let has_first = aligned.iter().any(|found| if is_left_long { found.left == 0 } else { found.right == 0 });
    let words = format!("only one of them is called \"{}\"", more.join(" "));
    if !has_first {
        // Writers leave out a last or middle name, not the first one.
        reasons.needs_review = true;
        reasons.add(-3.0, format!("{words}, as the first part"));
    } else if short.parts.len() < 2 || long.parts.len() > short.parts.len() + 2 {
        reasons.add(-2.0, words);
    } else {
        reasons.add(-0.7, words);
    }
}
