//! `whomet central`: who is in the middle.

use serde_json::json;
use whomet::query::{Measure, SAMPLED_ABOVE, central};
use whomet::relation::Status;

use super::ask_args::CentralArguments;
use super::chosen::choose;
use super::opened::Opened;
use super::plain_table::{Form, PlainTable};
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::cli::report::Reporter;

pub(in crate::cli) fn run(arguments: &CentralArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.answer.common.quiet);
    let (what, data, outcome) = Opened::new(&arguments.inputs, &arguments.answer, &reporter)?.into_parts();
    let mut knowledge = what.with(&data);
    let graph = knowledge.whole()?;
    let chosen = choose(&graph, &arguments.selection, &[Status::Asserted], data.ontology())?;
    let by = match arguments.by.as_str() {
        "degree" => Measure::Degree,
        "betweenness" => Measure::Betweenness,
        _ => Measure::PageRank,
    };
    let all = central(&chosen.graph, by);
    let mut table = PlainTable::new(&[
        ("label", "Name"),
        ("type", "Type"),
        ("degree", "Joined to"),
        ("betweenness", "Betweenness"),
        ("pagerank", "PageRank"),
        ("id", "Id"),
    ]);
    // The types choose among the answers, not among what joins them.
    for found in all.iter().filter(|found| chosen.is_wanted(found.node.entity_type)).take(arguments.top) {
        table.add(vec![
            json!(found.node.label),
            json!(found.node.entity_type),
            json!(found.degree),
            json!(found.betweenness),
            json!(found.page_rank),
            json!(found.node.id),
        ]);
    }
    let mut after = Vec::new();
    if all.is_empty() {
        after.push("no facts found".to_owned());
    } else if all.len() > SAMPLED_ABOVE {
        after.push(format!("betweenness is estimated from {SAMPLED_ABOVE} of {} nodes", all.len()));
    }
    table.print(Form::of(arguments.answer.json, arguments.answer.csv), &after);
    Ok(outcome)
}
