//! Checks that `graphs/` holds the graphs of `examples/articles/`.
//!
//! `UPDATE_GRAPHS=1 cargo test graphs` regenerates them; read the diff before you commit it.

use crate::support::{ARTICLES, root, whomet};

/// The text formats. The picture is written but not compared, because it depends on the version of Graphviz.
const COMPARED: [&str; 2] = ["json", "dot"];

#[test]
fn the_finished_graphs_are_up_to_date() {
    let update = std::env::var_os("UPDATE_GRAPHS").is_some();
    for format in COMPARED {
        let output = whomet(&["build", ARTICLES, "--quiet", "--format", format]);
        let path = root().join("graphs/articles").with_extension(format);
        if update {
            std::fs::write(&path, &output.stdout).unwrap();
        }
        let kept = std::fs::read(&path).unwrap_or_default();
        assert!(kept == output.stdout, "graphs/articles.{format} is stale: run UPDATE_GRAPHS=1 cargo test graphs");
    }
    if update {
        let picture = whomet(&["build", ARTICLES, "--quiet", "-o", "graphs/articles.svg"]);
        assert!(picture.status.success(), "the picture needs Graphviz");
    }
}
