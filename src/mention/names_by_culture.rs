//! Measures how many personal names of many cultures are found in three places of a sentence.

use super::*;
use crate::document::Document;
use crate::pipeline::{Settings, read_mentions};
use crate::stable_random::Random;

/// The frames; `NAME` stands for the name.
const FRAMES: [&str; 3] = [
    "NAME met Peter Brown in London.",
    "Peter Brown met NAME in London.",
    "The delegation will travel to Lima for talks with NAME on Friday.",
];

/// How many names of each culture are drawn; one half of them has no part in the shipped lists.
const NAMES: usize = 20;

/// The minimum number of names that must be found in each frame, per culture and on average.
const LEAST: (usize, f64) = (17, 19.0);

struct Culture<'t> {
    name: &'t str,
    usual: [Vec<&'t str>; 2],
    unlisted: [Vec<&'t str>; 2],
}

fn cultures() -> Vec<Culture<'static>> {
    let rows = include_str!("name_cultures.tsv").lines().filter(|line| !line.starts_with('#'));
    let culture = |row: &'static str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let parts = |column: usize| cells[column].split(';').collect();
        Culture { name: cells[0], usual: [parts(1), parts(2)], unlisted: [parts(3), parts(4)] }
    };
    rows.map(culture).collect()
}

/// The drawn names of a culture, without repetition.
fn drawn(culture: &Culture<'_>) -> Vec<String> {
    let mut random = Random::new(14);
    let mut names: Vec<String> = Vec::new();
    for [given, family] in [&culture.usual, &culture.unlisted] {
        let full = names.len() + NAMES / 2;
        while names.len() < full {
            let name = format!("{} {}", draw(given, &mut random), draw(family, &mut random));
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

fn draw<'t>(parts: &[&'t str], random: &mut Random) -> &'t str {
    parts[(random.next() % parts.len() as u64) as usize]
}

fn is_found(frame: &str, name: &str) -> bool {
    let document = Document::from_text("test", frame.replace("NAME", name));
    let (document, mentions) = read_mentions(document, &Settings::default());
    mentions
        .iter()
        .any(|mention| mention.entity_type == EntityType::PERSON && document.surface(mention.provenance.span) == name)
}

#[test]
fn names_of_all_cultures_are_found_wherever_they_stand() {
    let cultures = cultures();
    let mut lost: Vec<String> = Vec::new();
    for frame in FRAMES {
        let mut found = 0;
        for culture in &cultures {
            let names = drawn(culture);
            let missed: Vec<&String> = names.iter().filter(|name| !is_found(frame, name)).collect();
            found += NAMES - missed.len();
            if NAMES - missed.len() < LEAST.0 {
                lost.push(format!("{frame} {}: {missed:?}", culture.name));
            }
        }
        let mean = found as f64 / cultures.len() as f64;
        if mean < LEAST.1 {
            lost.push(format!("{frame} {mean:.1} of {NAMES}"));
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn one_half_of_the_names_is_in_no_list() {
    let lexicon = Lexicon::shipped();
    for culture in cultures() {
        for part in culture.unlisted.iter().flatten() {
            assert!(!lexicon.is_given_name(part) && !lexicon.is_family_name(part), "{part} is in a list");
        }
    }
}
