//! `whomet path`: how two things are connected.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use whomet::graph::{KnowledgeGraph, Node, Part};
use whomet::ids::EntityId;
use whomet::query::{Chain, Knowledge, Limits, Occasion, chains, occasions_of};
use whomet::relation::Status;

use super::ask_args::PathArguments;
use super::chosen::choose;
use super::facts::{Facts, thing};
use super::naming::find;
use super::opened::Opened;
use super::table::Paper;
use crate::cli::data::NameData;
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, counted, print};

pub(in crate::cli) fn run(arguments: &PathArguments) -> Result<Outcome, CliError> {
    let facts = &arguments.facts;
    let reporter = Reporter::new(facts.answer.common.quiet);
    let (what, data, outcome) = Opened::new(&arguments.inputs, &facts.answer, &reporter)?.into_parts();
    let mut knowledge = what.with(&data);
    let one = find(&knowledge, &arguments.one, None, data.lexicon(), &reporter)?;
    let other = find(&knowledge, &arguments.other, None, data.lexicon(), &reporter)?;
    if one.id == other.id {
        return Err(CliError::OneThing { name: one.id.to_string() });
    }
    let chains = connections(&mut knowledge, arguments, &one.id, &other.id, &data)?;
    let things: BTreeSet<&EntityId> =
        chains.iter().flat_map(|chain| &chain.things).chain([&one.id, &other.id]).collect();
    let things: Vec<EntityId> = things.into_iter().cloned().collect();
    let graph = knowledge.about(&things, &Part::between())?;
    let chosen = choose(&graph, &facts.selection, &[Status::Asserted], data.ontology())?;
    let steps: Vec<Vec<Occasion<'_>>> = chains.iter().map(|chain| steps(&chosen.graph, chain)).collect();
    let all = Facts { graph: &graph, about: None, occasions: steps.concat() };
    if all.write_graph(facts, &data)? {
        return Ok(outcome);
    }
    if facts.answer.json {
        print(&format!("{:#}\n", as_json(&graph, &chains, &steps)));
    } else if facts.answer.csv {
        print(&all.csv());
    } else if chains.is_empty() {
        print(&format!("{}\n", nothing(arguments, &one.label, &other.label)));
    } else {
        print(&as_text(&graph, &chains, steps, facts.evidence));
    }
    Ok(outcome)
}

/// The chains that the arguments allow. Filters that look at evidence need the whole graph.
fn connections(
    knowledge: &mut Knowledge<'_>,
    arguments: &PathArguments,
    one: &EntityId,
    other: &EntityId,
    data: &NameData,
) -> Result<Vec<Chain>, CliError> {
    let filters = &arguments.facts.selection;
    let mut limits = Limits::default();
    (limits.steps, limits.count) = (arguments.steps, arguments.max);
    limits.through = arguments.through.iter().cloned().collect();
    if filters.chooses_by_evidence() {
        let whole = knowledge.whole()?;
        let chosen = choose(&whole, filters, &[Status::Asserted], data.ontology())?;
        limits.statuses = [Status::Asserted, Status::Planned, Status::Negated].into();
        let chosen = Knowledge::from(chosen.graph.into_owned());
        return Ok(chains(&chosen, one, other, &limits)?);
    }
    limits.relations = filters.relations(data.ontology())?.iter().map(ToString::to_string).collect();
    if !filters.status.is_empty() {
        limits.statuses = filters.statuses();
    }
    Ok(chains(knowledge, one, other, &limits)?)
}

/// What joins each thing of a chain to the next.
fn steps<'g>(graph: &'g KnowledgeGraph, chain: &Chain) -> Vec<Occasion<'g>> {
    let joins = |pair: &[EntityId]| {
        let between = graph.edges().filter(|(source, _, target)| {
            (&source.id, &target.id) == (&pair[0], &pair[1]) || (&source.id, &target.id) == (&pair[1], &pair[0])
        });
        between.flat_map(|(source, edge, target)| occasions_of(graph, source, edge, target)).collect::<Vec<_>>()
    };
    chain.things.windows(2).flat_map(joins).collect()
}

fn labels<'g>(graph: &'g KnowledgeGraph, chain: &Chain) -> Vec<&'g Node> {
    chain.things.iter().filter_map(|id| graph.node(id)).collect()
}

fn as_text(graph: &KnowledgeGraph, chains: &[Chain], steps: Vec<Vec<Occasion<'_>>>, is_full: bool) -> String {
    let paper = Paper::of_output();
    let mut text = String::new();
    for (chain, occasions) in chains.iter().zip(steps) {
        let names: Vec<&str> = labels(graph, chain).iter().map(|node| node.label.as_str()).collect();
        let count = counted(chain.things.len() - 1, "step");
        let before = if text.is_empty() { "" } else { "\n" };
        text.push_str(&format!("{before}{}\n", paper.bold(&format!("{} ({count})", names.join(" - ")))));
        text.push_str(&Facts { graph, about: None, occasions }.table(is_full, paper).as_text(paper));
    }
    text
}

fn as_json(graph: &KnowledgeGraph, chains: &[Chain], steps: &[Vec<Occasion<'_>>]) -> Value {
    let chain = |(chain, occasions): (&Chain, &Vec<Occasion<'_>>)| {
        json!({
            "things": labels(graph, chain).into_iter().map(thing).collect::<Vec<_>>(),
            "steps": Facts { graph, about: None, occasions: occasions.clone() }.json(),
        })
    };
    json!({"question": "path", "answers": chains.iter().zip(steps).map(chain).collect::<Vec<_>>()})
}

/// What was looked for, and what else could be.
fn nothing(arguments: &PathArguments, one: &str, other: &str) -> String {
    let steps = counted(arguments.steps, "step");
    format!(
        "no chain of at most {steps} connects {one} and {other}; more may with --steps, --through country,place,part_of or \
         --status asserted,planned"
    )
}
