//! Reasons from the names of places.

use super::super::fact::FactKind;
use super::super::name_parts::Likeness;
use super::super::name_profile::NameProfile;
use super::reasons::Reasons;
use super::word_alignment::align;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::text::fold;

pub(super) fn weigh(left: &NameProfile, right: &NameProfile, lexicon: &Lexicon, reasons: &mut Reasons) {
    let pairs = left.values(FactKind::Name).flat_map(|our| right.values(FactKind::Name).map(move |their| (our, their)));
    let weighed = pairs.map(|(our, their)| compare(our, their, lexicon));
    let best = weighed.max_by(|a, b| a.bits().total_cmp(&b.bits()));
    *reasons = best.unwrap_or_default();
    if left.contradicts(right, FactKind::Country) {
        reasons.contradict("they are in different countries");
    } else if !left.shared(right, FactKind::Country).is_empty() {
        reasons.add(1.5, "they are in the same country");
    }
}

fn compare(our: &str, their: &str, lexicon: &Lexicon) -> Reasons {
    let mut reasons = Reasons::default();
    let spellings = lexicon.language().spellings();
    let words = |name: &str| {
        let folded = fold(name);
        let large = folded.split(' ').filter(|word| !lexicon.is(Class::Connector, word));
        large.map(|word| spellings.of_place(word).to_owned()).collect()
    };
    let (left, right): (Vec<String>, Vec<String>) = (words(our), words(their));
    if joined(&left) == joined(&right) {
        reasons.add(11.5, format!("\"{our}\" and \"{their}\" have the same letters"));
        return reasons;
    }
    let [a, b] = [&left, &right].map(|words| words.iter().map(String::as_str).collect::<Vec<_>>());
    let matches = align(&a, &b);
    let weakest = matches.iter().map(|found| found.likeness).min();
    let spare = |count: usize| count - matches.len();
    match (weakest, spare(a.len()), spare(b.len())) {
        (Some(Likeness::Equal | Likeness::Doubled), 0, 0) => {
            reasons.add(11.0, format!("\"{our}\" and \"{their}\" differ only in doubled letters"));
        }
        // Two towns on a list are two towns, however similar their names.
        (Some(Likeness::Variant | Likeness::Typo), 0, 0) if !(is_listed(our, lexicon) && is_listed(their, lexicon)) => {
            reasons.add(7.5, format!("\"{our}\" and \"{their}\" may be spellings of one name"));
        }
        (Some(Likeness::Equal), more, 0) | (Some(Likeness::Equal), 0, more) if more == 1 => {
            let is_kind = |word: &&&str| lexicon.is(Class::Populated, word) || lexicon.head_noun(&[word]).is_some();
            match a.iter().chain(&b).find(is_kind) {
                Some(kind) => {
                    reasons.needs_review = true;
                    reasons.add(6.0, format!("only one of the names has \"{kind}\""));
                }
                None => reasons.veto(format!("\"{our}\" and \"{their}\" differ in a word")),
            }
        }
        _ => reasons.veto(format!("\"{our}\" and \"{their}\" are different names")),
    }
    reasons
}

fn joined(words: &[String]) -> String {
    words.concat()
}

fn is_listed(name: &str, lexicon: &Lexicon) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let known = lexicon.known_name(&words).map(|(length, _)| length);
    [lexicon.place(&words), known].contains(&Some(words.len()))
}
