//! The graph against what it must hold, and against its own JSON.

use super::*;
use crate::document::Document;
use crate::ontology::Ontology;
use crate::pipeline::{Settings, build};

fn graph(texts: &[&str]) -> KnowledgeGraph {
    let documents = texts.iter().enumerate().map(|(index, text)| Document::from_text(&format!("d{index}"), *text));
    build(documents.collect(), &Settings::default(), &|_| {}).graph
}

fn json(graph: &KnowledgeGraph) -> String {
    let mut bytes = Vec::new();
    write_json(graph, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

const VISIT: &str = "São Tomé’s Minister of Health, Moana Tui, met President Tika Oli in Lima on 5 May 2024.";

#[test]
fn an_edge_gathers_its_evidence_from_all_documents() {
    let graph = graph(&[VISIT, "Minister Moana Tui met President Tika Oli."]);
    let met: Vec<_> = graph.edges().filter(|(_, edge, _)| edge.relation == RelationType::MET).collect();
    assert_eq!(met.len(), 1);
    let (source, edge, target) = met[0];
    assert_eq!((source.label.as_str(), target.label.as_str()), ("Moana Tui", "Tika Oli"));
    assert_eq!(edge.evidence.len(), 2);
    assert_eq!(edge.date.unwrap().to_string(), "2024-05-05");
    assert_eq!(edge.place.as_ref().unwrap().as_str(), "place/lima");
}

#[test]
fn quotes_are_exact_slices_in_characters() {
    let graph = graph(&[VISIT]);
    let characters: Vec<char> = VISIT.chars().collect();
    for quote in graph.nodes().flat_map(|node| &node.mentions) {
        assert_eq!(characters[quote.span.range()].iter().collect::<String>(), quote.text);
    }
}

#[test]
fn the_graph_reads_back_from_its_json() {
    let written = json(&graph(&[VISIT, "Peru and Chile signed an agreement."]));
    let read = read_json(&mut written.as_bytes(), Ontology::shipped()).unwrap();
    assert_eq!(json(&read), written);
}

#[test]
fn a_file_that_is_no_graph_is_refused_with_the_reason() {
    let refuse = |text: &str| read_json(&mut text.as_bytes(), Ontology::shipped()).unwrap_err().to_string();
    assert!(refuse("[1]").starts_with("expected a graph written by `whomet build -o graph.json`"));
    let later = json(&graph(&[VISIT])).replace("\"version\": 1", "\"version\": 9");
    assert!(refuse(&later).contains("found \"whomet-graph\" version 9"));
    let strange = json(&graph(&[VISIT])).replace("\"relation\": \"met\"", "\"relation\": \"saw\"");
    assert!(refuse(&strange).ends_with("unknown relation \"saw\""), "{}", refuse(&strange));
}

#[test]
fn an_edge_through_a_pronoun_is_no_surer_than_who_is_meant() {
    let graph = graph(&["Ms. Moana Tui arrived in Lima. She met President Tika Oli."]);
    let (_, met, _) = graph.edges().find(|(_, edge, _)| edge.relation == RelationType::MET).unwrap();
    assert!((met.confidence - 0.7).abs() < 1e-6, "the pronoun looks back one sentence: {}", met.confidence);
}
