use std::collections::BTreeSet;

use super::*;
use crate::text::fold;

fn keys(pairs: &[NamePair], truth: Truth) -> BTreeSet<(PairClass, String, String)> {
    pairs.iter().filter(|pair| pair.truth == truth).map(NamePair::key).collect()
}

fn has(pairs: &[NamePair], truth: Truth, left: &str, right: &str) -> bool {
    pairs.iter().any(|pair| pair.truth == truth && [&pair.left, &pair.right] == [left, right])
}

#[test]
fn the_pairs_are_the_same_on_every_call() {
    assert_eq!(lexicon_pairs(), lexicon_pairs());
}

#[test]
fn no_pair_is_true_and_false_at_once() {
    let pairs = lexicon_pairs();
    let [same, different, open] = [Truth::Same, Truth::Different, Truth::Open].map(|truth| keys(&pairs, truth));
    let both = |one: &BTreeSet<_>, other: &BTreeSet<_>| one.intersection(other).cloned().collect::<Vec<_>>();
    assert_eq!(both(&same, &different), []);
    assert_eq!(both(&same, &open), []);
    assert_eq!(both(&different, &open), []);
}

#[test]
fn negatives_differ_as_they_are_compared() {
    for pair in lexicon_pairs().iter().filter(|pair| pair.truth == Truth::Different) {
        assert_ne!(fold(&pair.left), fold(&pair.right), "{pair:?}");
    }
}

#[test]
fn each_class_has_hundreds_of_pairs_of_either_truth() {
    let pairs = lexicon_pairs();
    for class in [PairClass::Persons, PairClass::Organizations, PairClass::Places] {
        for truth in [Truth::Same, Truth::Different] {
            let count = pairs.iter().filter(|pair| pair.class() == class && pair.truth == truth).count();
            assert!((300..10_000).contains(&count), "{class:?} {truth:?}: {count}");
        }
    }
}

/// A line of Re-DocRED with these names: text, type, entity.
fn record(names: &[[&str; 3]]) -> String {
    let mention = |[text, kind, entity]: &[&str; 3]| {
        format!("{{\"text\":\"{text}\",\"type\":\"{kind}\",\"entity\":\"{entity}\"}}")
    };
    format!("{{\"mentions\":[{}]}}\n", names.iter().map(mention).collect::<Vec<_>>().join(","))
}

#[test]
fn names_of_one_thing_are_positives_and_those_that_share_a_word_with_another_negatives() {
    let text = record(&[
        ["Rosa Maria Quispe", "PER", "e1"],
        ["Rosa Quispe", "PER", "e1"],
        ["ROSA QUISPE", "PER", "e1"],
        ["Tomas Quispe", "PER", "e2"],
        ["Moana Tui", "PER", "e3"],
        ["Quispe", "LOC", "e4"],
    ]);
    let pairs = document_pairs(&text).unwrap();
    assert!(has(&pairs, Truth::Same, "Rosa Maria Quispe", "Rosa Quispe"));
    assert!(has(&pairs, Truth::Different, "Rosa Quispe", "Tomas Quispe"));
    assert_eq!(pairs.len(), 3, "{pairs:?}");
}

#[test]
fn across_texts_only_names_that_plainly_differ_are_negatives() {
    let first = record(&[["Rosa Quispe", "PER", "e1"], ["University of Suva", "ORG", "e2"]]);
    let second = record(&[
        ["Tomas Quispe", "PER", "e1"],
        ["Rosie Quispe", "PER", "e2"],
        ["R. Quispe", "PER", "e3"],
        ["University of Tartu", "ORG", "e4"],
    ]);
    let pairs = document_pairs(&(first + &second)).unwrap();
    let across: Vec<&NamePair> = pairs.iter().filter(|pair| pair.kind == "two things in two texts").collect();
    assert!(has(&pairs, Truth::Different, "Rosa Quispe", "Tomas Quispe"));
    assert!(has(&pairs, Truth::Different, "University of Suva", "University of Tartu"));
    assert_eq!(across.len(), 2, "{across:?}");
}

#[test]
fn a_line_that_is_no_record_is_named() {
    let error = document_pairs("{\"mentions\":[]}\n{\"text\":\"\"}\n").unwrap_err();
    assert!(error.to_string().starts_with("line 2: "), "{error}");
}
