//! Checks the relations that rules find in sentences: `tests/cases/*.md`, one file per construction.
//!
//! A case is a heading, the reason, the text in a fence, and below it the edges of its graph, such as
//! "- `met(Moana Tui | Tika Oli) asserted`", or "- nothing". The list must contain every edge that a rule made, but no
//! offices next to a name and no parts of a name, which need no rule. "Known misses" list what should be found but is
//! not; an item "- today ..." says what is found instead, so that the test notices every change. Once a known miss is
//! found, the test asks to move the case up.
//!
//! `UPDATE_CASES=1 cargo test cases` rewrites the items "- today ...".

use std::collections::BTreeSet;
use std::path::Path;

use whomet::document::Document;
use whomet::ontology::Ontology;
use whomet::pipeline::{Settings, build};
use whomet::relation::RuleSet;

use crate::support::{files, root};

/// Keeps somebody from deleting cases that fail.
const FEWEST_CASES: usize = 40;

/// The edges of a text, as the list writes them.
type Edges = BTreeSet<String>;

/// A text and the edges to be found in it.
#[derive(Debug, Default, PartialEq)]
struct Case {
    /// The file and line of its heading, for messages.
    place: String,
    text: String,
    is_known_miss: bool,
    /// `None` until the list under the text is read.
    expected: Option<Edges>,
    /// What is found in a known miss; `None` until an item says it.
    today: Option<Edges>,
}

#[test]
fn every_case_gives_the_edges_it_lists() {
    let is_update = std::env::var_os("UPDATE_CASES").is_some();
    let (mut sound, mut wrong) = (0, Vec::new());
    for path in files(&root().join("tests/cases")) {
        if is_update {
            let text = std::fs::read_to_string(&path).unwrap();
            std::fs::write(&path, with_edges_of_today(&text, edges)).unwrap();
        }
        let cases = read_file(&path);
        sound += cases.iter().filter(|case| !case.is_known_miss).count();
        wrong.extend(cases.iter().filter_map(|case| complaint(case, &edges(&case.text))));
    }
    assert!(sound >= FEWEST_CASES, "{sound} cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the case, if anything.
fn complaint(case: &Case, found: &Edges) -> Option<String> {
    let Case { place, text, expected, today, .. } = case;
    let is_expected = expected.as_ref() == Some(found);
    let message = match today {
        Some(_) if is_expected => "is read now: move it above \"Known misses\"".to_owned(),
        Some(today) if today != found => {
            format!(
                "is missed in another way: run UPDATE_CASES=1 cargo test cases\n  before {today:?}\n  found  {found:?}"
            )
        }
        None if !is_expected => format!("expected {expected:?}\n  found    {found:?}"),
        _ => return None,
    };
    Some(format!("{place}: {text}\n  {message}"))
}

/// The text of a file whose items "- today ..." say what `edges` finds now.
fn with_edges_of_today(text: &str, edges: impl Fn(&str) -> Edges) -> String {
    let (mut new, mut sentences, mut is_inside, mut is_written) = (String::new(), String::new(), false, false);
    for line in text.lines() {
        if line.starts_with("```") {
            is_inside = !is_inside;
            if is_inside {
                sentences.clear();
                is_written = false;
            }
        } else if is_inside {
            sentences.push_str(line);
            sentences.push('\n');
        }
        if !line.starts_with("- today ") {
            new.push_str(line);
            new.push('\n');
        } else if !is_written {
            new.push_str(&items_of_today(&edges(&sentences)));
            is_written = true;
        }
    }
    new
}

fn items_of_today(edges: &Edges) -> String {
    if edges.is_empty() {
        return "- today nothing\n".to_owned();
    }
    edges.iter().map(|edge| format!("- today `{edge}`\n")).collect()
}

/// The edges that rules made from `text`, with the ends of symmetric relations in alphabetical order.
fn edges(text: &str) -> Edges {
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

/// Reads the cases of one file; every case must say what is expected, and every known miss what is found today.
fn read_cases(name: &str, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let (mut heading, mut is_known_miss, mut is_inside) = (0, false, false);
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            is_inside = !is_inside;
            if is_inside {
                cases.push(Case { place: format!("{name}:{heading}"), is_known_miss, ..Case::default() });
            }
        } else if is_inside {
            let case = cases.last_mut().expect("the fence has opened a case");
            case.text.push_str(line);
            case.text.push('\n');
        } else if line.starts_with('#') {
            heading = index + 1;
            is_known_miss = is_known_miss || line.ends_with("Known misses");
        } else if let Some(item) = line.strip_prefix("- ") {
            let place = || format!("{name}:{}: {line}", index + 1);
            let case = cases.last_mut().unwrap_or_else(|| panic!("{}: no text before it", place()));
            case.read_item(item).unwrap_or_else(|| panic!("{}", place()));
        }
    }
    assert!(!is_inside, "{name}: the last fence is not closed");
    for Case { place, expected, today, is_known_miss, .. } in &cases {
        assert!(expected.is_some(), "{place}: a list under the text must say what is expected");
        assert_eq!(
            today.is_some(),
            *is_known_miss,
            "{place}: a known miss, and no other case, says what is found today"
        );
    }
    cases
}

impl Case {
    /// Reads an item of the list under the text; `None` if it is a mistake.
    fn read_item(&mut self, item: &str) -> Option<()> {
        let (list, item) = match item.strip_prefix("today ") {
            Some(item) => (&mut self.today, item),
            None => (&mut self.expected, item),
        };
        let list = list.get_or_insert_default();
        if item != "nothing" {
            list.insert(read_statement(item.strip_prefix('`')?.strip_suffix('`')?)?);
        }
        Some(())
    }
}

/// Reads "met(Moana Tui | Tika Oli) asserted".
fn read_statement(text: &str) -> Option<String> {
    let (relation, rest) = text.split_once('(')?;
    let (ends, status) = rest.split_once(") ")?;
    let (subject, object) = ends.split_once(" | ")?;
    Ontology::shipped().relation(relation)?;
    ["asserted", "planned", "negated"].contains(&status).then(|| statement(relation, subject, object, status))
}

const TWO_CASES: &str = "\
# Talks

## One

Why.

```
A met B.
```

- `met(B | A) asserted`

## Known misses

### Two

```
C met D.
```

- `met(C | D) asserted`
- today nothing
";

#[test]
fn a_case_is_read_with_its_place_and_expected_edges() {
    let edges = |edge: &str| Some(Edges::from([edge.to_owned()]));
    let one = Case {
        place: "talks.md:3".to_owned(),
        text: "A met B.\n".to_owned(),
        is_known_miss: false,
        expected: edges("met(A | B) asserted"),
        today: None,
    };
    let two = Case {
        place: "talks.md:15".to_owned(),
        text: "C met D.\n".to_owned(),
        is_known_miss: true,
        expected: edges("met(C | D) asserted"),
        today: Some(Edges::new()),
    };
    assert_eq!(read_cases("talks.md", TWO_CASES), [one, two]);
}

#[test]
fn every_change_of_a_known_miss_is_noticed() {
    let miss = &read_cases("talks.md", TWO_CASES)[1];
    let complaint = |edges: &[&str]| complaint(miss, &edges.iter().map(|edge| (*edge).to_owned()).collect());
    assert_eq!(complaint(&[]), None);
    assert!(complaint(&["met(C | D) asserted"]).unwrap().contains("is read now"));
    assert!(complaint(&["met(C | E) asserted"]).unwrap().contains("in another way"));
}

#[test]
fn the_items_of_today_are_rewritten() {
    let edges = |text: &str| Edges::from(["E", "F"].map(|end| format!("met({} | {end}) asserted", &text[..1])));
    let expected = "- today `met(C | E) asserted`\n- today `met(C | F) asserted`\n";
    let new = with_edges_of_today(TWO_CASES, edges);
    assert_eq!(new, TWO_CASES.replace("- today nothing\n", expected));
    assert_eq!(with_edges_of_today(&new, |_| Edges::new()), TWO_CASES);
}
