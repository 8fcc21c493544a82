//! Checks that `graphs/` holds the graphs of `examples/articles/`.
//!
//! `UPDATE_GRAPHS=1 cargo test graphs` regenerates them; read the diff before you commit it.

use crate::support::{ARTICLES, argument, folder, root, whomet};

const FORMATS: [&str; 4] = ["json", "dot", "svg", "png"];

#[test]
fn the_finished_graphs_are_up_to_date() {
    for format in FORMATS {
        let output = whomet(&["build", ARTICLES, "--quiet", "--format", format]);
        check(&format!("articles.{format}"), &output.stdout);
    }
}

#[test]
fn the_finished_page_is_up_to_date() {
    let folder = folder(&[]);
    let page = folder.path().join("page.html");
    assert!(whomet(&["view", ARTICLES, "--quiet", "-o", &argument(&page)]).status.success());
    check("articles.html", &std::fs::read(page).unwrap());
}

/// Compares a file of `graphs/` with what it should be, or writes it if the user asks for that.
fn check(name: &str, bytes: &[u8]) {
    let path = root().join("graphs").join(name);
    if std::env::var_os("UPDATE_GRAPHS").is_some() {
        std::fs::write(&path, bytes).unwrap();
    }
    let kept = std::fs::read(&path).unwrap_or_default();
    assert!(kept == bytes, "graphs/{name} is stale: run UPDATE_GRAPHS=1 cargo test graphs");
}
