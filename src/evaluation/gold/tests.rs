//! Scores two invented articles.

use super::*;
use crate::document::Document;
use crate::pipeline::Settings;

const MEETING: &str = "Minister Moana Tui met President Tika Oli in Suva on Monday.";
const TREATY: &str = "Peru and Tonga signed an agreement.";
const PRAISE: &str = "President Tika Oli praised the weather.";

/// An annotated entity: id, type and name.
fn entity([id, entity_type, name]: [&str; 3]) -> String {
    format!(r#"{{"id":"{id}","type":"{entity_type}","name":"{name}"}}"#)
}

/// An annotated relation: type, ends and status, with its evidence.
fn relation([relation, head, tail, status]: [&str; 4], evidence: &str) -> String {
    format!(r#"{{"type":"{relation}","head":"{head}","tail":"{tail}","status":"{status}","evidence":"{evidence}"}}"#)
}

/// The annotation with the people and places of both articles and these relations.
fn gold(relations: &[String]) -> GoldGraph {
    let entities = [
        ["e1", "person", "Moana Tui"],
        ["e2", "person", "Tika Oli"],
        ["e3", "event", "Suva"],
        ["e4", "country", "Peru"],
        ["e5", "country", "Tonga"],
        ["e6", "person", "Rosa Mamani"],
        ["e7", "agency", "Rewa River Guard"],
    ];
    let entities = entities.map(entity).join(",");
    GoldGraph::read(&format!(r#"{{"entities":[{entities}],"relations":[{}]}}"#, relations.join(","))).unwrap()
}

/// The scores, and the misses without their sentences.
fn judged(text: &str, relations: &[String]) -> (GoldScores, Vec<String>) {
    let (gold, settings) = (gold(relations), Settings::default());
    let found = FoundGraph::build(Document::from_text("a", text), &settings);
    let compared = ComparedGraphs::new(&gold, &found);
    let misses = misses(&compared, &settings);
    let (scores, _) = judge(&compared);
    assert_eq!(scores.relations_with_status.missed(), misses.len(), "each missed relation has a cause");
    (scores, misses.iter().map(|miss| miss.cause.to_string()).collect())
}

#[test]
fn a_right_edge_counts_whatever_the_order_of_its_ends() {
    let met = relation(["met", "e2", "e1", "asserted"], MEETING);
    let (scores, misses) = judged(MEETING, &[met]);
    assert_eq!((scores.relations_with_status.hits, scores.relations_with_status.missed()), (1, 0));
    assert_eq!(misses, [""; 0]);
    // Tui and Oli are right, Suva is no event, and the other four are not mentioned.
    let typed = scores.typed_entities;
    assert_eq!((typed.hits, typed.extra(), typed.missed()), (2, 1, 5));
    assert_eq!((scores.evidence > 0, scores.bad_evidence), (true, 0));
}

#[test]
fn each_missed_relation_is_traced_to_the_first_step_that_failed() {
    let relations = [
        (["visited", "e6", "e4", "asserted"], MEETING, "no head node, person"),
        (["met", "e1", "e6", "asserted"], MEETING, "no tail node, person"),
        (["affiliated_with", "e6", "e7", "asserted"], MEETING, "neither node, person and agency"),
        (["attended", "e1", "e3", "asserted"], MEETING, "wrong type of tail, place for event"),
        (["met", "e1", "e2", "planned"], MEETING, "wrong status, asserted for planned"),
        (["opposes", "e2", "e4", "asserted"], TREATY, "not in one sentence, head elsewhere"),
        (["opposes", "e4", "e2", "asserted"], TREATY, "not in one sentence, tail elsewhere"),
        (["opposes", "e1", "e4", "asserted"], PRAISE, "not in one sentence, both elsewhere"),
        (["supports", "e2", "e5", "asserted"], "no such passage", "not in one sentence, apart"),
        (["opposes", "e4", "e5", "asserted"], TREATY, "no trigger"),
    ];
    let annotated = relations.map(|(given, evidence, _)| relation(given, evidence));
    let (_, misses) = judged(&[MEETING, PRAISE, TREATY].join(" "), &annotated);
    assert_eq!(misses, relations.map(|(_, _, cause)| cause));
}

#[test]
fn a_rule_that_fails_or_finds_other_ends_is_blamed() {
    let cases = [
        ("Moana Tui should meet Tika Oli.", ["met", "e1", "e2", "asserted"], "path, nonfactual"),
        ("Moana Tui met Tika Oli in Peru.", ["met", "e1", "e4", "asserted"], "wrong filler, with the head"),
        ("Moana Tui visited Peru with Tika Oli.", ["visited", "e4", "e1", "asserted"], "wrong filler, turned"),
    ];
    for (text, given, cause) in cases {
        assert_eq!(judged(text, &[relation(given, text)]).1, [cause], "{text}");
    }
}
