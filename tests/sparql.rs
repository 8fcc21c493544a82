//! Questions in SPARQL give the answers of `whomet met` and `whomet sql`. Apart from the suite, because few builds have
//! the feature.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

const ARTICLES: &str = "examples/articles";

fn whomet(arguments: &[&str]) -> std::process::Output {
    let program = env!("CARGO_BIN_EXE_whomet");
    Command::new(program).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

/// The rows that a command prints as JSON, each as the values of these columns.
fn rows(arguments: &[&str], columns: &[&str]) -> BTreeSet<Vec<String>> {
    let output = whomet(&[arguments, &["--json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let value = |row: &Value, column: &&str| row[column].as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| columns.iter().map(|column| value(row, column)).collect()).collect()
}

#[test]
fn sparql_and_sql_find_the_same_meetings() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("news.whomet");
    let project = project.to_str().unwrap();
    assert!(whomet(&["add", project, ARTICLES, "-q"]).status.success());
    let sparql = "SELECT ?subject ?object WHERE { ?a whomet:met ?b . ?a rdfs:label ?subject . ?b rdfs:label ?object }";
    let sql = "SELECT DISTINCT one.name AS subject, other.name AS object FROM relations \
               JOIN entities AS one ON one.id = subject JOIN entities AS other ON other.id = object \
               WHERE relation = 'met' AND status = 'asserted'";
    let columns = ["subject", "object"];
    // Who met is no matter of order.
    let sorted = |rows: BTreeSet<Vec<String>>| -> BTreeSet<Vec<String>> {
        rows.into_iter()
            .map(|mut row| {
                row.sort();
                row
            })
            .collect()
    };
    let found = sorted(rows(&["sparql", sparql, project], &columns));
    assert!(found.len() > 5, "{found:?}");
    assert_eq!(found, sorted(rows(&["sql", sql, project], &columns)));
    assert_eq!(found, sorted(rows(&["sparql", sparql, ARTICLES, "-q"], &columns)), "of articles as of a project");
}

#[test]
fn plans_and_denials_are_statements_and_no_triples() {
    let triples = "ASK { ?s a rdf:Statement ; rdf:subject ?a ; rdf:predicate ?p ; rdf:object ?b ; whomet:status ?status . \
                   FILTER(?status != 'asserted') ?a ?p ?b . \
                   FILTER NOT EXISTS { ?t rdf:subject ?a ; rdf:predicate ?p ; rdf:object ?b ; whomet:status 'asserted' } }";
    assert_eq!(rows(&["sparql", triples, ARTICLES, "-q"], &["answer"]), [vec!["false".to_owned()]].into());
    let statements = "ASK { ?s a rdf:Statement ; whomet:status 'planned' }";
    assert_eq!(rows(&["sparql", statements, ARTICLES, "-q"], &["answer"]), [vec!["true".to_owned()]].into());
}

#[test]
fn a_question_that_is_no_sparql_is_reported() {
    let output = whomet(&["sparql", "SELECT name FROM entities", ARTICLES, "-q"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("expected a question in SPARQL"), "{message}");
}

#[test]
fn no_question_leaves_the_machine() {
    let away = "SELECT * WHERE { SERVICE <http://localhost:9/> { ?s ?p ?o } }";
    let output = whomet(&["sparql", away, ARTICLES, "-q"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(message.contains("cannot be answered"), "{message}");
}
