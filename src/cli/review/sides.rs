//! Aligns the names or facts of both sides of a case and marks which ones agree.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use whomet::resolution::Side;

/// How an entry relates to the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The other side has it too.
    Shared,
    /// The other side has facts of this kind, but none is shared.
    Other,
    /// Only this side has it.
    Alone,
}

impl Mark {
    /// The sign before the entry.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Shared => "=",
            Self::Other => "≠",
            Self::Alone => "·",
        }
    }

    /// What the sign means, for the legend.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Shared => "on both sides",
            Self::Other => "differs",
            Self::Alone => "only here",
        }
    }

    pub(super) const ALL: [Self; 3] = [Self::Shared, Self::Other, Self::Alone];
}

/// A name or fact of one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) mark: Mark,
    pub(super) text: &'a str,
}

/// Entries in one row, left and right.
pub(super) type Aligned<'a> = (Option<Entry<'a>>, Option<Entry<'a>>);

/// The other names of both sides, shared ones first.
pub(super) fn names<'a>(left: &'a Side, right: &'a Side) -> Vec<Aligned<'a>> {
    let others = |side: &'a Side| side.names.iter().filter(|name| **name != side.name).map(String::as_str).collect();
    let known = |side: &Side| side.names.iter().chain([&side.name]).map(|name| folded(name)).collect();
    let (left_known, right_known): (BTreeSet<String>, BTreeSet<String>) = (known(left), known(right));
    aligned(others(left), others(right), |name, is_left| {
        let there = if is_left { &right_known } else { &left_known };
        if there.contains(&folded(name)) { Mark::Shared } else { Mark::Alone }
    })
}

/// The facts of both sides, by kind ("country: np" has the kind "country").
pub(super) fn facts<'a>(left: &'a Side, right: &'a Side) -> Vec<Aligned<'a>> {
    let kinds: BTreeSet<&str> = left.facts.iter().chain(&right.facts).map(|fact| kind(fact)).collect();
    let mut rows = Vec::new();
    for of in kinds {
        let own = |side: &'a Side| -> Vec<&'a str> {
            side.facts.iter().map(String::as_str).filter(|fact| kind(fact) == of).collect()
        };
        let (left, right) = (own(left), own(right));
        let has_shared = left.iter().any(|fact| is_in(fact, &right));
        let mark = |fact: &str, is_left: bool| {
            let there = if is_left { &right } else { &left };
            match () {
                () if is_in(fact, there) => Mark::Shared,
                () if !of.is_empty() && !there.is_empty() && !has_shared => Mark::Other,
                () => Mark::Alone,
            }
        };
        rows.extend(aligned(left.clone(), right.clone(), mark));
    }
    rows
}

/// Whether two names or facts are equal, ignoring case and the composition of letters.
pub(super) fn is_equal(left: &str, right: &str) -> bool {
    folded(left) == folded(right)
}

fn is_in(fact: &str, facts: &[&str]) -> bool {
    facts.iter().any(|other| is_equal(fact, other))
}

fn kind(fact: &str) -> &str {
    fact.split_once(": ").map_or("", |(kind, _)| kind)
}

fn folded(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).collect()
}

/// Both lists side by side: equal entries share a row and come first; the rest keeps its order.
fn aligned<'a>(left: Vec<&'a str>, right: Vec<&'a str>, mark: impl Fn(&str, bool) -> Mark) -> Vec<Aligned<'a>> {
    let mut right: Vec<Option<&str>> = right.into_iter().map(Some).collect();
    let mut rows = Vec::new();
    let mut rest = Vec::new();
    for text in left {
        let equal = right.iter_mut().find(|other| other.is_some_and(|other| is_equal(text, other)));
        match equal.and_then(Option::take) {
            Some(other) => rows.push((Some((text, true)), Some((other, false)))),
            None => rest.push(text),
        }
    }
    let right: Vec<&str> = right.into_iter().flatten().collect();
    for index in 0..rest.len().max(right.len()) {
        rows.push((rest.get(index).map(|text| (*text, true)), right.get(index).map(|text| (*text, false))));
    }
    let entry = |(text, is_left)| Entry { mark: mark(text, is_left), text };
    rows.into_iter().map(|(left, right)| (left.map(entry), right.map(entry))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::samples::side;
    use super::*;

    fn shown(rows: &[Aligned<'_>]) -> Vec<String> {
        let entry =
            |entry: &Option<Entry<'_>>| entry.map(|e| format!("{} {}", e.mark.sign(), e.text)).unwrap_or_default();
        rows.iter().map(|(left, right)| format!("{} | {}", entry(left), entry(right))).collect()
    }

    #[test]
    fn equal_names_share_a_row_whatever_their_case() {
        let left = side("Ana Quispe", &["A. Quispe", "Ana Quispe", "Quispe"], &[]);
        let right = side("ANA QUISPE", &["ANA QUISPE", "Ana María Quispe", "quispe"], &[]);
        assert_eq!(shown(&names(&left, &right)), ["= Quispe | = quispe", "· A. Quispe | · Ana María Quispe"]);
    }

    #[test]
    fn a_name_that_is_the_main_name_there_is_shared() {
        let left = side("Ana Quispe", &["A. Quispe", "Ana Quispe"], &[]);
        let right = side("A. Quispe", &["A. Quispe"], &[]);
        assert_eq!(shown(&names(&left, &right)), ["= A. Quispe | "]);
    }

    #[test]
    fn facts_of_one_kind_agree_or_differ() {
        let left = side("A", &[], &["country: Nepal", "office: mayor", "role: doctor", "seen in Pokhara"]);
        let right = side("B", &[], &["country: Peru", "office: mayor", "office: senator", "seen in Lima"]);
        let rows = [
            "· seen in Pokhara | · seen in Lima",
            "≠ country: Nepal | ≠ country: Peru",
            "= office: mayor | = office: mayor",
            " | · office: senator",
            "· role: doctor | ",
        ];
        assert_eq!(shown(&facts(&left, &right)), rows);
    }
}
