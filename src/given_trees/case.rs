//! Reads the cases of a Markdown file.

use super::Findings;

/// One tree, or several in a row, with what must be found.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) file: String,
    /// Line of its heading.
    pub(super) line: usize,
    /// The contents of its fence.
    pub(super) tree: String,
    /// Line of the fence that opens it.
    pub(super) tree_line: usize,
    pub(super) expected: Findings,
    /// For a known miss, what is found in place of what is expected.
    pub(super) today: Option<Findings>,
}

/// Reads the cases of one file.
///
/// # Panics
/// On a case that is not complete or a line that is not understood: a mistake in a test.
pub(super) fn read_cases(file: &str, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let (mut heading, mut are_misses, mut is_inside) = (0, false, false);
    for (index, line) in text.lines().enumerate() {
        let place = || format!("{file}:{}: {line}", index + 1);
        if line.starts_with("```") {
            is_inside = !is_inside;
            if is_inside {
                let (expected, today) = (Findings::default(), are_misses.then(Findings::default));
                let (file, tree) = (file.to_owned(), String::new());
                cases.push(Case { file, line: heading, tree, tree_line: index + 1, expected, today });
            }
        } else if is_inside {
            let case = cases.last_mut().expect("the fence has opened a case");
            case.tree.push_str(line);
            case.tree.push('\n');
        } else if line.starts_with('#') {
            heading = index + 1;
            are_misses = are_misses || line.ends_with("Known misses");
        } else if let Some(item) = line.strip_prefix("- ") {
            let case = cases.last_mut().unwrap_or_else(|| panic!("{}: no tree above it", place()));
            let understood = match (item.strip_prefix("today "), &mut case.today) {
                (Some(item), Some(today)) => today.add(item),
                (Some(_), None) => panic!("{}: only known misses have a today", place()),
                (None, _) => case.expected.add(item),
            };
            understood.unwrap_or_else(|reason| panic!("{}: {reason}", place()));
        }
    }
    assert!(!is_inside, "{file}: a fence is open at the end");
    for case in &cases {
        let is_told = case.expected.is_told() && case.today.as_ref().is_none_or(Findings::is_told);
        assert!(is_told, "{file}:{}: a list under the tree must say what is expected, and found today", case.line);
    }
    cases
}
