//! Tests `whomet met`, which lists who met whom.

use serde_json::Value;

use crate::support::{argument, command, folder, messages, whomet};

const VISIT: &[u8] = "date 2024-03-18\n\nMinister Kaarel Jüri Tammsoo met President Rosa Quispe in Lima on \
    5 March 2024. Minister Kaarel Jüri Tammsoo did not meet Gen. Tika Oli."
    .as_bytes();

#[test]
fn the_answer_has_date_place_and_sentence() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let output = whomet(&["met", "quispe", &argument(folder.path()), "-q"]);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "Rosa Quispe (person)\n  met Kaarel Jüri Tammsoo, 2024-03-05, Lima\n      \"Minister Kaarel Jüri Tammsoo \
         met President Rosa Quispe in Lima on 5 March 2024.\"\n      [visit, article of 2024-03-18; rule met-verb]\n"
    );
}

#[test]
fn a_denied_meeting_is_negated() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let output = whomet(&["met", "Oli", &argument(folder.path()), "-q", "--json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer[0]["met"][0]["status"], "negated");
    assert_eq!(answer[0]["met"][0]["label"], "Kaarel Jüri Tammsoo");
}

#[test]
fn a_graph_gives_the_same_answer_as_its_articles() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let graph = argument(&folder.path().join("graph.json"));
    assert!(whomet(&["build", &argument(&folder.path().join("visit.txt")), "-o", &graph, "-q"]).status.success());
    let asked = whomet(&["met", "Kaarel Tammsoo", "--graph", &graph]).stdout;
    assert!(!asked.is_empty());
    assert_eq!(asked, whomet(&["met", "tammsoo kaarel", &argument(&folder.path().join("visit.txt")), "-q"]).stdout);
    let here = command(&["met", "Tammsoo"]).current_dir(folder.path()).output().unwrap();
    assert_eq!(here.stdout, asked, "graph.json in the current folder answers by default");
}

#[test]
fn an_unknown_name_lists_similar_ones() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let output = whomet(&["met", "Tamsoo", &argument(folder.path()), "-q"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        messages(&output).contains("called \"Tamsoo\"; similar names: Kaarel Jüri Tammsoo"),
        "{}",
        messages(&output)
    );
}

#[test]
fn without_a_graph_the_message_says_what_to_give() {
    let folder = folder(&[("broken.json", b"{\"format\": 3}")]);
    let output = command(&["met", "Oli"]).current_dir(folder.path()).output().unwrap();
    assert!(messages(&output).contains("no graph to query: give --graph FILE"), "{}", messages(&output));
    let output = command(&["met", "Oli", "--graph", "broken.json"]).current_dir(folder.path()).output().unwrap();
    assert!(messages(&output).contains("broken.json: expected a graph written by"), "{}", messages(&output));
}

#[test]
fn copies_and_contradictions_are_shown() {
    let visit = "Minister Kaarel Tammsoo met President Rosa Quispe in Lima on 5 March 2024. They spoke about roads, \
        bridges and a new school for the children of the valley, and musicians played until late in the evening.";
    let other = "Minister Kaarel Tammsoo met President Rosa Quispe in Lima on 6 March 2024.";
    let denial = "Minister Kaarel Tammsoo did not meet President Rosa Quispe.";
    let article = |date: &str, text: &str| format!("date {date}\n\n{text}").into_bytes();
    let articles = [
        article("2024-03-06", visit),
        article("2024-03-07", &format!("LIMA - {visit}")),
        article("2024-03-07", other),
        article("2024-03-08", denial),
    ];
    let names = ["first.txt", "second.txt", "third.txt", "fourth.txt"];
    let files: Vec<(&str, &[u8])> = names.into_iter().zip(articles.iter().map(Vec::as_slice)).collect();
    let folder = folder(&files);
    let output = whomet(&["met", "quispe", &argument(folder.path()), "-q"]);
    let answer = String::from_utf8(output.stdout).unwrap();
    let expected = "Rosa Quispe (person)\n  met Kaarel Tammsoo, Lima\n      \
        sources differ in date: 2024-03-05 or 2024-03-06; also said: did not meet\n      \
        \"Minister Kaarel Tammsoo met President Rosa Quispe in Lima on 5 March 2024.\"\n      \
        [first, article of 2024-03-06; rule met-verb]\n      also in: second\n";
    assert!(answer.starts_with(expected), "{answer}");
    let output = whomet(&["met", "quispe", &argument(folder.path()), "-q", "--json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let met = &answer[0]["met"][0];
    assert_eq!(met["conflicts"], serde_json::json!({"date": ["2024-03-05", "2024-03-06"], "status": ["negated"]}));
    assert_eq!(met["evidence"][0]["also_in"], serde_json::json!(["second"]));
}
