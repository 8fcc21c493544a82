//! `whomet compare`: whether two names mean one thing.

use serde_json::Value;

use crate::support::{messages, whomet};

#[test]
fn an_answer_has_score_verdict_and_reasons() {
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
fn different_names_are_told_apart() {
    let output = whomet(&["compare", "--type", "person", "Moana Tuilagi", "Rosa Quispe"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["verdict"], "different");
}

#[test]
fn an_unknown_type_names_a_near_one_or_all() {
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
fn an_ontology_and_lists_of_the_user_are_read_first() {
    let output = whomet(&["compare", "--type", "person", "Ana", "Ana", "--lexicon", "missing.tsv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).contains("missing.tsv"), "{}", messages(&output));
}
