//! Checks by the `use crate::` lines that lower steps do not use upper ones.

use std::path::Path;

use crate::support::{files, root};

/// The steps from the bottom up; a step may use itself and those before it.
const LAYERS: &[&[&str]] = &[
    &["text", "clustering", "span", "date", "ids", "provenance", "stable_hash", "stable_random", "flat_table"],
    &["ontology"],
    &["document"],
    &["analysis"],
    &["corpus"],
    &["training"],
    &["lexicon"],
    &["mention"],
    &["relation"],
    &["coreference"],
    &["record"],
    &["resolution"],
    &["graph"],
    &["project", "query", "export", "evaluation"],
];

/// What may use everything: the pipeline and the enum of all errors.
const ABOVE_ALL: [&str; 5] = ["pipeline", "error", "lib", "main", "given_trees"];

fn layer_of(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The modules that a source file names after `crate::` outside its tests.
fn used_modules(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    code.split("crate::")
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        .collect()
}

fn check(path: &Path, module: &str, wrong: &mut Vec<String>) {
    if path.is_dir() {
        files(path).iter().for_each(|file| check(file, module, wrong));
    } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
        let own = layer_of(module).unwrap_or_else(|| panic!("{module} has no layer: add it to LAYERS"));
        for used in used_modules(path) {
            let is_allowed =
                used == module || layer_of(&used).is_some_and(|layer| layer < own || (layer == own && own == 0));
            if !is_allowed {
                wrong.push(format!("{} uses crate::{used}", path.display()));
            }
        }
    }
}

#[test]
fn steps_use_only_lower_steps() {
    let mut wrong = Vec::new();
    for path in files(&root().join("src")) {
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if module != "cli" && !ABOVE_ALL.contains(&module.as_str()) {
            check(&path, &module, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
