//! Pairs of names from annotated texts.
//!
//! Re-DocRED (Tan et al. 2022, EMNLP, "Revisiting DocRED") says which names of a text mean one thing. Names of one
//! thing are positives, names of two things of one type that have a word in common are negatives; across texts only
//! names that plainly differ are.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::listed_names::are_alike;
use super::name_pair::{NamePair, Truth, each_once};
use crate::evaluation::relations::RecordError;
use crate::ontology::EntityType;
use crate::text::fold;

/// A name is paired with names of so many following texts, which gives enough pairs but not millions.
const TEXTS_AHEAD: usize = 200;

#[derive(Deserialize)]
struct Record {
    mentions: Vec<Annotated>,
}

#[derive(Deserialize)]
struct Annotated {
    text: String,
    r#type: String,
    entity: String,
}

/// Names as they are compared, each with the form in which it stands first.
type Names = BTreeMap<String, String>;

/// A thing of one text.
type Thing = (EntityType, Names);

/// Makes pairs of the names in records of Re-DocRED, one text per line.
///
/// Each pair occurs once, in text order. Names that differ only in case, punctuation or diacritics make no pair.
///
/// # Errors
/// [`RecordError::Json`] if a line is not such a record.
pub fn document_pairs(lines: &str) -> Result<Vec<NamePair>, RecordError> {
    let mut texts = Vec::new();
    for (index, line) in lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let read = serde_json::from_str(line);
        texts.push(things(read.map_err(|source| RecordError::Json { line: index + 1, source })?));
    }
    let mut pairs: Vec<NamePair> = texts.iter().flat_map(|things| within(things)).collect();
    pairs.extend(across(&texts));
    Ok(each_once(pairs))
}

fn things(record: Record) -> Vec<Thing> {
    let mut things: BTreeMap<String, Thing> = BTreeMap::new();
    for Annotated { text, r#type, entity } in record.mentions {
        let entity_type = match r#type.as_str() {
            "PER" => EntityType::PERSON,
            "ORG" => EntityType::ORGANIZATION,
            "LOC" => EntityType::PLACE,
            _ => continue,
        };
        let (_, names) = things.entry(entity).or_insert((entity_type, Names::new()));
        names.entry(fold(&text)).or_insert(text);
    }
    things.into_values().collect()
}

fn within(things: &[Thing]) -> Vec<NamePair> {
    let mut out = Vec::new();
    for (at, (entity_type, names)) in things.iter().enumerate() {
        let surfaces: Vec<&String> = names.values().collect();
        for (at, left) in surfaces.iter().enumerate() {
            let same = |right: &&String| NamePair::new("one thing in a text", Truth::Same, *entity_type, left, right);
            out.extend(surfaces[at + 1..].iter().map(same));
        }
        for (_, others) in things[at + 1..].iter().filter(|(other_type, _)| other_type == entity_type) {
            let kind = "two things in a text";
            out.extend(differing(kind, *entity_type, (names, others), share_word));
        }
    }
    out
}

/// All pairs of names of two things that `is_pair` accepts; it gets the names in the form in which they are compared.
fn differing<'a>(
    kind: &'static str,
    entity_type: EntityType,
    (names, others): (&'a Names, &'a Names),
    is_pair: fn(&str, &str) -> bool,
) -> impl Iterator<Item = NamePair> + 'a {
    let each = names.iter().flat_map(|left| others.iter().map(move |right| (left, right)));
    // A name that both have distinguishes neither.
    let bare = |name: &'a str| name.strip_prefix("the ").unwrap_or(name);
    each.filter(move |(left, right)| bare(left.0) != bare(right.0) && is_pair(left.0, right.0))
        .map(move |(left, right)| NamePair::new(kind, Truth::Different, entity_type, left.1, right.1))
}

/// Names of different texts that have one word in common, at the same place of equally many, and plainly differ in all
/// other words.
fn across(texts: &[Vec<Thing>]) -> Vec<NamePair> {
    let mut out = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let ahead = texts[at + 1..].iter().take(TEXTS_AHEAD).flatten();
        for (entity_type, others) in ahead {
            for (_, names) in text.iter().filter(|(own_type, _)| own_type == entity_type) {
                let kind = "two things in two texts";
                out.extend(differing(kind, *entity_type, (names, others), plainly_differ));
            }
        }
    }
    out
}

/// Whether all words differ but one that both have at the same place; small words such as "of" may be the same.
fn plainly_differ(left: &str, right: &str) -> bool {
    let is_even = left.split(' ').count() == right.split(' ').count();
    let (mut common, mut differing) = (0, 0);
    for (one, other) in left.split(' ').zip(right.split(' ')) {
        let is_small = one.chars().count() < 3 || other.chars().count() < 3;
        match one == other {
            true if is_small => {}
            true => common += 1,
            // An initial may stand for the other word.
            false if is_small || are_alike(one, other) => return false,
            false => differing += 1,
        }
    }
    is_even && common == 1 && differing > 0
}

fn share_word(left: &str, right: &str) -> bool {
    left.split(' ').any(|word| right.split(' ').any(|other| other == word))
}
