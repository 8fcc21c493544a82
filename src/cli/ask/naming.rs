//! Finds the thing that a typed name means, and says which it is.

use std::fmt::Write as _;
use std::io::{BufRead, IsTerminal, Write};

use whomet::graph::{KnowledgeGraph, Node};
use whomet::lexicon::Lexicon;
use whomet::ontology::RelationType;
use whomet::query::{Choice, Fit, Knowledge, Match, choose, offices_of};

use crate::cli::error::CliError;
use crate::cli::report::{Reporter, counted};

/// Maximum number of things listed for an ambiguous name.
const MAX_LISTED: usize = 10;

/// At most this many names are proposed for an unknown one.
const MAX_NEAR: usize = 5;

/// The thing that a name means. Says which, if that is not plain; asks at a terminal if it is ambiguous.
pub(super) fn find(
    knowledge: &Knowledge<'_>,
    typed: &str,
    relation: Option<RelationType>,
    lexicon: &Lexicon,
    reporter: &Reporter,
) -> Result<Match, CliError> {
    settle(knowledge, typed, knowledge.find(typed, relation)?, lexicon, reporter)
}

/// The one of these that a name means.
pub(super) fn settle(
    knowledge: &Knowledge<'_>,
    typed: &str,
    matches: Vec<Match>,
    lexicon: &Lexicon,
    reporter: &Reporter,
) -> Result<Match, CliError> {
    match choose(typed, matches, lexicon) {
        Choice::One { chosen, others } => {
            if chosen.fit > Fit::Whole || !others.is_empty() {
                reporter.note(&format!("\"{typed}\" -> {}{}", described(&chosen), also(&others)));
            }
            Ok(*chosen)
        }
        Choice::Several(several) if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() => {
            ask(typed, several)
        }
        Choice::Several(several) => {
            Err(CliError::AmbiguousName { name: typed.to_owned(), known: listed(&several, false) })
        }
        Choice::Nothing => {
            let near = knowledge.near(typed, MAX_NEAR)?;
            let hint = if near.is_empty() { String::new() } else { format!("; similar names: {}", near.join(", ")) };
            Err(CliError::UnknownName { name: typed.to_owned(), hint })
        }
    }
}

/// The line above an answer about one thing: its name and present office, or its type.
pub(super) fn title_of(graph: &KnowledgeGraph, found: &Match) -> String {
    match graph.node(&found.id) {
        Some(node) => title(graph, node),
        None => format!("{} ({})", found.label, found.entity_type),
    }
}

/// A name with what it is: "Kaarel Tammsoo, Minister of Foreign Affairs, Estonia".
pub(super) fn title(graph: &KnowledgeGraph, node: &Node) -> String {
    let offices = offices_of(graph, &node.id);
    // Present offices come first; one that is over says so itself.
    let named = offices.iter().find(|office| office.position.is_some());
    match named.and_then(|office| Some((office.position.as_ref()?, office.body))) {
        Some((position, body)) => format!("{}, {position}, {}", node.label, body.label),
        None => format!("{} ({})", node.label, node.entity_type),
    }
}

/// "Moana Tui, minister of health".
fn described(found: &Match) -> String {
    let office = found.offices.iter().find(|office| !whomet::graph::is_over(office)).or(found.offices.first());
    let what = office.map_or_else(|| found.entity_type.to_string(), String::clone);
    format!("{}, {what}", found.label)
}

/// "; 2 others: Rosa Tui (person), Tui (place)".
fn also(others: &[Match]) -> String {
    if others.is_empty() {
        return String::new();
    }
    let shown = others.iter().take(3).map(|other| format!("{} ({})", other.label, other.id));
    let shown: Vec<String> = shown.chain((others.len() > 3).then(|| "...".to_owned())).collect();
    format!("; {}: {}", counted(others.len(), "other"), shown.join(", "))
}

/// A line for each thing: name, office or type, how much there is about it, id.
fn listed(several: &[Match], is_numbered: bool) -> String {
    let mut text = String::new();
    for (number, found) in (1..).zip(several.iter().take(MAX_LISTED)) {
        let before = if is_numbered { format!("{number:3}") } else { String::new() };
        let _ =
            write!(text, "\n{before}  {}  ({}; {})", found.id, described(found), counted(found.answers, "statement"));
    }
    if several.len() > MAX_LISTED {
        let _ = write!(text, "\n  ... and {} more", several.len() - MAX_LISTED);
    }
    text
}

/// Lets the person at the terminal choose.
fn ask(typed: &str, mut several: Vec<Match>) -> Result<Match, CliError> {
    let mut error = std::io::stderr().lock();
    let _ = write!(error, "\"{typed}\" may be:{}\nwhich? ", listed(&several, true));
    let _ = error.flush();
    let mut answer = String::new();
    let read = std::io::stdin().lock().read_line(&mut answer);
    let number: Option<usize> = read.ok().and_then(|_| answer.trim().parse().ok());
    let chosen = number.and_then(|number| number.checked_sub(1)).filter(|at| *at < several.len().min(MAX_LISTED));
    match chosen {
        Some(at) => Ok(several.swap_remove(at)),
        None => Err(CliError::AmbiguousName { name: typed.to_owned(), known: listed(&several, false) }),
    }
}
