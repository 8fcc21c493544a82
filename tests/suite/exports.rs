//! Tests that a project and its graph are written alike: the one is loaded node by node, the other is in memory.

use std::path::Path;

use crate::support::{ARTICLES, argument, files, folder, messages, root, whomet};

/// Writes what `input` holds in a format, and gives the bytes of each file.
fn written(input: &str, format: &str, output: &Path) -> Vec<Vec<u8>> {
    let exported = whomet(&["export", input, "-q", "-f", format, "-o", &argument(output)]);
    assert!(exported.status.success(), "{format}: {}", messages(&exported));
    let paths = if output.is_dir() { files(output) } else { vec![output.to_owned()] };
    paths.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
}

#[test]
fn every_format_of_a_project_equals_that_of_its_graph() {
    // A copy of an article, so that sentences of copies are counted once here too.
    let copied = std::fs::read(root().join(ARTICLES).join("ministerial-visit-tallinn.txt")).unwrap();
    let folder = folder(&[("copy.txt", &copied)]);
    let path = |name: &str| argument(&folder.path().join(name));
    let (project, graph, copy) = (path("news.whomet"), path("graph.json"), path("copy.txt"));
    for arguments in [&["add", &project, ARTICLES, &copy, "-q"][..], &["build", ARTICLES, &copy, "-q", "-o", &graph]] {
        let done = whomet(arguments);
        assert!(done.status.success(), "{}", messages(&done));
    }
    assert!(std::fs::read_to_string(&graph).unwrap().contains("also_in"));
    let formats = whomet::export::Format::ALL.iter().map(|format| format.name());
    for format in formats {
        let [of_project, of_graph] =
            [&project, &graph].map(|input| written(input, format, &folder.path().join(format!("{format}-out"))));
        assert_eq!(of_project.len(), of_graph.len(), "{format}");
        for (streamed, at_once) in of_project.iter().zip(&of_graph) {
            assert!(streamed == at_once, "{format} differs");
        }
    }
}

#[test]
fn the_page_of_formats_names_all_of_them() {
    let page = std::fs::read_to_string(root().join("docs/formats.md")).unwrap();
    let (survives, _) = page.split_once("## Time and memory").unwrap();
    for format in whomet::export::Format::ALL {
        let name = format!("`{}`", format.name());
        let rows = survives.lines().filter(|line| line.split('|').nth(1).is_some_and(|cell| cell.contains(&name)));
        assert_eq!(rows.count(), 1, "{name} has one row in docs/formats.md");
    }
}
