//! `whomet timeline` and `whomet contradictions`: what happened when, and where sources differ.

use whomet::graph::{KnowledgeGraph, Node, Part};
use whomet::ids::EntityId;
use whomet::query::{Match, Occasion, contradictions as differing, timeline as in_order};

use super::ask_args::{ContradictionsArguments, FactArguments, TimelineArguments};
use super::chosen::choose;
use super::facts::Facts;
use super::naming::{find, title_of};
use super::opened::{Opened, names_and_inputs};
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::cli::report::Reporter;

pub(in crate::cli) fn timeline(arguments: &TimelineArguments) -> Result<Outcome, CliError> {
    ask("timeline", &arguments.words, &arguments.facts, in_order, "nothing with a date found")
}

pub(in crate::cli) fn contradictions(arguments: &ContradictionsArguments) -> Result<Outcome, CliError> {
    ask("contradictions", &arguments.words, &arguments.facts, differing, "no contradiction found: all sources agree")
}

/// Answers a question about one thing, or about all.
fn ask(
    question: &str,
    words: &[String],
    facts: &FactArguments,
    answer: impl for<'g> Fn(&'g KnowledgeGraph, Option<&EntityId>) -> Vec<Occasion<'g>>,
    nothing: &str,
) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(facts.answer.common.quiet);
    let (names, inputs) = names_and_inputs(words, 1);
    let (what, data, outcome) = Opened::new(&inputs, &facts.answer, &reporter)?.into_parts();
    let mut knowledge = what.with(&data);
    let name = names.first();
    let found = name.map(|name| find(&knowledge, name, None, data.lexicon(), &reporter)).transpose()?;
    let id = found.as_ref().map(|found| found.id.clone());
    let graph = match &id {
        Some(id) => knowledge.about(std::slice::from_ref(id), &Part::default())?,
        None => knowledge.whole()?,
    };
    let chosen = choose(&graph, &facts.selection, &[], data.ontology())?;
    let mut occasions = answer(&chosen.graph, id.as_ref());
    let is_wanted = |node: &Node| id.as_ref() != Some(&node.id) && chosen.is_wanted(node.entity_type);
    occasions.retain(|occasion| is_wanted(occasion.source) || is_wanted(occasion.target));
    let heading = found.as_ref().map(|found| title_of(&graph, found));
    let things: Vec<&Match> = found.iter().collect();
    let after = if occasions.is_empty() { vec![nothing.to_owned()] } else { Vec::new() };
    let told = Facts { graph: &graph, about: id.clone(), occasions };
    told.answer(question, &things, &heading.unwrap_or_default(), &after, facts, &data)?;
    Ok(outcome)
}
