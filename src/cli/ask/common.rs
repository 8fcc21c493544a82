//! `whomet common`: what two things share.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use whomet::graph::{KnowledgeGraph, Part};
use whomet::ids::EntityId;
use whomet::ontology::EntityType;
use whomet::query::{Match, Occasion, in_common, occasions_of};
use whomet::relation::Status;

use super::ask_args::CommonQuestionArguments;
use super::chosen::choose;
use super::facts::{Facts, matched, thing};
use super::naming::find;
use super::opened::Opened;
use super::table::{Paper, Table};
use super::words::verb;
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, print};

/// The kinds of things that two can share, in the order in which they are told.
const KINDS: [(&str, &[EntityType]); 4] = [
    ("Shared contacts", &[EntityType::PERSON]),
    ("Shared events and programmes", &[EntityType::EVENT, EntityType::PROGRAMME]),
    ("Shared bodies", &[EntityType::AGENCY, EntityType::GROUP, EntityType::ORGANIZATION]),
    ("Shared countries and places", &[EntityType::COUNTRY, EntityType::PLACE]),
];

pub(in crate::cli) fn run(arguments: &CommonQuestionArguments) -> Result<Outcome, CliError> {
    let facts = &arguments.facts;
    let reporter = Reporter::new(facts.answer.common.quiet);
    let (what, data, outcome) = Opened::new(&arguments.inputs, &facts.answer, &reporter)?.into_parts();
    let mut knowledge = what.with(&data);
    let asked = [
        find(&knowledge, &arguments.one, None, data.lexicon(), &reporter)?,
        find(&knowledge, &arguments.other, None, data.lexicon(), &reporter)?,
    ];
    let [one, other] = [&asked[0].id, &asked[1].id];
    if one == other {
        return Err(CliError::OneThing { name: one.to_string() });
    }
    let all = BTreeSet::from([Status::Asserted, Status::Planned, Status::Negated]);
    let shared: Vec<EntityId> = in_common(&knowledge, one, other, &all)?.into_iter().map(|shared| shared.id).collect();
    let things: Vec<EntityId> = [one, other].into_iter().chain(&shared).cloned().collect();
    let graph = knowledge.about(&things, &Part::between())?;
    let chosen = choose(&graph, &facts.selection, &[Status::Asserted], data.ontology())?;
    let of = |end: &EntityId, id: &EntityId| joining(&chosen.graph, end, id);
    let told: Vec<Both<'_>> = shared
        .iter()
        .filter(|id| graph.node(id).is_some_and(|node| chosen.is_wanted(node.entity_type)))
        .map(|id| Both { id: id.clone(), to_one: of(one, id), to_other: of(other, id) })
        .filter(|both| !both.to_one.is_empty() && !both.to_other.is_empty())
        .collect();
    let occasions = told.iter().flat_map(|both| both.to_one.iter().chain(&both.to_other)).cloned().collect();
    let answer = Facts { graph: &graph, about: None, occasions };
    if answer.write_graph(facts, &data)? {
        return Ok(outcome);
    }
    if facts.answer.json {
        print(&format!("{:#}\n", as_json(&graph, &asked, &told)));
    } else if facts.answer.csv {
        print(&answer.csv());
    } else {
        print(&as_text(&graph, &asked, &told));
    }
    Ok(outcome)
}

/// A shared thing, with what joins either to it.
struct Both<'g> {
    id: EntityId,
    to_one: Vec<Occasion<'g>>,
    to_other: Vec<Occasion<'g>>,
}

/// What joins two things.
fn joining<'g>(graph: &'g KnowledgeGraph, end: &EntityId, id: &EntityId) -> Vec<Occasion<'g>> {
    let edges = graph
        .edges()
        .filter(|(source, _, target)| (&source.id, &target.id) == (end, id) || (&source.id, &target.id) == (id, end));
    edges.flat_map(|(source, edge, target)| occasions_of(graph, source, edge, target)).collect()
}

fn as_text(graph: &KnowledgeGraph, [one, other]: &[Match; 2], told: &[Both<'_>]) -> String {
    let paper = Paper::of_output();
    let label = |id: &EntityId| graph.node(id).map_or_else(|| id.to_string(), |node| node.label.clone());
    let mut text = format!("{}\n", paper.bold(&format!("{} and {}", one.label, other.label)));
    for (title, types) in KINDS {
        let is_kind = |both: &&Both<'_>| graph.node(&both.id).is_some_and(|node| types.contains(&node.entity_type));
        let mut table = Table::new(&[title, &one.label, &other.label]);
        for both in told.iter().filter(is_kind) {
            table.add(vec![label(&both.id), deeds(&one.id, &both.to_one), deeds(&other.id, &both.to_other)]);
        }
        if !table.is_empty() {
            text.push_str(&format!("\n{}", table.as_text(paper)));
        }
    }
    if told.is_empty() {
        text.push_str("nothing in common found\n");
    }
    text
}

/// What joins a thing to the shared one, each relation once.
fn deeds(end: &EntityId, occasions: &[Occasion<'_>]) -> String {
    let deed = |occasion: &Occasion<'_>| verb(occasion.edge.relation.as_str(), occasion.target.id == *end);
    let deeds: BTreeSet<String> = occasions.iter().map(deed).collect();
    deeds.into_iter().collect::<Vec<_>>().join("; ")
}

fn as_json(graph: &KnowledgeGraph, asked: &[Match; 2], told: &[Both<'_>]) -> Value {
    let node = |id: &EntityId| graph.node(id).map_or_else(|| json!({"id": id}), thing);
    let facts = |occasions: &[Occasion<'_>]| Facts { graph, about: None, occasions: occasions.to_vec() }.json();
    let both =
        |both: &Both<'_>| json!({"shared": node(&both.id), "facts": [facts(&both.to_one), facts(&both.to_other)]});
    json!({
        "question": "common",
        "things": asked.iter().map(matched).collect::<Vec<_>>(),
        "answers": told.iter().map(both).collect::<Vec<_>>(),
    })
}
