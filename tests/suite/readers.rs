//! Opens every format with a library that others use, and compares what it finds with the JSON.
//!
//! The scripts are in `tests/readers/`; its README says how to install what they need. A reader that is missing is
//! skipped with a line that says so.

#![expect(clippy::print_stderr, reason = "a skipped test must say so")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::support::{ARTICLES, argument, folder, root, whomet};

/// The exit code of a script that lacks its library.
const MISSING: i32 = 77;

/// The formats with the scripts that read them: format, extension of the file, script.
const READERS: &[(&str, &str, &str)] = &[
    ("json", "json", "node_link.py"),
    ("dot", "dot", "dot.py"),
    ("dot", "dot", "dot_pydot.py"),
    ("graphml", "graphml", "graphml.py"),
    ("graphml", "graphml", "graphology.mjs"),
    ("gexf", "gexf", "gexf.py"),
    ("gexf", "gexf", "graphology.mjs"),
    ("cytoscape", "cyjs", "cytoscape.mjs"),
    ("graphology", "json", "graphology.mjs"),
    ("vis", "json", "vis.mjs"),
    ("csv", "tables", "csv_tables.py"),
    ("xlsx", "xlsx", "xlsx.py"),
    ("neo4j", "import", "neo4j.py"),
    ("cypher", "cypher", "cypher.mjs"),
    ("turtle", "ttl", "rdf.py"),
    ("nquads", "nq", "rdf.py"),
    ("jsonld", "jsonld", "rdf.py"),
    ("ftm", "ftm", "ftm.py"),
    ("mermaid", "mmd", "mermaid.mjs"),
    ("markdown", "md", "markdown.py"),
    ("timeline", "json", "timeline.py"),
];

#[test]
fn every_format_of_the_examples_opens() {
    let output = whomet(&["build", ARTICLES, "--quiet"]);
    check_all(&output.stdout);
}

#[test]
fn hostile_names_survive_every_format() {
    check_all(&graph_of(&hostile_names()));
}

#[test]
fn a_graph_without_edges_opens() {
    check_all(&graph_of(&["Moana Tui".to_owned()]));
    check_all(&graph_of(&[]));
}

/// Writes a graph in every format and has each read.
fn check_all(graph: &[u8]) {
    let folder = folder(&[("graph.json", graph)]);
    let path = folder.path().join("graph.json");
    for (format, extension, script) in READERS {
        let file = folder.path().join(format!("{format}.{extension}"));
        let written = whomet(&["export", &argument(&path), "-f", format, "-o", &argument(&file), "-q"]);
        assert!(written.status.success(), "{format}: {}", String::from_utf8_lossy(&written.stderr));
        report(format, script, read(script, &path, &file));
    }
}

/// Fails if the script found a difference; says so if it could not run.
fn report(format: &str, script: &str, read: std::io::Result<Output>) {
    let missing = |why: &str| eprintln!("SKIPPED {format} by {script}: {}", why.trim());
    match read {
        Err(error) => missing(&error.to_string()),
        Ok(output) if output.status.code() == Some(MISSING) => missing(&String::from_utf8_lossy(&output.stdout)),
        Ok(output) => {
            let messages = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{format} by {script}: {messages}");
            eprint!("{format} by {script}: {}", String::from_utf8_lossy(&output.stdout));
        }
    }
}

fn read(script: &str, graph: &Path, file: &Path) -> std::io::Result<Output> {
    let scripts = root().join("tests/readers");
    let program = if script.ends_with(".py") { python() } else { PathBuf::from("node") };
    Command::new(program).arg(scripts.join(script)).args([graph, file]).env("PYTHONDONTWRITEBYTECODE", "1").output()
}

/// The Python that `tests/readers/install.sh` set up, or that of the system.
fn python() -> PathBuf {
    let installed = root().join("target/readers/bin/python");
    if installed.exists() { installed } else { PathBuf::from("python3") }
}

/// Names that break what is not escaped.
fn hostile_names() -> Vec<String> {
    let names = [
        "Moana \"Quote\" Tui's",
        "<script>alert('x')</script> & <b>R&D</b> &eacute; ]]>",
        "=HYPERLINK(\"http://example.org\")",
        "+1-@cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd",
        "- a dash, a comma; a semicolon | a bar",
        "رئيس الوزراء \u{202e}evil\u{202c}",
        "two\nlines\r\nand\ttabs",
        "back\\slash \\n \\u0041 `tick` ${x} {{y}} #35; %z% [link](javascript:alert(1))",
        "'}) DETACH DELETE n // \" --> x; end",
        "control \u{1}\u{7}\u{b} \u{fffe} emoji 👩‍⚕️ é e\u{301}",
        "<urn:x> . \"\"\" ^^xsd:int @en",
    ];
    names.map(str::to_owned).into_iter().chain(["long ".repeat(2_000).trim_end().to_owned()]).collect()
}

/// A graph in JSON with a person of each name, and edges of every status from each to the next, some parallel.
fn graph_of(names: &[String]) -> Vec<u8> {
    let id = |at: usize| format!("person/p-{at:02}");
    let quote = |text: &str| json!({ "document": "a \"<&>' 1", "start": 0, "end": text.chars().count(), "text": text });
    let nodes = names.iter().enumerate().map(|(at, name)| {
        json!({
            "id": id(at), "label": name, "type": "person", "aliases": [format!("{name} II")],
            "attributes": { "position": [format!("head of {name}")], "iso3166": null }, "mentions": [quote(name)],
        })
    });
    let dates = [Some("2024-03-18"), Some("2024-03"), Some("2024"), None];
    let mut links: Vec<Value> = Vec::new();
    for (at, name) in names.iter().enumerate().skip(1) {
        for (relation, status) in [("met", "asserted"), ("supports", "planned"), ("supports", "negated")] {
            let mut evidence = quote(&format!("{name} did it."));
            let date = dates[(at + links.len()) % dates.len()];
            evidence["rule"] = json!("met-verb");
            evidence["status"] = json!(status);
            evidence["date"] = json!(date);
            evidence["confidence"] = json!(0.9);
            let (source, target) = (id(at - 1), id(at));
            links.push(json!({
                "id": format!("{relation}:{status}:{source}:{target}"), "source": source, "target": target,
                "relation": relation, "directed": relation != "met", "status": status, "confidence": 0.9, "date": date,
                "place": null, "attributes": { "topic": name, "position": null, "object": null }, "evidence": [evidence],
            }));
        }
    }
    links.sort_by_key(|link| link["id"].as_str().unwrap_or_default().to_owned());
    let document = json!({
        "id": "a \"<&>' 1", "path": "a.txt", "line": null, "title": "<b>\"A\"</b>\n=1", "date": "2024-03-19",
        "url": "https://example.org/?a=1&b=<2>", "source": "=Outlet", "sha256": "00", "characters": 1,
    });
    let graph = json!({
        "format": "whomet-graph", "version": 1, "directed": true, "multigraph": true,
        "graph": { "generator": "whomet", "ontology": "security-cooperation" },
        "documents": [document], "nodes": nodes.collect::<Vec<_>>(), "links": links,
    });
    graph.to_string().into_bytes()
}
