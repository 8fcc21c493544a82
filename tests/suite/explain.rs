//! Tests `whomet explain`, which shows the rule that made an edge and the rules that failed.

use crate::support::{ARTICLES, argument, folder, messages, whomet};

const NEWS: &[u8] = b"Minister Moana Tui met President Tika Oli in Suva.\n\nMinister Moana Tui met with reporters. \
    President Tika Oli resembles Minister Moana Tui. Minister Moana Tui was born in Fiji.";

/// What the program prints about `NEWS` with `arguments`.
fn explained(arguments: &[&str]) -> String {
    let folder = folder(&[("news.txt", NEWS)]);
    let input = argument(&folder.path().join("news.txt"));
    let output = whomet(&[&["explain", &input, "-q"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", messages(&output));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_edge_is_shown_with_its_rule_and_path() {
    let article = format!("{ARTICLES}/ministerial-visit-tallinn.txt");
    let output = whomet(&["explain", &article, "-q", "--relation", "met"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let line = "met (Kaarel Tammsoo | Shaanika) [asserted]  by met-received at \"received\": subject + object";
    assert!(text.contains(line), "{text}");
    assert!(!text.contains("visited"), "only rules of the requested relation: {text}");
}

#[test]
fn the_reading_with_names_as_single_words_is_shown() {
    assert!(explained(&[]).contains("\n  read as: [person] met [person] in [place] .\n"));
}

#[test]
fn a_rule_that_failed_is_shown_with_the_reason() {
    let text = explained(&["--relation", "met"]);
    let miss =
        "no met  met-verb at \"met\": no object of an allowed type: object leads nowhere, with leads to \"reporters\"";
    assert!(text.contains(miss), "{text}");
}

#[test]
fn between_shows_only_sentences_that_mention_both_names() {
    let text = explained(&["--between", "tui", "oli"]);
    assert!(text.contains("met (Moana Tui | Tika Oli) [asserted]"), "{text}");
    assert!(text.contains("resembles Minister Moana Tui.") && !text.contains("reporters"), "{text}");
    let of_likeness = text.split("resembles Minister Moana Tui.").nth(1).unwrap();
    assert!(of_likeness.contains("no rule is triggered"), "{text}");
}

#[test]
fn between_says_if_no_sentence_mentions_both_names() {
    assert_eq!(explained(&["--between", "Oli", "Fiji"]), "no sentence mentions both \"Oli\" and \"Fiji\"\n");
}

#[test]
fn an_office_is_shown_if_no_rule_is_triggered() {
    let folder = folder(&[("news.txt", b"The ambassador of Peru to Nepal, Moana Tui, slept.")]);
    let output = whomet(&["explain", &argument(folder.path()), "-q"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("affiliated_with (Moana Tui | Peru) [asserted]  by office-"), "{text}");
}

#[test]
fn a_pronoun_for_both_names_mentions_both() {
    let folder = folder(&[("news.txt", b"Minister Moana Tui and President Tika Oli arrived in Suva. They met.")]);
    let output = whomet(&["explain", &argument(folder.path()), "-q", "--between", "Tui", "Oli"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\n  They met.\n"), "{text}");
}

#[test]
fn an_unknown_relation_lists_the_known_ones() {
    let output = whomet(&["explain", ARTICLES, "-q", "--relation", "mett"]);
    assert_eq!(output.status.code(), Some(2));
    let expected = "error: unknown relation \"mett\"; expected one of met, pledged, trained, visited,";
    assert!(messages(&output).starts_with(expected), "{}", messages(&output));
    assert!(output.stdout.is_empty());
}
