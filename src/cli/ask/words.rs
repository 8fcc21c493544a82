//! Relations as people say them.

use std::collections::BTreeSet;

use whomet::graph::KnowledgeGraph;
use whomet::ids::EntityId;
use whomet::query::Occasion;
use whomet::relation::Status;

/// Relations, as said of the first end and of the second.
const VERBS: [(&str, &str, &str); 15] = [
    ("met", "met", "met"),
    ("visited", "visited", "was visited by"),
    ("trained", "trained", "was trained by"),
    ("pledged", "pledged help to", "was pledged help by"),
    ("supports", "supports", "is supported by"),
    ("opposes", "opposes", "is opposed by"),
    ("cooperates_with", "cooperates with", "cooperates with"),
    ("agreed_with", "agreed with", "agreed with"),
    ("attended", "attended", "was attended by"),
    ("held_in", "was held in", "was the place of"),
    ("manages", "manages", "is managed by"),
    ("affiliated_with", "holds an office in", "has as an officeholder"),
    ("part_of", "is part of", "includes"),
    ("at_event_with", "was at an event with", "was at an event with"),
    ("mentioned_with", "is mentioned with", "is mentioned with"),
];

/// A relation as said of its first end or, if it is `turned`, of its second.
pub(super) fn verb(relation: &str, is_turned: bool) -> String {
    let known = VERBS.iter().find(|(name, ..)| *name == relation);
    match (known, is_turned) {
        (Some((_, active, _)), false) => (*active).to_owned(),
        (Some((_, _, passive)), true) => (*passive).to_owned(),
        (None, false) => relation.replace('_', " "),
        (None, true) => format!("{} (by)", relation.replace('_', " ")),
    }
}

/// What happened, as said of a thing at one of its ends: "was trained by (planned)", "met (says Rosa Quispe)".
pub(super) fn deed(graph: &KnowledgeGraph, occasion: &Occasion<'_>, is_turned: bool) -> String {
    let mut words = match (occasion.edge.relation.as_str(), occasion.attributes.get("position")) {
        ("affiliated_with", Some(position)) => {
            if is_turned {
                format!("has as {position}")
            } else {
                format!("is {position} of")
            }
        }
        (relation, _) => verb(relation, is_turned),
    };
    match occasion.edge.status {
        Status::Asserted => {}
        Status::Planned => words.push_str(" (planned)"),
        Status::Negated => words.push_str(" (denied)"),
    }
    if !occasion.speakers.is_empty() {
        words.push_str(&format!(" (says {})", names(graph, &occasion.speakers)));
    }
    words
}

/// The names of things, divided by "or".
pub(super) fn names(graph: &KnowledgeGraph, ids: &BTreeSet<&EntityId>) -> String {
    let name = |id: &&EntityId| graph.node(id).map_or_else(|| id.to_string(), |node| node.label.clone());
    ids.iter().map(name).collect::<Vec<_>>().join(" or ")
}

/// What is said besides: topic, object, amount, trainees.
pub(super) fn details(occasion: &Occasion<'_>) -> String {
    let known = ["topic", "object", "amount", "trainees", "duration", "event"];
    known.iter().filter_map(|key| occasion.attributes.get(key).copied()).collect::<Vec<_>>().join("; ")
}

/// How sources differ about an edge; empty if they agree.
pub(super) fn differences(graph: &KnowledgeGraph, occasion: &Occasion<'_>) -> String {
    let conflicts = &occasion.edge.conflicts;
    let mut said = Vec::new();
    if !conflicts.dates.is_empty() {
        said.push(super::dates::any_of(&conflicts.dates));
    }
    if !conflicts.places.is_empty() {
        said.push(names(graph, &conflicts.places.iter().collect()));
    }
    for status in &conflicts.statuses {
        said.push(match status {
            Status::Asserted => "others state it".to_owned(),
            Status::Planned => "others say it is planned".to_owned(),
            Status::Negated => "others deny it".to_owned(),
        });
    }
    said.join("; ")
}
