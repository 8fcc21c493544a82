//! The graph against what it must hold, and against its own JSON.

use super::*;
use crate::coreference::PluralReference;
use crate::document::Document;
use crate::ontology::Ontology;
use crate::pipeline::{Settings, build, read_document};
use crate::relation::RelationMention;
use crate::resolution::resolve;

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

/// Labels of the edges of a relation, as `subject - object`.
fn ends(graph: &KnowledgeGraph, relation: &str) -> Vec<String> {
    let edges = graph.edges().filter(|(_, edge, _)| edge.relation.as_str() == relation);
    edges.map(|(source, _, target)| format!("{} - {}", source.label, target.label)).collect()
}

#[test]
fn what_several_did_each_of_them_did() {
    let graph = graph(&["Minister Moana Tui and Minister Tika Oli arrived. They visited Lima."]);
    assert_eq!(ends(&graph, "visited"), ["Moana Tui - Lima", "Tika Oli - Lima"]);
    let surest = graph.edges().map(|(_, edge, _)| edge.confidence).fold(0.0, f32::max);
    assert!(surest <= 0.7, "no edge is surer than who is meant by \"they\": {surest}");
}

#[test]
fn several_who_met_are_joined_pair_by_pair() {
    let text = "Minister Moana Tui, Minister Tika Oli and Minister Ana Quispe arrived. They met in Lima.";
    let mut record = read_document(Document::from_text("a", text), &Settings::default());
    let they = record.mentions.iter().find(|mention| mention.is_plural).unwrap();
    let members = record.mentions.iter().filter(|mention| mention.gender.is_some() || mention.title.is_some());
    record.plurals = vec![PluralReference {
        mention: they.id,
        members: members.map(|mention| mention.id).collect(),
        sieve: "test".into(),
        confidence: 0.7,
    }];
    record.statements = vec![RelationMention {
        relation: RelationType::MET,
        subject: they.id,
        object: they.id,
        status: Status::Asserted,
        time: None,
        place: None,
        speaker: None,
        path: String::new(),
        attributes: std::collections::BTreeMap::new(),
        trigger: they.provenance.span,
        provenance: they.provenance.clone(),
    }];
    let records = [record.into()];
    let graph = build_graph(&records, &resolve(&records, &[], Settings::default().lexicon), Ontology::shipped());
    assert_eq!(ends(&graph, "met"), ["Ana Quispe - Moana Tui", "Ana Quispe - Tika Oli", "Moana Tui - Tika Oli"]);
}

#[test]
fn an_event_has_its_kind_its_date_and_its_place() {
    let text =
        "Minister Kaarel Tammsoo opened a two-day workshop in Lima on 5 May 2024. The workshop was held in Lima.";
    let graph = graph(&[text]);
    let event = graph.nodes().find_map(|node| node.event.clone()).unwrap();
    assert_eq!((event.kind.as_str(), event.date.unwrap().to_string().as_str()), ("workshop", "2024-05-05"));
    assert_eq!(event.place.unwrap().as_str(), "place/lima");
    assert_eq!(graph.nodes().filter(|node| node.event.is_some()).count(), 1);
    let read = read_json(&mut json(&graph).as_bytes(), Ontology::shipped()).unwrap();
    assert_eq!(json(&read), json(&graph));
}
