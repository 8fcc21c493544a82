//! What the name of a body itself says of where it belongs.

use super::{Finding, Status};
use crate::mention::{Lexicon, Mention, MentionKind, SentenceView};
use crate::ontology::{EntityType, RelationType};

/// "Liberia National Police" is part of Liberia, "the 3rd brigade of the Nepali army" of that army.
///
/// The country must be named in the article beside the body's own name; `all` are the mentions of
/// the whole document.
pub(super) fn findings(
    view: &SentenceView<'_>,
    lexicon: &Lexicon,
    within: &[&Mention],
    all: &[Mention],
) -> Vec<Finding> {
    let agencies = within.iter().filter(|mention| is_agency(mention));
    agencies
        .filter_map(|agency| country_of(view, lexicon, agency, all).or_else(|| army_of(view, agency, within)))
        .collect()
}

fn is_agency(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.entity_type == EntityType::AGENCY
}

fn country_of(view: &SentenceView<'_>, lexicon: &Lexicon, agency: &Mention, all: &[Mention]) -> Option<Finding> {
    let words = view.words_from(agency.tokens.start(), agency.tokens.len());
    let leading = country_in(lexicon, &words).filter(|(length, _)| *length < words.len()).map(|(_, country)| country);
    let of = words.iter().rposition(|word| *word == "of");
    let trailing = || {
        let tail = &words[of? + 1..];
        country_in(lexicon, tail).filter(|(length, _)| *length == tail.len()).map(|(_, country)| country)
    };
    let canonical = leading.or_else(trailing)?;
    let country =
        all.iter().find(|m| m.entity_type == EntityType::COUNTRY && m.canonical.as_deref() == Some(canonical))?;
    Some(part_of(agency, country, "country-in-name", 0.85))
}

/// The country that `words` begin with, if it is certain which.
fn country_in<'l>(lexicon: &'l Lexicon, words: &[&str]) -> Option<(usize, &'l str)> {
    match lexicon.known_name(words)? {
        (length, [only]) if only.entity_type == EntityType::COUNTRY => Some((length, &only.canonical)),
        _ => None,
    }
}

fn army_of(view: &SentenceView<'_>, agency: &Mention, within: &[&Mention]) -> Option<Finding> {
    let of = agency.tokens.end();
    let is_unit = agency.provenance.rule.as_str() == "numbered-unit";
    let of_the = view.lower_at(Some(of)) == "of" && view.lower_at(Some(of + 1)) == "the";
    let army = within.iter().find(|other| is_agency(other) && other.tokens.start() == of + 2)?;
    (is_unit && of_the).then(|| part_of(agency, army, "unit-of", 0.9))
}

fn part_of(agency: &Mention, whole: &Mention, rule: &'static str, confidence: f32) -> Finding {
    Finding {
        relation: RelationType::PART_OF,
        subject: agency.id,
        object: whole.id,
        status: Status::Asserted,
        attributes: std::collections::BTreeMap::new(),
        trigger: agency.provenance.span,
        rule: rule.into(),
        path: "name of the body".to_owned(),
        confidence,
    }
}
