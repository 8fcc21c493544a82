//! Resolution of whole articles, and its cost.

use std::collections::BTreeSet;

use super::scope::name_key;
use super::*;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::ontology::EntityType;
use crate::pipeline::{Settings, read_document};
use crate::record::DocumentRecord;

fn records(texts: &[&str]) -> Vec<DocumentRecord> {
    let documents = texts.iter().enumerate().map(|(at, text)| Document::from_text(&format!("d{at}"), *text));
    documents.map(|document| read_document(document, &Settings::default()).into()).collect()
}

/// Ids of the entities with the number of their chains.
fn ids(texts: &[&str]) -> Vec<String> {
    let entities = resolve(&records(texts), &[], Lexicon::shipped());
    entities.iter().map(|entity| format!("{} {}", entity.id, entity.chains.len())).collect()
}

#[test]
fn full_names_are_joined_across_documents_and_surnames_are_not() {
    let found = ids(&["Minister Kaarel Tammsoo spoke.", "Minister Kaarel Tammsoo left.", "Mr. Tammsoo flew."]);
    assert_eq!(found, ["person/kaarel-tammsoo 2", "person/tammsoo@d2 1"]);
}

#[test]
fn a_country_has_its_usual_name() {
    assert_eq!(ids(&["American ships left.", "The U.S. agreed."]), ["country/united-states 2"]);
}

#[test]
fn described_events_of_two_articles_are_two_entities() {
    let texts = ["Kaarel Tammsoo spoke at a two-day workshop.", "Lucio Mamani spoke at a two-day workshop."];
    let found = ids(&texts);
    assert!(found.contains(&"event/two-day-workshop@d0 1".to_owned()), "{found:?}");
    assert!(found.contains(&"event/two-day-workshop@d1 1".to_owned()), "{found:?}");
}

#[test]
fn bare_ministries_mean_something_only_in_their_article() {
    let found = ids(&["The Ministries of Health and Education agreed.", "The Ministry of Education left."]);
    let expected = ["ministry-of-education@d0 1", "ministry-of-education@d1 1", "ministry-of-health@d0 1"];
    assert_eq!(found, expected.map(|id| format!("agency/{id}")));
}

#[test]
fn ministries_of_one_country_are_one_entity() {
    let texts = [
        "Peru's Ministry of Health trained nurses.",
        "The Peruvian Health Ministry left.",
        "Nepal's Ministry of Health spoke.",
    ];
    let found = ids(&texts);
    let ministries: Vec<&String> = found.iter().filter(|id| id.starts_with("agency/")).collect();
    assert_eq!(ministries.len(), 2, "{found:?}");
    assert!(ministries.iter().any(|id| id.ends_with("@pe 2")) && ministries.iter().any(|id| id.ends_with("@np 1")));
}

#[test]
fn two_offices_of_different_countries_are_two_persons() {
    let texts = [
        "Peru's Minister of Health, Rosa Tuilagi, spoke in Lima.",
        "Estonia's Minister of Health, Rosa Tuilagi, spoke in Tallinn.",
        "Rosa Tuilagi left.",
    ];
    let found = ids(&texts);
    let persons: Vec<&String> = found.iter().filter(|id| id.starts_with("person/")).collect();
    let expected = ["person/rosa-tuilagi 1", "person/rosa-tuilagi@ee 1", "person/rosa-tuilagi@pe 1"];
    assert_eq!(persons, expected, "the third may be either, so it stays alone");
    let found = ids(&texts[1..]);
    assert!(found.contains(&"person/rosa-tuilagi 2".to_owned()), "no reason against one person: {found:?}");
}

#[test]
fn spellings_and_acronyms_are_joined_across_articles() {
    let texts = [
        "The Karnali River Guard (KRG) of Nepal trained Gen. Yusuf Kamara Tuilagi.",
        "Nepal praised the Karnali River Guard (KRG). Gen. Yussuf Kamara Tuilagi of the KRG left Nepal.",
    ];
    let found = ids(&texts);
    assert!(found.iter().any(|id| id.starts_with("person/yus") && id.ends_with(" 2")), "{found:?}");
    assert_eq!(found.iter().filter(|id| id.starts_with("agency/")).count(), 1, "{found:?}");
}

#[test]
fn a_country_named_only_in_an_organization_is_an_entity_if_the_organization_is_part_of_it() {
    assert_eq!(ids(&["Kaarel Tammsoo left the Lima School of Economics."]).len(), 2);
    let found = ids(&["Kaarel Tammsoo left the Fijian army."]);
    assert!(found.contains(&"country/fiji 1".to_owned()), "{found:?}");
}

/// Profiles of an invented article: two persons, each in few other articles, a country with its capital and its
/// ministry, in every other article as "the Health Ministry" without the country.
fn profiles(number: usize) -> Vec<ChainProfile> {
    let syllables = ["ba", "ke", "li", "mo", "ru", "sa", "ti", "vo", "na", "du"];
    let word = |mut number: usize| {
        let mut word = String::from("Q");
        for _ in 0..4 {
            word.push_str(syllables[number % 10]);
            number /= 10;
        }
        word
    };
    let code = ["pe", "np", "ee", "fj", "to"][number % 5];
    let country_of = |scope: &Scope| match scope {
        Scope::Country(_) => Fact::new(FactKind::Country, code),
        _ => Fact::new(FactKind::ArticleCountry, code),
    };
    let here = Scope::Document(format!("{number}").as_str().into());
    let profile = |entity_type: EntityType, name: String, scope: Scope| ChainProfile {
        key: name_key(entity_type, &name, &scope),
        entity_type,
        facts: BTreeSet::from([
            Fact::new(FactKind::Label, &*name),
            Fact::new(FactKind::Name, &*name),
            country_of(&scope),
        ]),
        name,
        scope,
        is_known: false,
    };
    vec![
        profile(EntityType::PERSON, format!("{} {}", word(number / 3), word(number)), Scope::Everywhere),
        profile(EntityType::PERSON, format!("{} {}", word(number * 7), word(number / 2)), Scope::Everywhere),
        match number % 2 {
            0 => profile(EntityType::AGENCY, "Ministry of Health".to_owned(), Scope::Country(code.to_owned())),
            _ => profile(EntityType::AGENCY, "Health Ministry".to_owned(), here),
        },
        profile(EntityType::COUNTRY, format!("Country {code}"), Scope::Everywhere),
        profile(EntityType::PLACE, format!("Capital {code}"), Scope::Country(code.to_owned())),
    ]
}

#[test]
fn the_cost_of_an_article_does_not_grow_with_the_collection() {
    let mut resolver = Resolver::new(MemoryStore::default(), Lexicon::shipped());
    let (mut costs, mut count) = (Vec::new(), 0);
    for size in [200, 2000] {
        while count < size {
            let Ok(()) = resolver.add(&format!("a{count:05}").into(), &profiles(count));
            count += 1;
        }
        let before = (resolver.comparisons, resolver.loaded);
        for number in 0..50 {
            let (document, profiles) = (format!("b{number}").into(), profiles(3000 + number));
            let Ok(()) = resolver.add(&document, &profiles);
            let Ok(()) = resolver.remove(&document, &profiles);
        }
        costs.push((resolver.comparisons - before.0, resolver.loaded - before.1));
    }
    let follows =
        |number: usize| resolver.store.entities()[&profiles(number)[2].key] == profiles(number % 5 * 6)[2].key;
    assert!((0..2000).all(follows), "each bare ministry belongs to the country that its article is about");
    let [(few, few_loaded), (many, many_loaded)] = costs[..] else { panic!("two sizes") };
    assert!(many <= few + 50, "comparisons for 50 articles among 200 and among 2000: {few}, {many}");
    assert!(many_loaded <= few_loaded + 150, "profiles read: {few_loaded}, {many_loaded}");
}
