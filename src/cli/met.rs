//! `whomet met`: lists the meetings of a person or organization.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use whomet::graph::{Evidence, KnowledgeGraph, Node};
use whomet::ids::DocumentId;
use whomet::project::is_project;
use whomet::query::{Found, Meeting, find_node, meetings_of};
use whomet::relation::Status;

use super::args::MetArguments;
use super::build::build_from;
use super::data::Data;
use super::error::CliError;
use super::outcome::Outcome;
use super::project::graph_of as graph_of_project;
use super::report::{Reporter, print};
use super::rules::note_unchecked;
use super::source::read_graph;

/// The graph that answers if the user names none.
const DEFAULT_GRAPH: &str = "graph.json";

pub(super) fn run(arguments: &MetArguments) -> Result<Outcome, CliError> {
    let data = Data::read(&arguments.data)?;
    let (graph, outcome) = graph_of(arguments, &data)?;
    let nodes = match find_node(&graph, &arguments.name) {
        Found::Nodes(nodes) => nodes,
        Found::Near(near) => {
            let hint = if near.is_empty() { String::new() } else { format!("; similar names: {}", near.join(", ")) };
            return Err(CliError::UnknownName { name: arguments.name.clone(), hint });
        }
    };
    let answers: Vec<(&Node, Vec<Meeting<'_>>)> =
        nodes.into_iter().map(|node| (node, meetings_of(&graph, &node.id))).collect();
    let text = if arguments.json { as_json(&answers) } else { as_text(&graph, &answers) };
    print(&text);
    Ok(outcome)
}

fn graph_of(arguments: &MetArguments, data: &Data) -> Result<(KnowledgeGraph, Outcome), CliError> {
    let reporter = Reporter::new(arguments.common.quiet);
    if !arguments.inputs.is_empty() {
        note_unchecked(&arguments.data.rules, &reporter);
        let (graph, problems) =
            build_from(&arguments.inputs, arguments.reading.options(), data, &arguments.common, &reporter)?;
        return Ok((graph, Outcome::of(problems)));
    }
    match &arguments.graph {
        Some(path) if is_project(path) => Ok((graph_of_project(path, &reporter)?.0, Outcome::Done)),
        Some(path) => Ok((read_graph(path, data.ontology())?, Outcome::Done)),
        None if Path::new(DEFAULT_GRAPH).exists() => {
            Ok((read_graph(Path::new(DEFAULT_GRAPH), data.ontology())?, Outcome::Done))
        }
        None => Err(CliError::NoGraph),
    }
}

/// The answer as text.
fn as_text(graph: &KnowledgeGraph, answers: &[(&Node, Vec<Meeting<'_>>)]) -> String {
    let mut text = String::new();
    for (node, meetings) in answers {
        let _ = writeln!(text, "{} ({})", node.label, node.entity_type);
        if meetings.is_empty() {
            let _ = writeln!(text, "  no meeting found");
        }
        for meeting in meetings {
            let _ = writeln!(text, "  {} {}{}", verb(meeting.edge.status), meeting.with.label, when_and_where(meeting));
            text.push_str(&differences(graph, meeting));
            for evidence in &meeting.edge.evidence {
                text.push_str(&quote(graph, evidence));
            }
        }
    }
    text
}

fn verb(status: Status) -> &'static str {
    match status {
        Status::Asserted => "met",
        Status::Planned => "is to meet",
        Status::Negated => "did not meet",
    }
}

fn when_and_where(meeting: &Meeting<'_>) -> String {
    let date = meeting.edge.date.map(|date| format!(", {date}")).unwrap_or_default();
    let place = meeting.place.map(|place| format!(", {}", place.label)).unwrap_or_default();
    format!("{date}{place}")
}

/// A line that says how the sources differ; empty if they agree.
fn differences(graph: &KnowledgeGraph, meeting: &Meeting<'_>) -> String {
    let conflicts = &meeting.edge.conflicts;
    let label = |id| graph.node(id).map_or_else(|| id.to_string(), |node| node.label.clone());
    let dates: Vec<String> = conflicts.dates.iter().map(ToString::to_string).collect();
    let places: Vec<String> = conflicts.places.iter().map(label).collect();
    let statuses: Vec<String> = conflicts.statuses.iter().map(|status| verb(*status).to_owned()).collect();
    let said = [("date", dates), ("place", places), ("also said", statuses)];
    let said = said.into_iter().filter(|(_, values)| !values.is_empty());
    let said: Vec<String> = said.map(|(what, values)| format!("{what}: {}", values.join(" or "))).collect();
    if said.is_empty() { String::new() } else { format!("      sources differ in {}\n", said.join("; ")) }
}

fn quote(graph: &KnowledgeGraph, evidence: &Evidence) -> String {
    let words: Vec<&str> = evidence.quote.text.split_whitespace().collect();
    let id = &evidence.quote.document;
    let dated = graph.document(id).and_then(|document| document.date);
    let dated = dated.map(|date| format!(", article of {date}")).unwrap_or_default();
    let copies: Vec<&str> = evidence.also_in.iter().map(DocumentId::as_str).collect();
    let also = if copies.is_empty() { String::new() } else { format!("      also in: {}\n", copies.join(", ")) };
    format!("      \"{}\"\n      [{id}{dated}; rule {}]\n{also}", words.join(" "), evidence.rule)
}

/// The answer as JSON: one object for each node that matches the name.
fn as_json(answers: &[(&Node, Vec<Meeting<'_>>)]) -> String {
    let meeting = |meeting: &Meeting<'_>| {
        json!({
            "with": meeting.with.id,
            "label": meeting.with.label,
            "status": meeting.edge.status,
            "date": meeting.edge.date,
            "place": meeting.place.map(|place| &place.label),
            "conflicts": meeting.edge.conflicts,
            "evidence": meeting.edge.evidence.iter().map(|evidence| json!({
                "document": evidence.quote.document,
                "start": evidence.quote.span.start(),
                "end": evidence.quote.span.end(),
                "text": evidence.quote.text,
                "rule": evidence.rule,
                "date": evidence.date,
                "place": evidence.place,
                "also_in": evidence.also_in,
            })).collect::<Vec<Value>>(),
        })
    };
    let answer: Vec<Value> = answers
        .iter()
        .map(|(node, meetings)| {
            json!({
                "id": node.id, "label": node.label, "type": node.entity_type,
                "met": meetings.iter().map(meeting).collect::<Vec<Value>>(),
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(answer))
}
