//! `whomet met`: who met whom.

use std::collections::BTreeSet;

use whomet::graph::{KnowledgeGraph, Node, Part};
use whomet::ids::EntityId;
use whomet::ontology::{EntityType, RelationType};
use whomet::query::{Knowledge, Match, Occasion, meetings_where};
use whomet::relation::Status;

use super::ask_args::MetArguments;
use super::chosen::choose;
use super::facts::Facts;
use super::naming::{find, settle, title_of};
use super::opened::{Opened, names_and_inputs};
use crate::cli::data::NameData;
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, counted};

/// Who the question is about.
enum Whom {
    /// One thing.
    One(Match),
    /// Whether two have met.
    Pair(Match, Match),
    /// Any of a country, its people and its bodies.
    Country(Match, BTreeSet<EntityId>),
    /// Anybody.
    Anybody,
}

pub(in crate::cli) fn run(arguments: &MetArguments) -> Result<Outcome, CliError> {
    let facts = &arguments.facts;
    let reporter = Reporter::new(facts.answer.common.quiet);
    let (names, inputs) = names_and_inputs(&arguments.words, 2);
    let (what, data, outcome) = Opened::new(&inputs, &facts.answer, &reporter)?.into_parts();
    let mut knowledge = what.with(&data);
    let whom = whom(&mut knowledge, &names, arguments.country.as_deref(), &data, &reporter)?;
    // Offices say who somebody is, so they are loaded with the meetings.
    let mut part = Part::of_relations([RelationType::MET, RelationType::AFFILIATED_WITH]);
    let graph = match &whom {
        Whom::One(found) => knowledge.about(std::slice::from_ref(&found.id), &part)?,
        Whom::Pair(one, other) => {
            part.is_between = true;
            knowledge.about(&[one.id.clone(), other.id.clone()], &part)?
        }
        Whom::Country(..) | Whom::Anybody => knowledge.whole()?,
    };
    let chosen = choose(&graph, &facts.selection, &[], data.ontology())?;
    let is_of_type = |node: &Node| chosen.is_wanted(node.entity_type);
    let mut occasions = meetings_where(&chosen.graph, |one, other| match &whom {
        Whom::One(found) => (one.id == found.id && is_of_type(other)) || (other.id == found.id && is_of_type(one)),
        Whom::Pair(a, b) => [(&a.id, &b.id), (&b.id, &a.id)].contains(&(&one.id, &other.id)),
        Whom::Country(_, members) => {
            (members.contains(&one.id) && is_of_type(other)) || (members.contains(&other.id) && is_of_type(one))
        }
        Whom::Anybody => is_of_type(one) || is_of_type(other),
    });
    let hidden = if facts.selection.status.is_empty() { leave_facts(&mut occasions) } else { Vec::new() };
    let about = if let Whom::One(found) = &whom { Some(found.id.clone()) } else { None };
    let answer = Facts { graph: &graph, about, occasions };
    let mut after = hidden;
    if answer.occasions.is_empty() {
        after.insert(0, empty(&whom));
    }
    answer.answer("met", &things(&whom), &heading(&graph, &whom), &after, facts, &data)?;
    Ok(outcome)
}

fn whom(
    knowledge: &mut Knowledge<'_>,
    names: &[&str],
    country: Option<&str>,
    data: &NameData,
    reporter: &Reporter,
) -> Result<Whom, CliError> {
    let met = Some(RelationType::MET);
    let thing = |name: &str| find(knowledge, name, met, data.lexicon(), reporter);
    match (names, country) {
        ([one], None) => Ok(Whom::One(thing(one)?)),
        ([one, other], _) => Ok(Whom::Pair(thing(one)?, thing(other)?)),
        ([], None) => Ok(Whom::Anybody),
        (_, Some(name)) => {
            let matches = knowledge.find(name, None)?;
            let countries = matches.into_iter().filter(|found| found.entity_type == EntityType::COUNTRY).collect();
            let country = settle(knowledge, name, countries, data.lexicon(), reporter)?;
            let members = members_of(&*knowledge.whole()?, &country.id);
            Ok(Whom::Country(country, members))
        }
        (_, None) => unreachable!("at most two words are names"),
    }
}

/// A country, the people who hold an office in it or in its bodies, and these bodies.
fn members_of(graph: &KnowledgeGraph, country: &EntityId) -> BTreeSet<EntityId> {
    let mut members = BTreeSet::from([country.clone()]);
    loop {
        let joins =
            |relation: RelationType| relation == RelationType::PART_OF || relation == RelationType::AFFILIATED_WITH;
        let facts = graph.edges().filter(|(_, edge, _)| edge.status == Status::Asserted && joins(edge.relation));
        let more: Vec<EntityId> = facts
            .filter(|(source, _, target)| members.contains(&target.id) && !members.contains(&source.id))
            .map(|(source, _, _)| source.id.clone())
            .collect();
        if more.is_empty() {
            return members;
        }
        members.extend(more);
    }
}

/// Leaves the facts, and says how many plans and denials are left out.
fn leave_facts(occasions: &mut Vec<Occasion<'_>>) -> Vec<String> {
    let count = |status: Status| occasions.iter().filter(|occasion| occasion.edge.status == status).count();
    let (planned, denied) = (count(Status::Planned), count(Status::Negated));
    occasions.retain(|occasion| occasion.edge.status == Status::Asserted);
    let mut hidden = Vec::new();
    if planned > 0 {
        hidden.push(format!("{}; see --status planned", counted(planned, "planned meeting")));
    }
    if denied > 0 {
        hidden.push(format!("{}; see --status negated", counted(denied, "denied meeting")));
    }
    hidden
}

/// The things that the question is about.
fn things(whom: &Whom) -> Vec<&Match> {
    match whom {
        Whom::One(found) | Whom::Country(found, _) => vec![found],
        Whom::Pair(one, other) => vec![one, other],
        Whom::Anybody => Vec::new(),
    }
}

/// The line above the answer.
fn heading(graph: &KnowledgeGraph, whom: &Whom) -> String {
    match whom {
        Whom::One(found) => title_of(graph, found),
        Whom::Pair(one, other) => format!("{} and {}", one.label, other.label),
        Whom::Country(found, members) => {
            let others = if members.len() == 2 { "1 person or body" } else { "people and bodies" };
            let count = if members.len() == 2 { String::new() } else { format!("{} ", members.len() - 1) };
            format!("{} and its {count}{others}", found.label)
        }
        Whom::Anybody => String::new(),
    }
}

/// What was looked for, and what else there may be.
fn empty(whom: &Whom) -> String {
    match whom {
        Whom::One(found) => format!("no meeting found; `whomet show {}` shows what else is known", found.id),
        Whom::Pair(one, other) => {
            let (one, other) = (&one.id, &other.id);
            format!("no meeting of the two found; `whomet path {one} {other}` shows how they are connected")
        }
        Whom::Country(..) | Whom::Anybody => "no meeting found".to_owned(),
    }
}
