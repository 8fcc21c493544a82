//! Reasons beyond the names: countries, offices, organizations, co-mentions.

use std::collections::BTreeSet;

use super::super::fact::FactKind;
use super::super::name_profile::NameProfile;
use super::profile_pair::ProfilePair;
use super::reasons::Reasons;
use crate::ids::NameKey;
use crate::ontology::EntityType;

/// Maximum bits of shared co-mentions: two people in the same circles are still two people.
const MAX_CO_MENTIONS: f32 = 3.0;

pub(super) fn weigh(pair: &ProfilePair<'_>, reasons: &mut Reasons) {
    let (left, right) = (pair.left, pair.right);
    if left.entity_type == EntityType::PERSON {
        weigh_offices(left, right, reasons);
    }
    weigh_article_countries(left, right, reasons);
    if let Some(document) = left.sample.iter().find(|document| right.sample.contains(document)) {
        reasons.add(-5.0, format!("the article \"{document}\" mentions both as two entities"));
        return;
    }
    weigh_co_mentions(pair, reasons);
}

fn weigh_offices(left: &NameProfile, right: &NameProfile, reasons: &mut Reasons) {
    let office = |held: &str| {
        let (position, country) = held.split_once('|').unwrap_or((held, ""));
        if country.is_empty() { position.to_owned() } else { format!("{position} ({country})") }
    };
    if left.contradicts(right, FactKind::Country) {
        let mut countries = [left, right].map(|side| side.values(FactKind::Country).collect::<Vec<_>>().join(", "));
        // The words do not depend on which name came first.
        countries.sort();
        let [a, b] = countries;
        reasons.add(-8.0, format!("they serve different countries ({a} and {b})"));
    } else if let Some(country) = left.shared(right, FactKind::Country).first() {
        reasons.add(2.0, format!("both serve {country}"));
    }
    if let Some(held) = left.shared(right, FactKind::Office).first() {
        reasons.add(3.0, format!("both are {}", office(held)));
    }
    if let Some(key) = left.shared(right, FactKind::Organization).iter().find(|key| !is_country(key)) {
        reasons.add(2.5, format!("both belong to {key}"));
    }
}

/// The article of one is mostly about the country of the other.
fn weigh_article_countries(left: &NameProfile, right: &NameProfile, reasons: &mut Reasons) {
    let countries = |profile: &NameProfile| -> BTreeSet<String> {
        let all = profile.values(FactKind::Country).chain(profile.values(FactKind::ArticleCountry));
        all.map(str::to_owned).collect()
    };
    if !left.shared(right, FactKind::Country).is_empty() || left.contradicts(right, FactKind::Country) {
        return; // already weighed
    }
    let shared: Vec<String> = countries(left).intersection(&countries(right)).cloned().collect();
    if let Some(country) = shared.first() {
        reasons.add(1.5, format!("their articles are about {country}"));
    }
}

fn weigh_co_mentions(pair: &ProfilePair<'_>, reasons: &mut Reasons) {
    let own = [&pair.left.key, &pair.right.key];
    let [ours, theirs] = pair.co_mentions;
    let shared = ours.intersection(theirs).filter(|key| !own.contains(key));
    let (countries, others): (Vec<&NameKey>, Vec<&NameKey>) = shared.partition(|key| is_country(key.as_str()));
    let shown = |keys: &[&NameKey]| keys.iter().take(3).map(|key| key.as_str()).collect::<Vec<_>>().join(", ");
    if !others.is_empty() {
        let bits = (others.len() as f32).min(MAX_CO_MENTIONS);
        reasons.add(bits, format!("both are mentioned together with {}", shown(&others)));
    }
    if !countries.is_empty() {
        reasons.add(0.5, format!("both are mentioned together with {}", shown(&countries)));
    }
}

/// Whether the key of a name is that of a country.
fn is_country(key: &str) -> bool {
    key.split_once('/').is_some_and(|(entity_type, _)| entity_type == EntityType::COUNTRY.as_str())
}
