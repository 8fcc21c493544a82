//! `whomet show`: everything about one thing.

use serde_json::{Value, json};
use whomet::graph::{DocumentInfo, KnowledgeGraph, Part};
use whomet::query::{Occasion, Office, Profile, profile};

use super::ask_args::{FactArguments, ShowArguments};
use super::chosen::choose;
use super::dates::in_words;
use super::evidence::{notes, wrapped};
use super::facts::{Facts, thing};
use super::naming::{find, title};
use super::opened::Opened;
use super::table::{Paper, Table};
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, counted, print};

/// At most this many sources are named.
const MAX_SOURCES: usize = 12;

pub(in crate::cli) fn run(arguments: &ShowArguments) -> Result<Outcome, CliError> {
    let facts = &arguments.facts;
    let reporter = Reporter::new(facts.answer.common.quiet);
    let (what, data, outcome) = Opened::new(&arguments.inputs, &facts.answer, &reporter)?.into_parts();
    let mut knowledge = what.with(&data);
    let id = find(&knowledge, &arguments.name, None, data.lexicon(), &reporter)?.id;
    let graph = knowledge.about(std::slice::from_ref(&id), &Part::everything())?;
    let chosen = choose(&graph, &facts.selection, &[], data.ontology())?;
    // What the filters leave out altogether is still called something.
    let whole = profile(&graph, &id).expect("it was found in this graph");
    let mut found = profile(&chosen.graph, &id).unwrap_or(Profile::empty(whole.node));
    for (_, occasions) in &mut found.sections {
        occasions.retain(|occasion| chosen.is_wanted(occasion.other(&id).entity_type));
    }
    found.sections.retain(|(_, occasions)| !occasions.is_empty());
    let occasions: Vec<Occasion<'_>> = found.occasions().cloned().collect();
    let answer = Facts { graph: &graph, about: Some(id), occasions };
    if answer.write_graph(facts, &data)? {
        return Ok(outcome);
    }
    if facts.answer.json {
        print(&format!("{:#}\n", as_json(&found, &answer)));
    } else if facts.answer.csv {
        print(&answer.csv());
    } else {
        print(&as_text(&graph, &found, facts, Paper::of_output()));
    }
    Ok(outcome)
}

fn as_text(graph: &KnowledgeGraph, found: &Profile<'_>, facts: &FactArguments, paper: Paper) -> String {
    let node = found.node;
    let mut text = format!("{}\n{}\n", paper.bold(&title(graph, node)), paper.gray(node.id.as_str()));
    let names: Vec<&str> = node.aliases.iter().map(String::as_str).collect();
    if !names.is_empty() {
        add(&mut text, &[format!("also called: {}", names.join("; "))], paper);
    }
    if let Some(event) = &node.attributes.event {
        let date = event.date.map(in_words);
        let place = event.place.as_ref().map(|id| graph.node(id).map_or(id.to_string(), |place| place.label.clone()));
        let told: Vec<String> = date.into_iter().chain(place).collect();
        add(&mut text, &[format!("{}: {}", event.kind, told.join(", "))], paper);
    }
    if !found.offices.is_empty() {
        text.push_str(&format!(
            "\n{}\n{}",
            paper.bold("Offices"),
            offices(graph, &found.offices, facts.evidence, paper)
        ));
    }
    for (section, occasions) in &found.sections {
        let about = Facts { graph, about: Some(node.id.clone()), occasions: occasions.clone() };
        text.push_str(&format!(
            "\n{}\n{}",
            paper.bold(section.title()),
            about.table(facts.evidence, paper).as_text(paper)
        ));
    }
    if found.offices.is_empty() && found.sections.is_empty() {
        text.push_str("\nno relation found\n");
    }
    let sources: Vec<String> = found.documents.iter().take(MAX_SOURCES).map(|info| source(info)).collect();
    let more = found.documents.len().saturating_sub(MAX_SOURCES);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    text.push_str(&format!(
        "\n{}\n",
        paper.bold(&format!("Mentioned in {}", counted(found.documents.len(), "article")))
    ));
    add(&mut text, &[format!("{}{more}", sources.join("; "))], paper);
    text
}

fn add(text: &mut String, lines: &[String], paper: Paper) {
    for line in lines.iter().flat_map(|line| wrapped(line, paper)) {
        text.push_str(line.strip_prefix("    ").unwrap_or(&line));
        text.push('\n');
    }
}

fn source(info: &DocumentInfo) -> String {
    info.date.map_or_else(|| info.id.to_string(), |date| format!("{} ({})", info.id, in_words(date)))
}

/// The offices as a table; those that are over say so.
fn offices(graph: &KnowledgeGraph, offices: &[Office<'_>], is_full: bool, paper: Paper) -> String {
    let mut table = Table::new(&["When", "Office", "Where", ""]);
    for office in offices {
        let when = super::dates::any_of(&office.occasion.dates);
        let position = office.position.clone().unwrap_or_else(|| "office".to_owned());
        let state = if office.is_over { "over" } else { "" };
        let notes = notes(graph, &office.occasion, is_full, paper);
        table.add_with_notes(vec![when, position, office.body.label.clone(), state.to_owned()], notes);
    }
    table.as_text(paper)
}

fn as_json(found: &Profile<'_>, answer: &Facts<'_>) -> Value {
    let office = |office: &Office<'_>| {
        json!({
            "position": office.position, "body": thing(office.body), "over": office.is_over,
            "dates": office.occasion.dates, "evidence": office.occasion.evidence,
        })
    };
    json!({
        "question": "show",
        "things": [thing(found.node)],
        "aliases": found.node.aliases,
        "attributes": found.node.attributes,
        "offices": found.offices.iter().map(office).collect::<Vec<_>>(),
        "documents": found.documents,
        "answers": answer.json(),
    })
}
