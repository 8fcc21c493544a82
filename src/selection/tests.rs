//! Selections from a small graph.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use super::*;
use crate::document::Document;
use crate::graph::KnowledgeGraph;
use crate::ontology::RelationType;
use crate::pipeline::{Settings, build};
use crate::relation::Status;

/// Three articles: a meeting and a training; a plan; the meeting again, in other words.
fn graph() -> KnowledgeGraph {
    let article = |id: &str, date: &str, text: &str| Document::from_text(id, format!("date {date}\n\n{text}"));
    let articles = [
        article("a", "2024-03-01", "Minister Moana Tui met President Tika Oli in Lima. Peru trained officers of Fiji."),
        article("b", "2024-06-01", "Minister Kaarel Tammsoo will meet President Tika Oli."),
        article("c", "2024-09-01", "President Tika Oli received Minister Moana Tui. Estonia trained officers of Fiji."),
    ];
    build(articles, &Settings::default()).graph
}

fn edges(graph: &KnowledgeGraph) -> Vec<String> {
    let edge = |(source, edge, target): (&crate::graph::Node, &crate::graph::Edge, &crate::graph::Node)| {
        let status = if edge.status == Status::Asserted { "" } else { edge.status.as_str() };
        format!("{} {status}{} {}", source.label, edge.relation, target.label)
    };
    graph.edges().map(edge).collect()
}

/// The edges that remain when `choose` sets up the selection.
fn chosen(choose: impl FnOnce(&mut Selection)) -> Vec<String> {
    edges(&applied(choose))
}

fn applied(choose: impl FnOnce(&mut Selection)) -> KnowledgeGraph {
    let mut selection = Selection::default();
    choose(&mut selection);
    selection.apply(graph())
}

const MET: &str = "Moana Tui met Tika Oli";
const PLAN: &str = "Kaarel Tammsoo plannedmet Tika Oli";
const FIJI: [&str; 2] = ["Estonia trained Fiji", "Peru trained Fiji"];

#[test]
fn the_default_keeps_everything() {
    assert_eq!(edges(&applied(|_| {})), [MET, PLAN, FIJI[0], FIJI[1]]);
}

#[test]
fn relations_and_statuses_leave_out_nodes_without_them() {
    let met = applied(|selection| selection.relations = BTreeSet::from([RelationType::MET]));
    assert_eq!(edges(&met), [MET, PLAN]);
    assert!(met.node(&"country/fiji".into()).is_none());
    assert_eq!(chosen(|selection| selection.statuses = BTreeSet::from([Status::Planned])), [PLAN]);
}

#[test]
fn depth_counts_edges_around_a_node() {
    let around = |depth| {
        chosen(|selection| {
            selection.around = vec!["person/kaarel-tammsoo".into()];
            selection.depth = depth;
        })
    };
    assert!(around(0).is_empty());
    assert_eq!(around(1), [PLAN]);
    assert_eq!(around(2), [MET, PLAN]);
}

#[test]
fn a_period_keeps_the_evidence_of_its_time() {
    let graph = applied(|selection| selection.since = Some("2024-07".parse().unwrap()));
    assert_eq!(edges(&graph), [MET, FIJI[0]]);
    let evidence = graph.edges().flat_map(|(_, edge, _)| &edge.evidence);
    assert!(evidence.map(|evidence| evidence.quote.document.as_str()).all(|document| document == "c"));
    assert_eq!(chosen(|selection| selection.until = Some("2024-03".parse().unwrap())), [MET, FIJI[1]]);
}

#[test]
fn documents_bring_their_mentions_and_evidence_only() {
    let graph = applied(|selection| selection.documents = BTreeSet::from(["b".into()]));
    assert_eq!(edges(&graph), [PLAN]);
    let documents: Vec<&str> = graph.documents.iter().map(|info| info.id.as_str()).collect();
    assert_eq!(documents, ["b"]);
    assert!(graph.nodes().flat_map(|node| &node.mentions).all(|quote| quote.document.as_str() == "b"));
}

#[test]
fn min_articles_counts_articles() {
    assert_eq!(chosen(|selection| selection.min_articles = 2), [MET]);
    assert!(chosen(|selection| selection.min_articles = 3).is_empty());
}

#[test]
fn the_largest_component_is_the_one_with_most_nodes() {
    let graph = applied(|selection| {
        selection.largest_component = true;
        selection.types = BTreeSet::from([crate::ontology::EntityType::PERSON, crate::ontology::EntityType::COUNTRY]);
        selection.statuses = BTreeSet::from([Status::Asserted]);
    });
    assert_eq!(edges(&graph), FIJI);
}

#[test]
fn isolated_nodes_go_on_request() {
    let lima = |graph: &KnowledgeGraph| graph.node(&"place/lima".into()).is_some();
    assert!(lima(&graph()));
    assert!(!lima(&applied(|selection| selection.without_isolated = true)));
}

#[test]
fn co_mentions_bear_their_own_relation_and_quote_each_article() {
    let graph = applied(|selection| selection.co_mentions = NonZeroUsize::new(2));
    let added: Vec<_> = graph.edges().filter(|(_, edge, _)| edge.relation == RelationType::MENTIONED_WITH).collect();
    let ends: Vec<_> = added.iter().map(|(one, _, other)| (one.label.as_str(), other.label.as_str())).collect();
    let pairs = [("Fiji", "Moana Tui"), ("Fiji", "Tika Oli"), ("Moana Tui", "Tika Oli")];
    assert_eq!(ends, pairs);
    assert!(added.iter().all(|(_, edge, _)| edge.evidence.len() == 2 && edge.confidence == 0.0 && !edge.is_directed));
}

#[test]
fn an_event_becomes_an_edge_between_those_who_took_part() {
    let text =
        "Minister Moana Tui attended the Lima Security Forum. President Tika Oli attended the Lima Security Forum.";
    let graph = build([Document::from_text("a", text)], &Settings::default()).graph;
    assert_eq!(graph.edges().filter(|(_, edge, _)| edge.relation.as_str() == "attended").count(), 2);
    let selection = Selection { collapse_events: true, ..Selection::default() };
    let collapsed = selection.apply(graph);
    assert_eq!(edges(&collapsed), ["Moana Tui at_event_with Tika Oli"]);
    let (_, edge, _) = collapsed.edges().next().unwrap();
    assert_eq!((edge.attributes["event"].as_str(), edge.evidence.len()), ("Lima Security Forum", 2));
}
