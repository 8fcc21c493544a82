//! Names of persons: which part stands for which, and what is left over.

use super::super::fact::FactKind;
use super::super::name_parts::{Likeness, Part, PersonName, WHOLE_NAME, likeness};
use super::super::name_profile::NameProfile;
use super::reasons::Evidence;
use super::word_alignment::{Match, align, in_order};
use crate::lexicon::Lexicon;

/// Share of a part's bits that remains if it is spelled another way.
fn share(likeness: Likeness) -> f32 {
    match likeness {
        Likeness::Equal => 1.0,
        Likeness::Doubled => 0.9,
        Likeness::Variant => 0.75,
        Likeness::Typo => 0.5,
        Likeness::Initial | Likeness::Near | Likeness::None => 0.0,
    }
}

pub(super) fn weigh(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon, evidence: &mut Evidence) {
    let names = |profile: &NameProfile| -> Vec<PersonName> {
        profile.values(FactKind::Name).map(|name| PersonName::new(name, lexicon)).collect()
    };
    let (ours, theirs) = (names(left), names(right));
    let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| (a, b)));
    let weighed = pairs.map(|(a, b)| compare(a, b));
    let best = weighed.max_by(|a, b| a.bits().total_cmp(&b.bits()));
    let Some(best) = best else { return evidence.veto("one of them has no full name") };
    *evidence = best;
    if left.contradicts(right, FactKind::Gender) {
        evidence.add(-5.0, "one is a man, the other a woman");
    }
}

/// What two full names say.
fn compare(a: &PersonName, b: &PersonName) -> Evidence {
    let mut evidence = Evidence::default();
    let words = |name: &PersonName| name.parts.iter().map(|part| part.word.clone()).collect::<Vec<_>>();
    let (left, right) = (words(a), words(b));
    let matches = align(
        &left.iter().map(String::as_str).collect::<Vec<_>>(),
        &right.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let firm: Vec<&Match> = matches.iter().filter(|found| found.likeness > Likeness::Near).collect();
    let spare = |parts: &[Part], used: &dyn Fn(usize) -> bool| -> Vec<String> {
        parts.iter().enumerate().filter(|(at, _)| !used(*at)).map(|(_, part)| part.word.clone()).collect()
    };
    let spare_left = spare(&a.parts, &|at| firm.iter().any(|found| found.left == at));
    let spare_right = spare(&b.parts, &|at| firm.iter().any(|found| found.right == at));
    for found in &firm {
        weigh_part(&a.parts[found.left], &b.parts[found.right], found.likeness, &mut evidence);
    }
    if let Some(words) = other_middle(a, b) {
        evidence.contradict(words);
    }
    if !in_order(&matches) {
        // "Younis Khan" is a man, "Khan Younis" a town; but some lands put the family first.
        evidence.add(-2.0, "the parts stand in another order");
        evidence.needs_review |= a.parts.len() != b.parts.len();
    }
    match (&spare_left[..], &spare_right[..]) {
        ([], []) if firm.iter().all(|found| found.likeness == Likeness::Equal) && in_order(&matches) => {
            evidence.add(WHOLE_NAME, "the whole names are the same");
        }
        ([], []) => {}
        ([], more) | (more, []) => weigh_missing(a, b, &firm, more, &mut evidence),
        (ours, theirs) => {
            let near = matches.iter().filter(|found| found.likeness == Likeness::Near).count();
            let words = format!("\"{}\" and \"{}\" are different names", ours.join(" "), theirs.join(" "));
            // "Hassan" for "Hussein" may be a slip of the pen, where nothing else differs.
            if near == ours.len() && near == theirs.len() {
                evidence.add(-3.0, format!("{words}, though alike"));
            } else if firm.is_empty() {
                evidence.veto(words);
            } else {
                evidence.contradict(words);
            }
        }
    }
    if a.is_lone() || b.is_lone() {
        evidence.needs_review = true;
        evidence.add(-1.0, "one of the names has only one full part");
    }
    evidence
}

/// Initials behind the first name that contradict each other, as in "George W." and "George H. W.".
fn other_middle(a: &PersonName, b: &PersonName) -> Option<String> {
    let middle = |name: &PersonName| name.parts.get(1).filter(|_| name.parts.len() > 2).cloned();
    let (ours, theirs) = (middle(a)?, middle(b)?);
    let is_other = (ours.is_initial() || theirs.is_initial()) && likeness(&ours.word, &theirs.word) < Likeness::Initial;
    is_other.then(|| format!("the middle names \"{}\" and \"{}\" differ", ours.word, theirs.word))
}

fn weigh_part(ours: &Part, theirs: &Part, likeness: Likeness, evidence: &mut Evidence) {
    let bits = ours.bits.min(theirs.bits) * share(likeness);
    let (a, b) = (&ours.word, &theirs.word);
    match likeness {
        Likeness::Equal => evidence.add(bits, format!("both are called \"{a}\"")),
        Likeness::Initial => evidence.add(0.5, format!("\"{a}\" may stand for \"{b}\"")),
        _ => evidence.add(bits, format!("\"{a}\" and \"{b}\" are spellings of one name")),
    }
}

/// One name has parts that the other lacks.
fn weigh_missing(a: &PersonName, b: &PersonName, firm: &[&Match], more: &[String], evidence: &mut Evidence) {
    let (long, short) = if a.parts.len() > b.parts.len() { (a, b) } else { (b, a) };
    let is_left_long = a.parts.len() > b.parts.len();
    let has_first = firm.iter().any(|found| if is_left_long { found.left == 0 } else { found.right == 0 });
    let words = format!("only one of them is called \"{}\"", more.join(" "));
    if !has_first {
        // Whoever leaves out a name leaves out the last or a middle one.
        evidence.needs_review = true;
        evidence.add(-3.0, format!("{words}, and in the first place"));
    } else if short.parts.len() < 2 || long.parts.len() > short.parts.len() + 2 {
        evidence.add(-2.0, words);
    } else {
        evidence.add(-0.7, words);
    }
}
