//! What is told beside the names: lands, offices, bodies, company.

use std::collections::BTreeSet;

use super::super::fact::FactKind;
use super::super::name_profile::NameProfile;
use super::profile_pair::Sides;
use super::reasons::Evidence;
use crate::ids::NameKey;
use crate::ontology::EntityType;

/// Most bits that common company is worth: who moves in the same circles need not be the same.
const MAX_CO_MENTIONS: f32 = 3.0;

pub(super) fn weigh(sides: &Sides<'_>, evidence: &mut Evidence) {
    let (left, right) = (sides.left, sides.right);
    if left.entity_type == EntityType::PERSON {
        weigh_offices(left, right, evidence);
    }
    weigh_article_countries(left, right, evidence);
    if let Some(document) = left.sample.iter().find(|document| right.sample.contains(document)) {
        evidence.add(-5.0, format!("the article \"{document}\" names both, as two"));
        return;
    }
    weigh_co_mentions(sides, evidence);
}

fn weigh_offices(left: &NameProfile, right: &NameProfile, evidence: &mut Evidence) {
    let office = |held: &str| {
        let (position, country) = held.split_once('|').unwrap_or((held, ""));
        if country.is_empty() { position.to_owned() } else { format!("{position} ({country})") }
    };
    if left.contradicts(right, FactKind::Country) {
        let [a, b] = [left, right].map(|side| side.values(FactKind::Country).collect::<Vec<_>>().join(", "));
        evidence.add(-8.0, format!("they serve different countries ({a} and {b})"));
    } else if let Some(country) = left.shared(right, FactKind::Country).first() {
        evidence.add(2.0, format!("both serve {country}"));
    }
    if let Some(held) = left.shared(right, FactKind::Office).first() {
        evidence.add(3.0, format!("both are {}", office(held)));
    }
    if let Some(body) = left.shared(right, FactKind::Organization).iter().find(|body| !body.starts_with("country/")) {
        evidence.add(2.5, format!("both belong to {body}"));
    }
}

/// The article of one speaks most of the land to which the other belongs.
fn weigh_article_countries(left: &NameProfile, right: &NameProfile, evidence: &mut Evidence) {
    let countries = |profile: &NameProfile| -> BTreeSet<String> {
        let told = profile.values(FactKind::Country).chain(profile.values(FactKind::ArticleCountry));
        told.map(str::to_owned).collect()
    };
    if !left.shared(right, FactKind::Country).is_empty() || left.contradicts(right, FactKind::Country) {
        return; // weighed already
    }
    let shared: Vec<String> = countries(left).intersection(&countries(right)).cloned().collect();
    if let Some(country) = shared.first() {
        evidence.add(1.5, format!("the articles speak of {country}"));
    }
}

fn weigh_co_mentions(sides: &Sides<'_>, evidence: &mut Evidence) {
    let own = [&sides.left.key, &sides.right.key];
    let [ours, theirs] = sides.co_mentions;
    let shared: Vec<&NameKey> = ours.intersection(theirs).filter(|key| !own.contains(key)).collect();
    let is_country = |key: &&&NameKey| key.as_str().starts_with("country/");
    let countries = shared.iter().filter(is_country).count();
    let others: Vec<&NameKey> = shared.iter().filter(|key| !is_country(key)).copied().collect();
    let shown = |keys: &[&NameKey]| keys.iter().take(3).map(|key| key.as_str()).collect::<Vec<_>>().join(", ");
    if !others.is_empty() {
        let bits = (others.len() as f32).min(MAX_CO_MENTIONS);
        evidence.add(bits, format!("both are named beside {}", shown(&others)));
    }
    if countries > 0 {
        let countries: Vec<&NameKey> = shared.iter().filter(is_country).copied().collect();
        evidence.add(0.5, format!("both are named beside {}", shown(&countries)));
    }
}
