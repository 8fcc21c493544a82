//! What the name of a body itself says of where it belongs.

use super::{Finding, Status};
use crate::mention::{Mention, MentionKind, SentenceView};
use crate::ontology::{EntityType, RelationType};

/// "Liberia National Police" is part of Liberia, "the 3rd brigade of the Nepali army" of that army.
///
/// The country is the one inside the body's own name. `here` are all mentions of the sentence, those
/// inside others too, `within` those without, `all` those of the whole document.
pub(super) fn findings(
    view: &SentenceView<'_>,
    within: &[&Mention],
    here: &[Mention],
    all: &[Mention],
) -> Vec<Finding> {
    let agencies = within.iter().filter(|mention| is_agency(mention));
    agencies
        .filter_map(|agency| country_of(view, agency, here, all).or_else(|| army_of(view, agency, within)))
        .collect()
}

fn is_agency(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.entity_type == EntityType::AGENCY
}

/// The country with which the name begins, or on which it ends behind "of", or which "of" adds. A mention of it outside is
/// the better end of the statement, since it is one that stands by itself.
fn country_of(view: &SentenceView<'_>, agency: &Mention, here: &[Mention], all: &[Mention]) -> Option<Finding> {
    let inside = here.iter().find(|inner| {
        let end = agency.tokens.end();
        let start = end + 1 + usize::from(view.lower_at(Some(end + 1)) == "the");
        let follows = view.lower_at(Some(end)) == "of" && inner.tokens.start() == start && !inner.is_demonym;
        if follows && inner.nested_in.is_none() && inner.entity_type == EntityType::COUNTRY {
            return true; // "the Ministry of Health of Peru"
        }
        let is_country = inner.nested_in == Some(agency.id) && inner.entity_type == EntityType::COUNTRY;
        let leads = inner.tokens.start() == agency.tokens.start();
        let trails = inner.tokens.end() == agency.tokens.end()
            && matches!(view.lower_at(inner.tokens.start().checked_sub(1)), "of" | "the");
        is_country && (leads || trails)
    })?;
    let is_same = |mention: &&Mention| mention.nested_in.is_none() && mention.canonical == inside.canonical;
    let country = all.iter().filter(|mention| mention.entity_type == EntityType::COUNTRY).find(is_same);
    Some(part_of(agency, country.unwrap_or(inside), "country-in-name", 0.85))
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
