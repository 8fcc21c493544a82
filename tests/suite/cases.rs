//! Checks the relations that rules find in sentences: `tests/cases/*.md`, one file per construction.
//!
//! A case is a heading, the reason, the text in a fence, and below it the edges of its graph, such as
//! "- `met(Moana Tui | Tika Oli) asserted`", or "- nothing". The list must contain every edge that a rule made, but no
//! offices next to a name and no parts of a name, which need no rule. "Known misses" list what should be found but is
//! not; once it is found, the test asks to move the case up.

use std::collections::BTreeSet;
use std::path::Path;

use whomet::document::Document;
use whomet::ontology::Ontology;
use whomet::pipeline::{Settings, build};
use whomet::relation::RuleSet;

use crate::support::{files, root};

/// Keeps somebody from deleting cases that fail.
const FEWEST_CASES: usize = 40;

/// A text and the edges to be found in it.
#[derive(Debug, PartialEq)]
struct Case {
    /// The file and line of its heading, for messages.
    place: String,
    text: String,
    /// `None` until the list under the text is read.
    expected: Option<BTreeSet<String>>,
    is_known_miss: bool,
}

#[test]
fn every_case_gives_the_edges_it_lists() {
    let cases: Vec<Case> = files(&root().join("tests/cases")).iter().flat_map(|path| read_file(path)).collect();
    let sound = cases.iter().filter(|case| !case.is_known_miss).count();
    assert!(sound >= FEWEST_CASES, "{sound} cases");
    let wrong: Vec<String> = cases.iter().filter_map(complaint).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the case, if anything.
fn complaint(case: &Case) -> Option<String> {
    let found = Some(edges(&case.text));
    let Case { place, text, expected, is_known_miss } = case;
    match (found == *expected, is_known_miss) {
        (true, true) => Some(format!("{place}: {text}\n  is read now: move it above \"Known misses\"")),
        (false, false) => Some(format!("{place}: {text}\n  expected {expected:?}\n  found    {found:?}")),
        _ => None,
    }
}

/// The edges that rules made from `text`, with the ends of symmetric relations in alphabetical order.
fn edges(text: &str) -> BTreeSet<String> {
    let graph = build([Document::from_text("case", text)], &Settings::default()).graph;
    let is_of_rule = |name: &str| RuleSet::shipped().rules.iter().any(|rule| rule.name.as_str() == name);
    let made = graph.edges().filter(|(_, edge, _)| edge.evidence.iter().any(|found| is_of_rule(found.rule.as_str())));
    made.map(|(source, edge, target)| {
        statement(edge.relation.as_str(), &source.label, &target.label, edge.status.as_str())
    })
    .collect()
}

fn statement(relation: &str, subject: &str, object: &str, status: &str) -> String {
    let is_symmetric = Ontology::shipped().relation(relation).is_some_and(|class| class.symmetric);
    let (first, second) = if is_symmetric && object < subject { (object, subject) } else { (subject, object) };
    format!("{relation}({first} | {second}) {status}")
}

fn read_file(path: &Path) -> Vec<Case> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    read_cases(&name, &std::fs::read_to_string(path).unwrap())
}

/// Reads the cases of one file; every case must say what is expected.
fn read_cases(name: &str, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let (mut heading, mut is_known_miss, mut is_inside) = (0, false, false);
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            is_inside = !is_inside;
            if is_inside {
                let place = format!("{name}:{heading}");
                cases.push(Case { place, text: String::new(), expected: None, is_known_miss });
            }
        } else if is_inside {
            let case = cases.last_mut().expect("the fence has opened a case");
            case.text.push_str(line);
            case.text.push('\n');
        } else if line.starts_with('#') {
            heading = index + 1;
            is_known_miss = is_known_miss || line.ends_with("Known misses");
        } else if let Some(expected) = line.strip_prefix("- `").and_then(|line| line.strip_suffix('`')) {
            let case = cases.last_mut().unwrap_or_else(|| panic!("{name}:{}: no text before it", index + 1));
            let statement = read_statement(expected).unwrap_or_else(|| panic!("{name}:{}: {line}", index + 1));
            case.expected.get_or_insert_default().insert(statement);
        } else if line == "- nothing" {
            cases.last_mut().expect("a text before it").expected = Some(BTreeSet::new());
        }
    }
    assert!(!is_inside, "{name}: the last fence is not closed");
    let incomplete = cases.iter().find(|case| case.expected.is_none());
    assert!(incomplete.is_none(), "{incomplete:?}: a list under the text must say what is expected");
    cases
}

/// Reads "met(Moana Tui | Tika Oli) asserted".
fn read_statement(text: &str) -> Option<String> {
    let (relation, rest) = text.split_once('(')?;
    let (ends, status) = rest.split_once(") ")?;
    let (subject, object) = ends.split_once(" | ")?;
    Ontology::shipped().relation(relation)?;
    ["asserted", "planned", "negated"].contains(&status).then(|| statement(relation, subject, object, status))
}

#[test]
fn a_case_is_read_with_its_place_and_expected_edges() {
    let text = "# Talks\n\n## One\n\nWhy.\n\n```\nA met B.\n```\n\n- `met(B | A) asserted`\n\n## Known misses\n\n### Two\n\n```\nC.\n```\n\n- nothing\n";
    let expected = Some(BTreeSet::from(["met(A | B) asserted".to_owned()]));
    let cases = read_cases("talks.md", text);
    let case = |place: &str, text: &str, expected, is_known_miss| Case {
        place: place.to_owned(),
        text: text.to_owned(),
        expected,
        is_known_miss,
    };
    assert_eq!(
        cases,
        [case("talks.md:3", "A met B.\n", expected, false), case("talks.md:15", "C.\n", Some(BTreeSet::new()), true)]
    );
}
