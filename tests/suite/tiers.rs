//! Checks that CI runs in full every test that `cargo test` shortens.

use std::path::Path;

use crate::support::{files, root};

/// A source file that contains one of these has a shortened test.
const MARKS: [&str; 3] = [" tries(", "(tries(", "\"WHOMET_TESTS\""];

#[test]
fn ci_runs_every_shortened_test_in_full() {
    let script = std::fs::read_to_string(root().join(".ci/run")).unwrap();
    let command = script.lines().find(|line| line.starts_with("WHOMET_TESTS=full cargo test")).unwrap();
    let (_, names) = command.split_once(" -- ").unwrap();
    let mut shortened = Vec::new();
    for folder in ["tests/suite", "src"] {
        collect_shortened(&root().join(folder), &mut shortened);
    }
    shortened.retain(|module| !module.starts_with("support") && module != "tiers");
    assert!(shortened.len() > 2, "{shortened:?}");
    let is_run = |module: &&String| names.split(' ').any(|name| module.contains(name));
    let left_out: Vec<&String> = shortened.iter().filter(|module| !is_run(module)).collect();
    assert!(left_out.is_empty(), "add {left_out:?} to the command in .ci/run that begins with WHOMET_TESTS=full");
}

/// Collects the modules with a shortened test, such as `project::tests`.
fn collect_shortened(path: &Path, found: &mut Vec<String>) {
    if path.is_dir() {
        files(path).iter().for_each(|path| collect_shortened(path, found));
        return;
    }
    let code = std::fs::read_to_string(path).unwrap_or_default();
    if MARKS.iter().any(|mark| code.contains(mark)) {
        let inside = path.strip_prefix(root()).unwrap().with_extension("");
        let words: Vec<&str> = inside.iter().map(|word| word.to_str().unwrap()).collect();
        let outside = if words[0] == "src" { 1 } else { 2 };
        found.push(words[outside..].join("::"));
    }
}
