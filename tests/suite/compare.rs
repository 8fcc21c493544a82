//! Tests `whomet compare`, which decides whether two names refer to one entity.

use serde_json::Value;

use crate::support::{messages, whomet};

#[test]
fn the_answer_has_score_verdict_and_reasons() {
    let output = whomet(&["compare", "--type", "agency", "Nepal Police Force", "Nepal  Police Force"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["type"], "agency");
    assert_eq!([&answer["left"], &answer["right"]], ["Nepal Police Force", "Nepal Police Force"]);
    assert_eq!(answer["verdict"], "same");
    assert!(answer["score"].as_f64().unwrap() > 0.9, "{answer}");
    let reason = &answer["reasons"][0];
    assert!(reason["bits"].as_f64().unwrap() > 0.0 && !reason["words"].as_str().unwrap().is_empty(), "{answer}");
}

#[test]
fn different_names_are_different_entities() {
    let output = whomet(&["compare", "--type", "person", "Moana Tuilagi", "Rosa Quispe"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["verdict"], "different");
}

#[test]
fn an_unknown_type_lists_a_similar_one_or_all() {
    let output = whomet(&["compare", "--type", "persn", "Ana", "Ana"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).contains("unknown type \"persn\", did you mean \"person\"?"), "{}", messages(&output));
    let output = whomet(&["compare", "--type", "xyz", "Ana", "Ana"]);
    assert!(messages(&output).contains("\"xyz\"; expected one of person, "), "{}", messages(&output));
}

#[test]
fn a_name_without_letters_is_an_error() {
    let output = whomet(&["compare", "--type", "person", "Ana", " - "]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        messages(&output).contains("expected a name with letters or digits, found \" - \""),
        "{}",
        messages(&output)
    );
}

#[test]
fn a_missing_gazetteer_is_reported() {
    let output = whomet(&["compare", "--type", "person", "Ana", "Ana", "--lexicon", "missing.tsv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).contains("missing.tsv"), "{}", messages(&output));
}
