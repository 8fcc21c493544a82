//! Articles that report one event or several.

use std::collections::BTreeSet;

use crate::document::Document;
use crate::graph::{Conflicts, Edge, KnowledgeGraph};
use crate::pipeline::{Settings, build};

/// The graph of articles, each with its day of publication.
fn graph(articles: &[(&str, &str)]) -> KnowledgeGraph {
    let document = |(at, (published, text)): (usize, &(&str, &str))| {
        let mut document = Document::from_text(&format!("d{at}"), *text);
        document.date = published.parse().ok();
        document
    };
    build(articles.iter().enumerate().map(document), &Settings::default()).graph
}

fn edge<'g>(graph: &'g KnowledgeGraph, relation: &str, status: &str) -> &'g Edge {
    let is_asked = |edge: &Edge| edge.relation.as_str() == relation && edge.status.as_str() == status;
    graph.edges().map(|(_, edge, _)| edge).find(|edge| is_asked(edge)).unwrap()
}

/// The events of the only edge `met`, one per item; "+" joins the reports of one event.
fn events(articles: &[(&str, &str)]) -> Vec<String> {
    let graph = graph(articles);
    let evidence = &edge(&graph, "met", "asserted").evidence;
    let names: BTreeSet<&String> = evidence.iter().map(|evidence| &evidence.occurrence).collect();
    let reports = |name: &String| {
        let reports = evidence.iter().filter(|evidence| evidence.occurrence == *name);
        reports.map(|evidence| evidence.quote.document.as_str()).collect::<Vec<_>>().join("+")
    };
    let events: Vec<String> = names.iter().map(|name| reports(name)).collect();
    for (name, reports) in names.iter().zip(&events) {
        let first = reports.split('+').next().unwrap();
        assert!(name.starts_with(&format!("{first}#")), "{name} is not the smallest of {reports}");
    }
    events
}

fn conflicts(articles: &[(&str, &str)], status: &str) -> Conflicts {
    edge(&graph(articles), "met", status).conflicts.clone()
}

const MONDAY: &str = "Minister Moana Tui met President Tika Oli in Lima on 6 May 2024.";
const TUESDAY: &str = "Minister Moana Tui held talks with President Tika Oli in Lima on 7 May 2024.";
const UNDATED: &str = "Minister Moana Tui met with President Tika Oli and spoke about roads.";
const MAY: &str = "In May 2024, Minister Moana Tui met President Tika Oli.";

#[test]
fn reports_of_one_day_are_of_one_event() {
    let other = "President Tika Oli met Minister Moana Tui on 6 May 2024, and they spoke about roads.";
    assert_eq!(events(&[("2024-05-06", MONDAY), ("2024-06-30", other)]), ["d0+d1"]);
    assert_eq!(events(&[("2024-05-06", MONDAY), ("2024-06-30", MAY)]), ["d0+d1"]);
    assert_eq!(events(&[("2024-05-06", MONDAY), ("2024-05-07", TUESDAY)]), ["d0", "d1"]);
}

#[test]
fn an_undated_report_is_of_the_event_of_its_week() {
    assert_eq!(events(&[("2024-05-06", MONDAY), ("2024-05-10", UNDATED)]), ["d0+d1"]);
    assert_eq!(events(&[("2024-05-06", MONDAY), ("2024-05-20", UNDATED)]), ["d0", "d1"]);
    assert_eq!(events(&[("2024-05-06", MONDAY), ("", UNDATED)]), ["d0", "d1"]);
    let later = UNDATED.replace("roads", "bridges");
    assert_eq!(events(&[("2024-05-10", UNDATED), ("2024-05-13", &later)]), ["d0+d1"]);
    assert_eq!(events(&[("2024-05-10", UNDATED), ("2024-05-14", &later)]), ["d0", "d1"]);
}

#[test]
fn a_vague_report_does_not_make_two_events_one() {
    let articles = [("2024-05-06", MONDAY), ("2024-06-01", MAY), ("2024-05-07", TUESDAY)];
    assert_eq!(events(&articles), ["d0+d1", "d2"]);
    let turned = [articles[2], articles[1], articles[0]];
    assert_eq!(events(&turned), ["d0+d1", "d2"], "a tie goes to the smaller id");
}

#[test]
fn an_undated_report_goes_to_the_nearest_event() {
    let friday = MONDAY.replace("6 May", "10 May");
    let articles = [("2024-05-06", MONDAY), ("2024-05-10", &friday), ("2024-05-11", UNDATED)];
    assert_eq!(events(&articles), ["d0", "d1+d2"]);
}

#[test]
fn a_report_that_names_fewer_participants_is_of_the_same_event() {
    let three = "Minister Moana Tui, President Tika Oli and Minister Ana Quispe met in Lima on 6 May 2024.";
    let graph = graph(&[("2024-05-06", three), ("2024-05-06", MONDAY)]);
    let met = graph.edges().map(|(_, edge, _)| edge).filter(|edge| edge.relation.as_str() == "met");
    let occurrences: BTreeSet<&String> =
        met.flat_map(|edge| &edge.evidence).map(|evidence| &evidence.occurrence).collect();
    assert_eq!(occurrences.len(), 1, "{occurrences:?}");
    let other = "Minister Moana Tui and Minister Kaarel Tamm met in Lima on 6 May 2024.";
    let graph = super::tests::graph(&[("2024-05-06", other), ("2024-05-06", MONDAY)]);
    let met = graph.edges().map(|(_, edge, _)| edge).filter(|edge| edge.relation.as_str() == "met");
    let occurrences: BTreeSet<&String> =
        met.flat_map(|edge| &edge.evidence).map(|evidence| &evidence.occurrence).collect();
    assert_eq!(occurrences.len(), 2, "one shared participant is not enough: {occurrences:?}");
}

#[test]
fn another_topic_is_another_event() {
    let agreed = |topic: &str| format!("Peru and Fiji signed an agreement on {topic}.");
    let of = |topics: &[&str]| -> usize {
        let texts: Vec<String> = topics.iter().map(|topic| agreed(topic)).collect();
        let articles: Vec<(&str, &str)> = texts.iter().map(|text| ("2024-05-06", text.as_str())).collect();
        let graph = graph(&articles);
        let evidence = &edge(&graph, "agreed_with", "asserted").evidence;
        assert_eq!(evidence.len(), topics.len());
        evidence.iter().map(|evidence| &evidence.occurrence).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(of(&["road safety", "safety on the road"]), 1);
    assert_eq!(of(&["road safety", "student exchanges"]), 2);
}

#[test]
fn a_place_agrees_with_the_city_that_it_lies_in() {
    let part = "Miraflores, a district of Lima, is by the sea. Minister Moana Tui met President Tika Oli in Miraflores on 6 May 2024.";
    let elsewhere = MONDAY.replace("Lima", "Cusco");
    let graph = graph(&[("2024-05-06", part)]);
    assert_eq!(edge(&graph, "part_of", "asserted").evidence.len(), 1);
    assert_eq!(events(&[("2024-05-06", part), ("2024-05-06", MONDAY)]), ["d0+d1"]);
    assert_eq!(events(&[("2024-05-06", MONDAY), ("2024-05-06", &elsewhere)]), ["d0", "d1"]);
}

#[test]
fn lasting_relations_are_not_events() {
    let graph = graph(&[("2024-05-06", "Nepal supports Fiji."), ("2024-05-06", "In Suva, Nepal supports Fiji.")]);
    let evidence = &edge(&graph, "supports", "asserted").evidence;
    assert_eq!(evidence.len(), 2);
    assert_ne!(evidence[0].occurrence, evidence[1].occurrence);
}

#[test]
fn reports_that_differ_in_the_day_are_kept_side_by_side() {
    let found = conflicts(&[("2024-05-07", MONDAY), ("2024-05-08", TUESDAY)], "asserted");
    assert_eq!(found.dates.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2024-05-06", "2024-05-07"]);
    assert!(found.places.is_empty() && found.statuses.is_empty());
    let other_news = conflicts(&[("2024-05-07", MONDAY), ("2024-07-08", TUESDAY)], "asserted");
    assert!(other_news.is_empty());
    let both = format!("{MONDAY} {TUESDAY}");
    let two_meetings = conflicts(&[("2024-05-07", MONDAY), ("2024-05-08", &both)], "asserted");
    assert!(two_meetings.is_empty(), "who tells of both knows of two meetings");
}

#[test]
fn reports_that_differ_in_the_place_are_kept_side_by_side() {
    let elsewhere = MONDAY.replace("Lima", "Cusco");
    let graph = graph(&[("2024-05-07", MONDAY), ("2024-05-08", &elsewhere)]);
    let met = edge(&graph, "met", "asserted");
    let places: Vec<&str> = met.conflicts.places.iter().map(crate::ids::EntityId::as_str).collect();
    assert_eq!(places, ["place/cusco", "place/lima"]);
    let of_evidence: Vec<_> = met.evidence.iter().map(|evidence| evidence.place.as_ref().unwrap().as_str()).collect();
    assert_eq!((of_evidence, &met.place), (vec!["place/lima", "place/cusco"], &None));
}

#[test]
fn a_denial_contradicts_what_it_denies_and_a_plan_does_not() {
    let denial = "Minister Moana Tui did not meet President Tika Oli.";
    let plan = "Minister Moana Tui will meet President Tika Oli in Lima on 6 May 2024.";
    let statuses = |articles: &[(&str, &str)], status: &str| -> Vec<&'static str> {
        conflicts(articles, status).statuses.iter().map(|status| status.as_str()).collect()
    };
    let articles = [("2024-05-06", MONDAY), ("2024-05-08", denial), ("2024-05-03", plan)];
    assert_eq!(statuses(&articles, "asserted"), ["negated"]);
    assert_eq!(statuses(&articles, "negated"), ["asserted", "planned"]);
    assert_eq!(statuses(&articles, "planned"), ["negated"]);
    let later = [("2024-05-06", MONDAY), ("2025-05-08", denial)];
    assert!(statuses(&later, "asserted").is_empty(), "another year, another meeting");
}
