//! Tests which gatherings are particular, and how they are described.

use crate::document::Document;
use crate::mention::Mention;
use crate::pipeline::{Settings, read_mentions};

/// The described gatherings of `text`: the mention and the description.
fn described(text: &str) -> Vec<(String, String)> {
    let (document, mentions) = read_mentions(Document::from_text("test", text), &Settings::default());
    let found = mentions.iter().filter(|mention| mention.described.is_some());
    let surface = |mention: &Mention| document.surface(mention.provenance.span).to_owned();
    found.map(|mention| (surface(mention), mention.label(&document))).collect()
}

fn labels(text: &str) -> Vec<String> {
    described(text).into_iter().map(|(_, label)| label).collect()
}

#[test]
fn a_length_a_place_or_a_topic_sets_a_gathering_apart() {
    for (text, label) in [
        ("Officials spoke at a two-day workshop held in Suva on Tuesday.", "two-day workshop"),
        ("The president spoke at a joint press conference in Tallinn.", "joint press conference"),
        ("A summit of foreign ministers in Lima ended on Friday.", "summit of foreign ministers"),
        ("The opening ceremony of the Nadi Bridge was attended by officials.", "opening ceremony of the Nadi Bridge"),
        ("Officers attended a three-day training at the Nadi Barracks.", "three-day training"),
    ] {
        assert_eq!(labels(text), [label], "{text}");
    }
}

#[test]
fn a_round_of_talks_is_one_gathering() {
    assert_eq!(
        labels("The third round of talks between Nepal and Peru opened in Lima."),
        ["third round of talks between Nepal and Peru"]
    );
}

#[test]
fn gatherings_in_general_are_none() {
    for text in [
        "The ministers held meetings and talks.",
        "The meeting ended late.",
        "Any conference needs money.",
        "He received training in Lima.",
        "The workshop organisers left Suva.",
        "They met in the conference room.",
    ] {
        assert_eq!(labels(text), [""; 0], "{text}");
    }
}

#[test]
fn a_name_before_the_noun_stays_a_mention_of_its_own() {
    assert_eq!(
        described("The minister addressed the Nadi Bridge opening ceremony."),
        [("opening ceremony".to_owned(), "Nadi Bridge opening ceremony".to_owned())]
    );
}
