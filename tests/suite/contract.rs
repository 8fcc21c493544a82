//! Checks the JSON output against its schema and against the documents.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::json_schema;
use crate::support::{ARTICLES, argument, folder, graph, root};

fn problems(graph: &Value) -> Vec<String> {
    let schema = std::fs::read_to_string(root().join("src/graph/graph-json.schema.json")).unwrap();
    json_schema::problems(&serde_json::from_str(&schema).unwrap(), graph)
}

#[test]
fn the_graph_fits_the_schema() {
    let mut graph = graph(&[ARTICLES]);
    assert_eq!(problems(&graph), [""; 0]);
    graph["links"][0]["status"] = "sure".into();
    assert!(!problems(&graph).is_empty(), "the schema must reject an unknown status");
}

#[test]
fn copies_and_contradictions_fit_the_schema() {
    let said = |date: &str, text: &str| format!("date {date}\n\n{text} on 6 May 2024.").into_bytes();
    let visit = "Minister Moana Tui met President Tika Oli in Lima";
    let elsewhere = "President Tika Oli met Minister Moana Tui in Cusco";
    let [a, b, c] =
        [("2024-05-07", visit), ("2024-05-08", visit), ("2024-05-07", elsewhere)].map(|(d, text)| said(d, text));
    let denial = b"Minister Moana Tui did not meet President Tika Oli.";
    let folder = folder(&[("a.txt", &a), ("b.txt", &b), ("c.txt", &c), ("d.txt", denial)]);
    let mut graph = graph(&[&argument(folder.path())]);
    assert_eq!(graph["documents"][1]["duplicate_of"], "a");
    let links = graph["links"].as_array().unwrap();
    let met = links.iter().position(|link| link["relation"] == "met" && link["status"] == "asserted").unwrap();
    let conflicts = &graph["links"][met]["conflicts"];
    assert_eq!(conflicts, &serde_json::json!({"place": ["place/cusco", "place/lima"], "status": ["negated"]}));
    assert_eq!(graph["links"][met]["evidence"][0]["also_in"], serde_json::json!(["b"]));
    assert_eq!(problems(&graph), [""; 0]);
    graph["links"][met]["conflicts"]["place"] = serde_json::json!(["place/lima"]);
    assert!(!problems(&graph).is_empty(), "a conflict needs at least two places");
}

#[test]
fn every_quote_is_a_slice_of_its_document() {
    let name = "awkward.txt";
    let text = "\u{feff}date 2024-01-01\r\n\r\nSão Tomé’s Minister of Health, Moana Tui 👩‍⚕️, met\r\nPresident Tika Oli.";
    let folder = folder(&[(name, text.as_bytes())]);
    for inputs in [ARTICLES.to_owned(), argument(folder.path())] {
        check_quotes(&graph(&[&inputs]));
    }
}

fn check_quotes(graph: &Value) {
    let texts: BTreeMap<&str, Vec<char>> = graph["documents"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|document| is_plain(document))
        .map(document_text)
        .collect();
    let nodes = graph["nodes"].as_array().unwrap().iter().map(|node| &node["mentions"]);
    let links = graph["links"].as_array().unwrap().iter().map(|link| &link["evidence"]);
    let mut count = 0;
    for quote in nodes.chain(links).flat_map(|quotes| quotes.as_array().unwrap()) {
        let Some(text) = texts.get(quote["document"].as_str().unwrap()) else { continue };
        let [start, end] = ["start", "end"].map(|key| usize::try_from(quote[key].as_u64().unwrap()).unwrap());
        assert_eq!(text[start..end].iter().collect::<String>(), quote["text"].as_str().unwrap());
        count += 1;
    }
    assert!(count > 0);
}

/// Whether the text of a document is its file; of Markdown only the text without marks is kept.
fn is_plain(document: &Value) -> bool {
    !document["path"].as_str().unwrap().ends_with(".md")
}

/// The id and text of a document, read by the test itself.
fn document_text(document: &Value) -> (&str, Vec<char>) {
    let file = std::fs::read_to_string(root().join(document["path"].as_str().unwrap())).unwrap();
    let text = match document["line"].as_u64() {
        Some(line) => {
            let line = file.lines().nth(usize::try_from(line).unwrap() - 1).unwrap();
            let article: Value = serde_json::from_str(line).unwrap();
            article["text"].as_str().unwrap().to_owned()
        }
        None => file.trim_start_matches('\u{feff}').to_owned(),
    };
    let text: Vec<char> = text.chars().collect();
    assert_eq!(document["characters"].as_u64().unwrap(), text.len() as u64);
    (document["id"].as_str().unwrap(), text)
}

#[test]
fn link_ids_are_unique_and_both_ends_are_nodes() {
    let graph = graph(&[ARTICLES]);
    let ids: Vec<&str> = graph["nodes"].as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap()).collect();
    assert!(ids.is_sorted() && !ids.is_empty());
    let links = graph["links"].as_array().unwrap();
    let mut seen: Vec<&str> = links.iter().map(|link| link["id"].as_str().unwrap()).collect();
    assert!(links.iter().all(|link| ["source", "target"].iter().all(|end| ids.contains(&link[end].as_str().unwrap()))));
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), links.len(), "one link per relation, ends and status");
}
