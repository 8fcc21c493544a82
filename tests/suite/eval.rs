//! Tests `whomet eval` on a few sentences.

use crate::support::{argument, folder, messages, whomet};

const ACTORS: &str =
    "\"event\":\"AGREE\",\"actors_source\":[{\"actorText\":\"Peru\"}],\"actors_target\":[{\"actorText\":\"Tonga\"}]}";

/// What `whomet eval` prints about a file with this name and content.
fn evaluated(kind: &str, name: &str, content: &str, options: &[&str]) -> String {
    let folder = folder(&[(name, content.as_bytes())]);
    let output = whomet(&[&["eval", kind, &argument(&folder.path().join(name))], options].concat());
    assert_eq!(output.status.code(), Some(0), "{}", messages(&output));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn relations_are_scored_by_label_and_misses_listed() {
    let record =
        |id: &str, text: &str| format!("{{\"id\":\"{id}\",\"source\":\"plover\",\"text\":\"{text}\",{ACTORS}\n");
    let records = record("a", "Peru and Tonga signed an agreement.") + &record("b", "Peru spoke of Tonga.");
    let report = evaluated("relations", "records.jsonl", &records, &["--errors"]);
    let rows: Vec<Vec<&str>> = report.lines().map(|line| line.split_whitespace().collect()).collect();
    assert!(rows.contains(&vec!["missed", "plover", "AGREE", "b"]), "{report}");
    assert!(rows.iter().any(|row| row.starts_with(&["plover", "AGREE", "100.0", "50.0", "66.7"])), "{report}");
}

#[test]
fn an_unknown_source_is_reported_with_its_line() {
    let folder = folder(&[("records.jsonl", b"{\"id\":\"a\",\"source\":\"plovr\",\"text\":\"\"}\n")]);
    let output = whomet(&["eval", "relations", &argument(&folder.path().join("records.jsonl"))]);
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).contains("records.jsonl: line 1: expected a record of re3d, plover,"));
}

#[test]
fn statements_in_sentences_are_counted_by_rule() {
    let sentence = |words: &str| words.split(' ').map(|word| word.replace('/', "\t") + "\n").collect::<String>() + "\n";
    let names = sentence("Peru/B-LOC and/O Tonga/B-LOC signed/O an/O agreement/O ./O")
        + &sentence("Minister/O Oli/B-PER left/O Lima/B-LOC ./O");
    let report = evaluated("negatives", "names.bio", &names, &["--sample", "1"]);
    let shown = "agreed_with | Peru (country) | Tonga (country) | asserted | agreed-signed\n    Peru and Tonga signed";
    assert!(report.starts_with(shown), "{report}");
    let rows: Vec<Vec<&str>> = report.lines().map(|line| line.split_whitespace().collect()).collect();
    assert!(rows.contains(&vec!["agreed_with", "agreed-signed", "1", "500.0"]), "{report}");
    assert!(report.ends_with("2 sentences with at least two names\n"), "{report}");
}

#[test]
fn pairs_of_names_are_counted_by_class_and_kind() {
    let name = |text: &str, entity: &str| format!("{{\"text\":\"{text}\",\"type\":\"PER\",\"entity\":\"{entity}\"}}");
    let names = [name("Rosa Quispe", "e1"), name("Quispe", "e1"), name("Tomas Quispe", "e2")];
    let report = evaluated("pairs", "names.jsonl", &format!("{{\"mentions\":[{}]}}\n", names.join(",")), &["--errors"]);
    let rows: Vec<Vec<&str>> = report.lines().map(|line| line.split_whitespace().collect()).collect();
    let has_row = |start: &[&str], at: usize, count: &str| {
        rows.iter().any(|row| row.starts_with(start) && row.get(at) == Some(&count))
    };
    assert!(has_row(&["persons", "same", "one", "thing"], 7, "1"), "{report}");
    assert!(has_row(&["persons", "different", "two", "things"], 7, "2"), "{report}");
    assert!(has_row(&["persons,", "one", "word"], 5, "1"), "{report}");
}

/// Two articles with their annotations: a right edge, and a relation whose second end is not mentioned.
fn annotated_articles() -> tempfile::TempDir {
    let annotation = |tail: &str| {
        let entity = |id: &str, name: &str| format!("{{\"id\":\"{id}\",\"type\":\"person\",\"name\":\"{name}\"}}");
        let relation = "{\"type\":\"met\",\"head\":\"e1\",\"tail\":\"e2\",\"evidence\":\"Moana Tui met Tika Oli.\"}";
        format!("{{\"entities\":[{},{}],\"relations\":[{relation}]}}", entity("e1", "Moana Tui"), entity("e2", tail))
    };
    let text = b"Moana Tui met Tika Oli.";
    let [right, missed] = ["Tika Oli", "Rosa Mamani"].map(annotation);
    folder(&[
        ("right.txt", text),
        ("right.gold.json", right.as_bytes()),
        ("missed.txt", text),
        ("missed.gold.json", missed.as_bytes()),
    ])
}

#[test]
fn graphs_are_scored_and_misses_traced() {
    let folder = annotated_articles();
    let output = whomet(&["eval", "gold", &argument(folder.path()), "--errors", "--misses"]);
    let report = String::from_utf8(output.stdout).unwrap();
    let errors = [
        "missed: extra node   person: Tika Oli",
        "missed: missed node  person: Rosa Mamani",
        "missed: extra link   met(Tika Oli , Moana Tui) [asserted]",
        "missed: missed link  met(Moana Tui , Rosa Mamani) [asserted]",
        "missed: met(Moana Tui, Rosa Mamani) [asserted]: no tail node, person: Moana Tui met Tika Oli.",
    ];
    assert!(report.starts_with(&(errors.join("\n") + "\n")), "{report}");
    let rows: Vec<Vec<&str>> = report.lines().map(|line| line.split_whitespace().collect()).collect();
    assert!(rows.contains(&vec!["relation", "met", "50.0", "50.0", "50.0", "1", "1", "1"]), "{report}");
    assert!(rows.ends_with(&[vec!["no", "tail", "node", "1", "1"], vec!["person", "1", "1"], vec!["all", "1", "1"]]));
}

#[test]
fn the_causes_of_misses_can_be_counted_without_listing_them() {
    let folder = annotated_articles();
    let output = whomet(&["eval", "gold", &argument(folder.path()), "--misses", "--table-only", "--json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["scores"]["relations, with status"]["missed"], 1);
    assert_eq!(report["causes"][0]["relations"]["met"], 1);
    assert_eq!(report["misses"], serde_json::json!([]));
}

#[test]
fn a_folder_without_annotations_is_reported() {
    let folder = folder(&[("a.txt", b"Moana Tui met Tika Oli.")]);
    let output = whomet(&["eval", "gold", &argument(folder.path())]);
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).contains("expected a folder with NAME.txt and NAME.gold.json, found no .gold.json"));
}
