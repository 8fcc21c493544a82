//! Checks DOT with Graphviz.

use std::process::Command;

use crate::support::{ARTICLES, argument, command, folder, messages, whomet};

/// Runs `dot` on a file; `None` if Graphviz is not installed.
fn draw(path: &str) -> Option<(String, String)> {
    let output = Command::new("dot").args(["-Tsvg", path]).output().ok()?;
    assert!(output.status.success());
    Some((String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned()))
}

#[test]
fn graphviz_draws_the_examples_without_a_warning() {
    let folder = folder(&[]);
    let dot = argument(&folder.path().join("graph.dot"));
    assert!(whomet(&["build", ARTICLES, "-o", &dot, "-q"]).status.success());
    let Some((svg, warnings)) = draw(&dot) else { return };
    assert_eq!(warnings, "");
    for part in ["Kaarel Tammsoo", "dashed line: plan", "stroke-dasharray", "#c62828"] {
        assert!(svg.contains(part), "{part}");
    }
}

#[test]
fn markup_in_names_is_escaped_in_dot_and_picture() {
    let text = "Minister Moana <script>alert(1)</script> O\"Brien\\N met President Tika & Oli.\n\n\
                Gen. Ana \"];x->y[ Silva met President Tika Oli of the R&D <b>Nepal</b> Guard.";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let dot = argument(&folder.path().join("graph.dot"));
    assert!(whomet(&["build", &argument(folder.path()), "-o", &dot, "-q"]).status.success());
    let Some((svg, warnings)) = draw(&dot) else { return };
    assert_eq!(warnings, "");
    assert!(!svg.contains("<script>") && !svg.contains("<b>"));
}

#[test]
fn a_graph_without_relations_can_be_drawn() {
    let folder = folder(&[("a.txt", b"Nobody came.")]);
    let dot = argument(&folder.path().join("graph.dot"));
    assert!(whomet(&["build", &argument(folder.path()), "-o", &dot, "-q"]).status.success());
    if let Some((_, warnings)) = draw(&dot) {
        assert_eq!(warnings, "");
    }
}

#[test]
fn graphviz_draws_if_asked_or_the_message_says_what_to_install() {
    let is_installed = Command::new("dot").arg("-V").output().is_ok();
    for engine in ["dot", "neato", "sfdp"] {
        let output = whomet(&["export", "graphs/articles.json", "--format", "svg", "-q", "--engine", engine]);
        assert_eq!(output.status.success(), is_installed);
        assert!(!is_installed || output.stdout.starts_with(b"<?xml"));
    }
    let output = command(&["build", ARTICLES, "--format", "svg", "--engine", "dot"]).env("PATH", "").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).contains("apt install graphviz"), "{}", messages(&output));
}
