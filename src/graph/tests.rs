//! What the graph holds, and its way through JSON and back.

use std::collections::BTreeSet;

use super::*;
use crate::coreference::PluralReference;
use crate::document::Document;
use crate::ids::DocumentId;
use crate::ontology::{Ontology, RelationType};
use crate::pipeline::{Settings, build, read_document};
use crate::relation::{Statement, Status};
use crate::resolution::{Duplicates, resolve};

fn graph(texts: &[&str]) -> KnowledgeGraph {
    let documents = texts.iter().enumerate().map(|(index, text)| Document::from_text(&format!("d{index}"), *text));
    build(documents, &Settings::default()).graph
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
fn a_file_that_is_not_a_graph_is_refused_with_the_reason() {
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
fn an_act_of_several_is_an_act_of_each() {
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
    record.statements = vec![Statement {
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
    let entities = resolve(&records, &[], Settings::default().lexicon);
    let graph = build_graph(&records, &entities, Duplicates::default(), Ontology::shipped());
    assert_eq!(ends(&graph, "met"), ["Ana Quispe - Moana Tui", "Ana Quispe - Tika Oli", "Moana Tui - Tika Oli"]);
}

#[test]
fn an_event_has_its_kind_its_date_and_its_place() {
    let text =
        "Minister Kaarel Tammsoo opened a two-day workshop in Lima on 5 May 2024. The workshop was held in Lima.";
    let graph = graph(&[text]);
    let event = graph.nodes().find_map(|node| node.attributes.event.clone()).unwrap();
    assert_eq!((event.kind.as_str(), event.date.unwrap().to_string().as_str()), ("workshop", "2024-05-05"));
    assert_eq!(event.place.unwrap().as_str(), "place/lima");
    assert_eq!(graph.nodes().filter(|node| node.attributes.event.is_some()).count(), 1);
    let read = read_json(&mut json(&graph).as_bytes(), Ontology::shipped()).unwrap();
    assert_eq!(json(&read), json(&graph));
}

/// One long report printed by three outlets; the third prints only its beginning.
fn copies() -> [Document; 3] {
    let report = "Minister Moana Tui met President Tika Oli in Lima on Monday. They spoke about roads, bridges and a \
        new school for the children of the valley. The minister brought a carved canoe as a gift, and the president \
        showed her guest the gardens of the palace. Musicians from both countries played until late in the evening.";
    let printed = |id: &str, text: String, published: Option<&str>| {
        let mut document = Document::from_text(id, text);
        document.date = published.map(|date| date.parse().unwrap());
        document
    };
    [
        printed(
            "andes-daily",
            report.to_uppercase().replace(
                "MINISTER MOANA TUI MET PRESIDENT TIKA OLI IN LIMA ON MONDAY",
                "Minister Moana Tui met President Tika Oli in Lima on Monday",
            ),
            None,
        ),
        printed("suva-post", report.to_owned(), Some("2024-05-08")),
        printed("wire", format!("LIMA - {report} More follows."), Some("2024-05-07")),
    ]
}

#[test]
fn a_sentence_in_copies_of_an_article_counts_once() {
    let graph = build(copies(), &Settings::default()).graph;
    let first_of = |id: &str| graph.duplicates.first_of(&id.into()).map(DocumentId::as_str);
    assert_eq!([first_of("andes-daily"), first_of("suva-post"), first_of("wire")], [Some("wire"), Some("wire"), None]);
    let (_, met, _) = graph.edges().find(|(_, edge, _)| edge.relation == RelationType::MET).unwrap();
    let [evidence] = met.evidence.as_slice() else { panic!("{:#?}", met.evidence) };
    assert_eq!(evidence.quote.document.as_str(), "wire");
    assert_eq!(evidence.also_in, ["andes-daily".into(), "suva-post".into()]);
    assert_eq!(evidence.date.unwrap().to_string(), "2024-05-06", "as the first of them says, on its own day");
    let tui = graph.node(&"person/moana-tui".into()).unwrap();
    let documents: BTreeSet<&DocumentId> = tui.mentions.iter().map(|mention| &mention.document).collect();
    assert_eq!(documents.len(), 3, "all mentions are kept");
}

#[test]
fn a_sentence_added_by_one_outlet_is_evidence_of_its_own() {
    let mut copies = copies();
    copies[1].text.push_str(" Minister Moana Tui met President Tika Oli again at the airport.");
    let copies = copies.map(|copy| Document { date: copy.date, ..Document::from_text(copy.id.as_str(), copy.text) });
    let graph = build(copies, &Settings::default()).graph;
    let (_, met, _) = graph.edges().find(|(_, edge, _)| edge.relation == RelationType::MET).unwrap();
    let documents: Vec<&str> = met.evidence.iter().map(|evidence| evidence.quote.document.as_str()).collect();
    assert_eq!(documents, ["suva-post", "wire"]);
}

#[test]
fn copies_and_conflicts_come_back_from_json() {
    let mut documents = copies().to_vec();
    documents.push(Document::from_text("denial", "Minister Moana Tui did not meet President Tika Oli in Lima."));
    let graph = build(documents, &Settings::default()).graph;
    let written = json(&graph);
    for field in ["\"duplicate_of\": \"wire\"", "\"also_in\": [", "\"conflicts\": {", "\"place\": \"place/lima\""] {
        assert!(written.contains(field), "{field} is missing");
    }
    let read = read_json(&mut written.as_bytes(), Ontology::shipped()).unwrap();
    assert_eq!(json(&read), written);
    assert_eq!(read.duplicates, graph.duplicates);
}

#[test]
fn a_graph_of_an_older_version_is_read() {
    let written = json(&graph(&[VISIT]));
    let mut older: serde_json::Value = serde_json::from_str(&written).unwrap();
    for evidence in
        older["links"].as_array_mut().unwrap().iter_mut().flat_map(|link| link["evidence"].as_array_mut()).flatten()
    {
        assert!(evidence.as_object_mut().unwrap().remove("place").is_some());
    }
    let read = read_json(&mut older.to_string().as_bytes(), Ontology::shipped()).unwrap();
    assert!(read.edges().flat_map(|(_, edge, _)| &edge.evidence).all(|evidence| evidence.place.is_none()));
}
