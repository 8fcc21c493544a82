//! Tests the shipped rules on their own examples, and statements without a trigger.

use super::*;
use crate::coreference::name_organizations;
use crate::description::find_descriptions;
use crate::document::Document;
use crate::ids::MentionId;
use crate::lexicon::Lexicon;
use crate::ontology::RelationType;
use crate::pipeline::read_mentions;
use crate::quotation::find_attributions;
use crate::rule_check::check_rule_file;

pub(super) fn shipped() -> Settings<'static> {
    Settings::default()
}

/// The descriptions in a document, with the organizations that the document names elsewhere.
fn described(document: &AnalyzedDocument, mentions: &[Mention]) -> Descriptions {
    let described = find_descriptions(document, mentions, Lexicon::shipped());
    name_organizations(document, mentions, described, Lexicon::shipped())
}

/// The statements in `text`, as `relation(subject, object) status rule`.
fn statements(text: &str) -> Vec<String> {
    let (document, mentions) = read_mentions(Document::from_text("test", text), &Settings::default());
    let surface = |id: MentionId| document.surface(mentions[id.index()].provenance.span);
    let said = find_attributions(&document, &mentions, Lexicon::shipped());
    extract_relations(&document, &mentions, &described(&document, &mentions), &said, &shipped())
        .iter()
        .map(|found| {
            let (subject, object) = (surface(found.subject), surface(found.object));
            format!("{}({subject} | {object}) {} {}", found.relation, found.status.as_str(), found.provenance.rule)
        })
        .collect()
}

/// The facts of one relation in `text` as "subject | object", sorted.
pub(crate) fn ends_of(text: &str, relation: RelationType) -> Vec<String> {
    let (document, mentions) = read_mentions(Document::from_text("test", text), &Settings::default());
    let label = |id: MentionId| mentions[id.index()].label(&document);
    let found = extract_relations(&document, &mentions, &described(&document, &mentions), &[], &shipped());
    let of_it = found.iter().filter(|statement| statement.relation == relation && statement.status == Status::Asserted);
    let lines = of_it.map(|found| format!("{} | {}", label(found.subject), label(found.object)));
    lines.collect::<std::collections::BTreeSet<String>>().into_iter().collect()
}

#[test]
fn shipped_rules_find_what_they_accept_and_nothing_in_near_misses() {
    let problems =
        rule::SHIPPED.iter().flat_map(|(name, text)| check_rule_file(name, text, &shipped()).unwrap().problems);
    let problems: Vec<String> = problems.map(|problem| problem.to_string()).collect();
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn offices_join_person_and_body() {
    let table = [
        ("Peru's Minister of Health, Moana Tui, spoke.", "affiliated_with(Moana Tui | Peru)"),
        ("Estonian Foreign Minister Kaarel Tammsoo spoke.", "affiliated_with(Kaarel Tammsoo | Estonian)"),
        ("Tika Oli, the commander of the Nepal River Guard, spoke.", "affiliated_with(Tika Oli | Nepal River Guard)"),
        (
            "The Director General of the Nepal River Guard, Tika Oli, spoke.",
            "affiliated_with(Tika Oli | Nepal River Guard)",
        ),
        (
            "It was Gen. Tika Oli, the commander of the Nepal River Guard.",
            "affiliated_with(Tika Oli | Nepal River Guard)",
        ),
        ("Nepal River Guard (NRG) Commander Gen. Tika Oli spoke.", "affiliated_with(Tika Oli | Nepal River Guard)"),
        (
            "The Nepal River Guard's representative in Peru, Moana Tui, spoke.",
            "affiliated_with(Moana Tui | Nepal River Guard)",
        ),
        ("The ambassador of Peru to Nepal, Moana Tui, spoke.", "affiliated_with(Moana Tui | Peru)"),
    ];
    for (text, expected) in table {
        let found = statements(text);
        let offices: Vec<_> = found.iter().filter(|statement| statement.starts_with("affiliated")).collect();
        assert!(offices.len() == 1 && offices[0].starts_with(expected), "{text}: {found:?}");
    }
}

#[test]
fn a_name_beside_another_is_no_reason() {
    for text in [
        "Minister Kaarel Tammsoo and President Rosa Quispe are in the photograph.",
        "A report by Nepal mentions Peru and the Nepal River Guard.",
        "Peru won against Nepal.",
    ] {
        let found = statements(text);
        assert!(found.iter().all(|statement| statement.starts_with("part_of")), "{text}: {found:?}");
    }
}

#[test]
fn a_relative_of_somebody_is_somebody_else() {
    let found = statements("The brother of Minister Kaarel Tammsoo met President Rosa Quispe.");
    assert!(!found.iter().any(|statement| statement.contains("Kaarel Tammsoo")), "{found:?}");
}

#[test]
fn a_body_named_for_its_country_is_part_of_it() {
    let found = statements("The Nepal River Guard left. Nepal sent it.");
    assert_eq!(found, ["part_of(Nepal River Guard | Nepal) asserted country-in-name"]);
}

/// The only statement of `relation` in an article of 10 June 2022, with its circumstances.
fn said_of(text: &str, relation: &str) -> Statement {
    let mut document = Document::from_text("test", text);
    document.date = Some("2022-06-10".parse().unwrap());
    let (document, mentions) = read_mentions(document, &Settings::default());
    let said = find_attributions(&document, &mentions, Lexicon::shipped());
    let found = extract_relations(&document, &mentions, &described(&document, &mentions), &said, &shipped());
    let mut of_it: Vec<Statement> =
        found.into_iter().filter(|statement| statement.relation.as_str() == relation).collect();
    assert_eq!(of_it.len(), 1, "{text}: {of_it:?}");
    of_it.remove(0)
}

#[test]
fn a_meeting_has_its_day_its_topic_and_its_type() {
    let text = "Minister Kaarel Tammsoo met President Rosa Quispe on Tuesday to discuss fishing.";
    let met = said_of(text, "met");
    assert_eq!(met.time.unwrap().date().unwrap().to_string(), "2022-06-07");
    assert_eq!((met.attributes["topic"].as_str(), met.attributes["plover"].as_str()), ("fishing", "CONSULT"));
    let planned = said_of("Minister Kaarel Tammsoo will meet President Rosa Quispe on Tuesday.", "met");
    assert_eq!(planned.time.unwrap().date().unwrap().to_string(), "2022-06-14");
}

#[test]
fn amounts_trainees_and_durations_are_told() {
    let pledged = said_of("Norway pledged $5 million to Nepal.", "pledged");
    assert_eq!(pledged.attributes["amount"], "$5 million");
    let trained =
        said_of("The Chilean Navy trained 45 officers of the Tonga Defence Services for three days.", "trained");
    assert_eq!(
        (trained.attributes["trainees"].as_str(), trained.attributes["duration"].as_str()),
        ("45 officers", "P3D")
    );
}

#[test]
fn who_says_so_is_kept_and_a_quoted_promise_is_a_pledge() {
    let text = "“We will give Nepal two boats,” said Moana Tui of the Tonga Port Authority on Tuesday.";
    let pledged = said_of(text, "pledged");
    assert_eq!((pledged.status, pledged.time), (Status::Asserted, None));
    assert!(pledged.speaker.is_some());
    assert_eq!(said_of(text, "supports").status, Status::Planned);
    let told = said_of("The Chilean Navy trained the Tonga Defence Services.", "trained");
    assert_eq!(told.speaker, None);
}

#[test]
fn a_clause_of_its_own_ends_a_list() {
    let table = [
        (
            "Before Peru attacked Nepal, the Tonga Port Authority bought boats.",
            ["Tonga Port Authority)", "Authority |"],
        ),
        ("Peru attacked Tika Oli and Moana Tui criticized Nepal.", ["opposes(Peru | Nepal)", "Peru | Moana Tui"]),
        ("Kaarel Tammsoo, a Peruvian, condemned Nepal.", ["opposes(Peruvian", "opposes(Peru"]),
    ];
    for (text, wrong) in table {
        let found = statements(text);
        let opposes = || found.iter().filter(|statement| statement.starts_with("opposes"));
        assert!(opposes().count() > 0, "{text}: {found:?}");
        assert!(opposes().all(|statement| !wrong.iter().any(|wrong| statement.contains(wrong))), "{text}: {found:?}");
    }
}
