//! Tests projects: the graph of a project is always the graph of its documents.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{ARTICLES, argument, command, files, folder, messages, root, whomet};

const VISIT: &[u8] = b"LIMA, 5 March 2024 - Minister Moana Tui met President Tika Oli in Lima.";
const TALKS: &[u8] = b"LIMA, 6 March 2024 - Minister Moana Tui met Gen. Rosa Quispe in Lima. She will visit Estonia.";

/// Runs a command that must succeed and returns its messages.
fn done(arguments: &[&str]) -> String {
    let output = whomet(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", messages(&output));
    messages(&output)
}

/// Runs a command that must fail and returns its messages.
fn refused(arguments: &[&str]) -> String {
    let output = whomet(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", messages(&output));
    messages(&output)
}

fn export(project: &str) -> Vec<u8> {
    let output = whomet(&["export", project, "--quiet"]);
    assert!(output.status.success(), "{}", messages(&output));
    output.stdout
}

fn build(inputs: &[&str]) -> Vec<u8> {
    let output = whomet(&[&["build", "--quiet"], inputs].concat());
    assert!(output.status.success(), "{}", messages(&output));
    output.stdout
}

fn status(project: &str) -> Value {
    serde_json::from_slice(&whomet(&["status", project, "--json"]).stdout).unwrap()
}

/// The path of a new project in a folder.
fn project_in(folder: &TempDir) -> String {
    argument(&folder.path().join("p.whomet"))
}

#[test]
fn the_graph_of_a_project_is_the_graph_of_its_articles() {
    let folder = folder(&[]);
    let project = project_in(&folder);
    let said = done(&["add", &project, ARTICLES]);
    assert!(said.contains(" added, 0 changed, 0 unchanged, 0 problems\n"), "{said}");
    assert!(export(&project) == build(&[ARTICLES]));
    let asked = whomet(&["met", "tammsoo", "--graph", &project]).stdout;
    assert!(!asked.is_empty() && asked == whomet(&["met", "tammsoo", ARTICLES, "--quiet"]).stdout);
}

#[test]
fn articles_may_be_added_in_any_order_and_twice() {
    let folder = folder(&[]);
    let project = project_in(&folder);
    let mut paths: Vec<String> =
        files(&root().join(ARTICLES)).iter().map(|path| argument(path.strip_prefix(root()).unwrap())).collect();
    paths.reverse();
    for path in &paths {
        done(&["add", &project, path]);
    }
    assert!(export(&project) == build(&[ARTICLES]));
    let before = std::fs::read(&project).unwrap();
    let said = done(&["add", &project, &paths[0], &paths[1]]);
    assert!(said.starts_with("0 added, 0 changed, "), "{said}");
    assert!(std::fs::read(&project).unwrap() == before, "nothing is written without a change");
}

#[test]
fn a_changed_article_replaces_its_earlier_version() {
    let folder = folder(&[("news/visit.txt", VISIT), ("news/more.txt", VISIT)]);
    let (project, news) = (project_in(&folder), argument(&folder.path().join("news")));
    done(&["add", &project, &news]);
    std::fs::write(folder.path().join("news/visit.txt"), TALKS).unwrap();
    assert!(done(&["add", &project, &news]).starts_with("0 added, 1 changed, 1 unchanged"));
    assert!(export(&project) == build(&[&news]));
    let lines =
        "{\"id\": \"visit\", \"text\": \"Minister Moana Tui met President Tika Oli.\", \"source\": \"Lima News\"}\n";
    let file = argument(&folder.path().join("a.jsonl"));
    std::fs::write(&file, lines).unwrap();
    assert!(done(&["add", &project, &file]).starts_with("1 added"), "not the article in the file visit.txt");
    std::fs::write(&file, lines.replace("Lima News", "Andean Press")).unwrap();
    assert!(done(&["add", &project, &file]).starts_with("0 added, 1 changed"), "its outlet is part of the article");
}

#[test]
fn the_same_relative_path_in_two_folders_is_two_files() {
    let folder = folder(&[("a/news/x.txt", VISIT), ("b/news/x.txt", TALKS)]);
    let project = project_in(&folder);
    let add = |place: &str, input: &str| {
        let output = command(&["add", &project, input]).current_dir(folder.path().join(place)).output().unwrap();
        messages(&output)
    };
    assert!(add("a", "news").starts_with("1 added"));
    assert!(add("b", "news").starts_with("1 added"));
    let full = argument(&folder.path().join("a/news"));
    assert!(add("b", &full).starts_with("0 added, 1 changed, 0 unchanged"), "the absolute path is the same file");
    assert!(done(&["update", &project]).starts_with("0 added"));
    assert_eq!(status(&project)["documents"], 2);
}

#[test]
fn articles_with_the_same_name_in_two_folders_are_two_documents() {
    let folder = folder(&[("a/news.txt", VISIT), ("b/news.txt", TALKS)]);
    let project = project_in(&folder);
    let [a, b] = ["a", "b"].map(|name| argument(&folder.path().join(name)));
    done(&["add", &project, &a]);
    assert!(done(&["add", &project, &b]).starts_with("1 added"));
    assert!(done(&["add", &project, &a, &b]).starts_with("0 added, 0 changed, 2 unchanged"));
    assert_eq!(status(&project)["documents"], 2);
}

#[test]
fn a_removed_document_leaves_nothing_until_it_is_added_again() {
    let folder = folder(&[("news/visit.txt", VISIT), ("news/talks.txt", TALKS)]);
    let (project, news) = (project_in(&folder), argument(&folder.path().join("news")));
    done(&["add", &project, &news]);
    let message = refused(&["remove", &project, "visit", "talk"]);
    assert!(message.contains("no document is called \"talk\"; nothing was removed; similar names: talks"), "{message}");
    assert_eq!(status(&project)["documents"], 2);
    assert!(done(&["remove", &project, "talks"]).starts_with("1 document removed\n"));
    let alone = build(&[&argument(&folder.path().join("news/visit.txt"))]);
    assert!(export(&project) == alone);
    assert!(done(&["update", &project]).starts_with("0 added, 0 changed, 1 unchanged"));
    assert!(export(&project) == alone);
    let connection = Connection::open(&project).unwrap();
    for table in ["mention", "chain", "statement", "plural", "plural_member"] {
        let orphans = format!("SELECT count(*) FROM {table} WHERE document NOT IN (SELECT id FROM document)");
        assert_eq!(connection.query_row(&orphans, [], |row| row.get(0)), Ok(0), "{table}");
    }
    let found = "SELECT count(*) FROM words WHERE words MATCH 'quispe'";
    assert_eq!(connection.query_row(found, [], |row| row.get(0)), Ok(0));
    assert!(done(&["add", &project, &news]).starts_with("1 added, 0 changed, 1 unchanged"));
    assert!(export(&project) == build(&[&news]));
}

#[test]
fn update_finds_new_changed_and_deleted_files_from_any_folder() {
    let folder = folder(&[("news/visit.txt", VISIT), ("news/old.txt", TALKS), ("news/gone.txt", VISIT)]);
    let project = project_in(&folder);
    let output = command(&["add", "p.whomet", "news"]).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success(), "{}", messages(&output));
    std::fs::write(folder.path().join("news/new.txt"), TALKS).unwrap();
    std::fs::write(folder.path().join("news/visit.txt"), TALKS).unwrap();
    std::fs::remove_file(folder.path().join("news/gone.txt")).unwrap();
    let said = done(&["update", &project]);
    assert!(said.contains("news/gone.txt; remove it with --prune"), "{said}");
    assert!(said.contains("1 added, 1 changed, 1 unchanged, 0 problems"), "{said}");
    assert!(done(&["update", &project, "--prune"]).contains("0 added, 0 changed, 3 unchanged, 1 removed"));
    let built = command(&["build", "news", "--quiet"]).current_dir(folder.path()).output().unwrap();
    assert!(export(&project) == built.stdout);
}

#[test]
fn documents_read_with_other_data_are_reread() {
    let list = b"name\ttype\nLima\tperson\n";
    let folder = folder(&[("news/visit.txt", VISIT), ("news/talks.txt", TALKS), ("list.tsv", list)]);
    let (project, news) = (project_in(&folder), argument(&folder.path().join("news")));
    let lexicon = argument(&folder.path().join("list.tsv"));
    done(&["add", &project, &news]);
    assert_eq!(status(&project)["read_otherwise"], 0);
    let output = whomet(&["status", &project, "--lexicon", &lexicon]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("2 of the documents were read by another version"));
    let visit = folder.path().join("news/visit.txt");
    std::fs::remove_file(&visit).unwrap();
    let said = done(&["update", &project, "--lexicon", &lexicon]);
    assert!(said.contains("0 added, 2 changed, 0 unchanged"), "one of them from the text in the project: {said}");
    std::fs::write(&visit, VISIT).unwrap();
    assert!(export(&project) == build(&[&news, "--lexicon", &lexicon]));
    assert!(export(&project) != build(&[&news]));
}

#[test]
fn a_project_can_be_queried_with_sql() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let project = project_in(&folder);
    done(&["add", &project, &argument(&folder.path().join("visit.txt"))]);
    let connection = Connection::open(&project).unwrap();
    let row = connection.query_row(
        "SELECT subject || ' ' || relation || ' ' || object || ': ' || sentence || ' ' || status FROM statements
         WHERE relation = 'met' AND document = 'visit'",
        [],
        |row| row.get::<_, String>(0),
    );
    assert_eq!(row.unwrap(), "Moana Tui met Tika Oli: Minister Moana Tui met President Tika Oli in Lima. asserted");
    let names =
        connection.query_row("SELECT group_concat(name, ', ') FROM mentions WHERE type = 'person'", [], |row| {
            row.get::<_, String>(0)
        });
    assert_eq!(names.unwrap(), "Moana Tui, Tika Oli");
    let date = "SELECT date FROM articles WHERE name IN
        (SELECT name FROM document WHERE id IN (SELECT rowid FROM words WHERE words MATCH 'PRESIDENT'))";
    assert_eq!(connection.query_row(date, [], |row| row.get::<_, String>(0)).unwrap(), "2024-03-05");
}

#[test]
fn files_that_are_not_projects_are_not_touched() {
    let folder = folder(&[("visit.txt", VISIT), ("notes.txt", VISIT)]);
    let (visit, notes) = (argument(&folder.path().join("visit.txt")), argument(&folder.path().join("notes.txt")));
    let missing = argument(&folder.path().join("missing.whomet"));
    for arguments in [vec!["add", &notes, &visit], vec!["status", &notes], vec!["remove", &notes, "visit"]] {
        let message = refused(&arguments);
        assert!(
            message.contains("notes.txt: expected a project of whomet, found a file that is not SQLite"),
            "{message}"
        );
    }
    assert_eq!(std::fs::read(&notes).unwrap(), VISIT);
    for arguments in [vec!["status", &missing], vec!["update", &missing], vec!["remove", &missing, "visit"]] {
        let message = refused(&arguments);
        assert!(message.contains("missing.whomet: no such file; `whomet add` makes a project"), "{message}");
    }
    let message = refused(&["add", &missing, &argument(&folder.path().join("nothing.txt"))]);
    assert!(message.contains("nothing to add") && !Path::new(&missing).exists(), "{message}");
}

#[test]
fn a_project_of_a_newer_version_is_rejected_and_not_touched() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let (project, visit) = (project_in(&folder), argument(&folder.path().join("visit.txt")));
    done(&["add", &project, &visit]);
    Connection::open(&project).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = std::fs::read(&project).unwrap();
    for arguments in [vec!["add", &project, &visit], vec!["export", &project], vec!["met", "tui", "--graph", &project]]
    {
        let message = refused(&arguments);
        assert!(message.contains("p.whomet: the project has version 99, this whomet knows"), "{message}");
    }
    assert!(std::fs::read(&project).unwrap() == before);
}

#[test]
fn a_damaged_project_is_reported() {
    let folder = folder(&[]);
    let project = project_in(&folder);
    done(&["add", &project, ARTICLES]);
    let mut bytes = std::fs::read(&project).unwrap();
    let half = bytes.len() / 2;
    bytes[4096..half].fill(0xaa); // except the first page, which identifies a project
    std::fs::write(&project, bytes).unwrap();
    let message = refused(&["export", &project]);
    assert!(message.contains("p.whomet: the project is damaged ("), "{message}");
}

#[test]
fn a_relation_missing_from_the_ontology_is_reported_with_its_document() {
    let folder = folder(&[("visit.txt", VISIT)]);
    let project = project_in(&folder);
    done(&["add", &project, &argument(&folder.path().join("visit.txt"))]);
    Connection::open(&project).unwrap().execute("UPDATE statement SET relation = 'greeted'", []).unwrap();
    let message = refused(&["export", &project]);
    assert!(message.contains("document \"visit\" has the relation \"greeted\""), "{message}");
}

#[test]
fn two_writers_at_once_both_succeed() {
    let lines = |prefix: &str| -> String {
        (0..300)
            .map(|n| format!("{{\"id\": \"{prefix}{n}\", \"text\": \"Minister Moana Tui met Tika Oli.\"}}\n"))
            .collect()
    };
    let folder = folder(&[("a.jsonl", lines("a").as_bytes()), ("b.jsonl", lines("b").as_bytes())]);
    let project = project_in(&folder);
    let [a, b] = ["a.jsonl", "b.jsonl"].map(|name| argument(&folder.path().join(name)));
    let add = |file: &str| command(&["add", &project, file]).stderr(Stdio::piped()).spawn().unwrap();
    for child in [add(&a), add(&b)] {
        let output = child.wait_with_output().unwrap();
        assert!(messages(&output).contains("300 added, 0 changed, 0 unchanged, 0 problems\n"), "{}", messages(&output));
    }
    assert!(export(&project) == build(&[&a, &b]));
}

#[test]
fn a_second_writer_waits_and_says_so() {
    let folder = folder(&[("visit.txt", VISIT), ("talks.txt", TALKS)]);
    let project = project_in(&folder);
    done(&["add", &project, &argument(&folder.path().join("visit.txt"))]);
    let other = Connection::open(&project).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let talks = argument(&folder.path().join("talks.txt"));
    let child = command(&["add", &project, &talks]).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_secs(3));
    other.execute_batch("COMMIT").unwrap();
    let said = messages(&child.wait_with_output().unwrap());
    assert!(said.starts_with("waiting for another whomet that is using ") && said.contains("1 added"), "{said}");
    assert_eq!(status(&project)["documents"], 2);
}
