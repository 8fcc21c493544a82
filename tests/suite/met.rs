//! Tests `whomet met` as programs and people use it; `tests/questions` asks the questions.

use serde_json::Value;

use crate::support::{argument, command, folder, messages, whomet};

const VISIT: &[u8] = "date 2024-03-18\n\nMinister Kaarel Jüri Tammsoo met President Rosa Quispe in Lima on \
    5 March 2024. Minister Kaarel Jüri Tammsoo did not meet Gen. Tika Oli."
    .as_bytes();

#[test]
fn the_answer_has_date_place_and_sentence() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let output = command(&["met", "quispe", &argument(folder.path()), "-q"]).env("COLUMNS", "100").output().unwrap();
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "Rosa Quispe (person)\n\
         When          What  Whom                 Where\n\
         5 March 2024  met   Kaarel Jüri Tammsoo  Lima\n    \
         visit, 18 March 2024: \"Minister Kaarel Jüri Tammsoo met President Rosa Quispe in Lima on 5 …\"\n"
    );
}

#[test]
fn a_narrow_answer_is_no_wider_than_the_terminal() {
    let folder = folder(&[("visit.txt", VISIT)]);
    for width in [60, 80, 140] {
        let mut command = command(&["met", "quispe", &argument(folder.path()), "-q", "--evidence"]);
        let output = command.env("COLUMNS", width.to_string()).output().unwrap();
        let answer = String::from_utf8(output.stdout).unwrap();
        assert!(answer.lines().all(|line| line.chars().count() <= width), "{width}\n{answer}");
        assert!(!answer.contains('\u{1b}'), "a pipe has no colors");
    }
}

#[test]
fn a_denied_meeting_is_negated() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let output = whomet(&["met", "Oli", &argument(folder.path()), "-q", "--json", "--status", "negated"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["things"][0]["label"], "Tika Oli");
    assert_eq!(answer["answers"][0]["status"], "negated");
    assert_eq!(answer["answers"][0]["source"]["label"], "Kaarel Jüri Tammsoo");
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
fn without_a_graph_the_message_says_what_to_give() {
    let folder = folder(&[("broken.json", b"{\"format\": 3}")]);
    let output = command(&["met", "Oli"]).current_dir(folder.path()).output().unwrap();
    assert!(
        messages(&output).contains("no graph to query: give a graph, a project or articles"),
        "{}",
        messages(&output)
    );
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
    let output = whomet(&["met", "quispe", &argument(folder.path()), "-q", "--evidence"]);
    let answer = String::from_utf8(output.stdout).unwrap();
    assert!(answer.contains("sources differ: 5 March 2024 or 6 March 2024; others deny it"), "{answer}");
    assert!(answer.contains("[first, 6 March 2024; rule met-verb; also in second]"), "{answer}");
    let output = whomet(&["met", "quispe", &argument(folder.path()), "-q", "--json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let met = &answer["answers"][0];
    assert_eq!(met["conflicts"], serde_json::json!({"date": ["2024-03-05", "2024-03-06"], "status": ["negated"]}));
    assert_eq!(met["evidence"][0]["also_in"], serde_json::json!(["second"]));
}

#[test]
fn shells_and_man_pages_are_supplied() {
    let script = whomet(&["completions", "bash"]);
    assert!(String::from_utf8(script.stdout).unwrap().contains("contradictions"));
    let folder = tempfile::tempdir().unwrap();
    assert!(whomet(&["man", &argument(folder.path())]).status.success());
    let page = std::fs::read_to_string(folder.path().join("whomet-met.1")).unwrap();
    assert!(page.contains("Examples"), "{page}");
    let help = String::from_utf8(whomet(&["help"]).stdout).unwrap();
    for heading in ["Read articles:", "Ask:", "Decide who is who:", "Options:"] {
        assert!(help.contains(heading), "{help}");
    }
}

#[test]
fn the_help_of_sql_lists_the_views_with_their_columns() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let project = argument(&folder.path().join("news.whomet"));
    assert!(whomet(&["add", &project, &argument(&folder.path().join("visit.txt")), "-q"]).status.success());
    let help = String::from_utf8(whomet(&["sql", "--help"]).stdout).unwrap();
    let views =
        whomet(&["sql", "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name", &project, "--json"]);
    let views: Value = serde_json::from_slice(&views.stdout).unwrap();
    assert_eq!(views.as_array().unwrap().len(), 7);
    for view in views.as_array().unwrap() {
        let name = view["name"].as_str().unwrap();
        let columns = whomet(&["sql", &format!("SELECT * FROM {name} LIMIT 0"), &project, "--csv"]).stdout;
        let listed = String::from_utf8(columns).unwrap().trim().replace(',', ", ");
        assert!(help.contains(&format!("  {name:<10}  {listed}\n")), "{name}: {listed}\n{help}");
    }
}
