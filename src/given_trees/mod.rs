//! Tests of grammar on given trees: `tests/trees/*.md`, a file for each construction.
//!
//! A case is a heading, why it is so, sentences as tokens with their tree and mentions in a fence, and a list of what
//! must be found. Neither tagger nor parser nor name finder takes part, so that a newly trained model changes no
//! result here and hides no error of the grammar. CONTRIBUTING.md explains the notation.

mod block;
mod case;
mod findings;

use std::path::{Path, PathBuf};

use block::read_block;
use case::{Case, read_cases};
use findings::{Findings, findings};

/// Whoever removes cases must say so here.
const FEWEST_CASES: usize = 60;

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trees");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        read_cases(&format!("tests/trees/{name}"), &std::fs::read_to_string(path).unwrap())
    };
    files.iter().flat_map(read).collect()
}

#[test]
fn every_tree_is_read_as_its_case_says() {
    let cases = cases();
    assert!(cases.len() >= FEWEST_CASES, "{} cases", cases.len());
    let wrong: Vec<String> = cases.iter().filter_map(complaint).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is wrong with the case, if anything is.
fn complaint(case: &Case) -> Option<String> {
    let block = match read_block(&case.tree) {
        Ok(block) => block,
        Err(error) => return Some(format!("{}:{}: {}", case.file, case.tree_line + error.line, error.reason)),
    };
    let found = findings(&block).asked_for(&case.expected);
    let place = format!("{}:{}: {}", case.file, case.line, block.text());
    match &case.today {
        None if found != case.expected => Some(format!("{place}\n  expected:\n{}\n  found:\n{found}", case.expected)),
        Some(_) if found == case.expected => Some(format!("{place}\n  is read now: move it above \"Known misses\"")),
        Some(today) if found != *today => Some(format!("{place}\n  missed as:\n{today}\n  found now:\n{found}")),
        _ => None,
    }
}

#[test]
fn a_case_that_is_not_met_is_reported_with_its_place() {
    let tree = "Peru NNP condemned nsubj country\ncondemned/condemn VBD 0 root\nFiji NNP condemned obj country\n";
    let case = |expected: &str, today: &str| {
        let text = format!("# Active\n\n```\n{tree}```\n\n{expected}\n");
        let text = if today.is_empty() { text } else { format!("# Known misses\n\n#{text}{today}\n") };
        complaint(&read_cases("a.md", &text)[0])
    };
    let right = "- `opposes(Peru | Fiji) asserted`";
    assert_eq!(case(right, ""), None);
    let wrong = case("- nothing", "").unwrap();
    assert!(wrong.starts_with("a.md:1: Peru condemned Fiji") && wrong.contains("opposes(Peru | Fiji)"), "{wrong}");
    assert_eq!(case("- nothing", &format!("- today {}", &right[2..])), None);
    assert!(case("- nothing", "- today `opposes(Fiji | Peru) asserted`").unwrap().contains("found now"));
    assert!(case(right, "- today nothing").unwrap().contains("is read now"));
}

#[test]
fn a_mistake_in_a_tree_is_reported_with_its_line() {
    let table = [
        ("condemned/condemn", "condemned", "a.md:5: expected the lemma of \"condemned\", as in \"met/meet\""),
        ("VBD 0 root", "VBT 0 root", "a.md:5: unknown XPOS tag \"VBT\""),
        ("0 root", "Fiji root", "a.md:4: expected exactly one root, found 0"),
        ("Peru NNP condemned", "Peru NNP condamned", "a.md:4: no token \"condamned\" to depend on"),
        ("obj country", "obj contry", "a.md:6: unknown mark \"contry\""),
    ];
    for (from, to, expected) in table {
        let tree = "Peru NNP condemned nsubj country\ncondemned/condemn VBD 0 root\nFiji NNP condemned obj country\n";
        let text = format!("# Active\n\n```\n{}```\n\n- nothing\n", tree.replace(from, to));
        let found = complaint(&read_cases("a.md", &text)[0]).unwrap();
        assert!(found.starts_with(expected), "{found}");
    }
}
