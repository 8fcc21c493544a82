//! The words of a picture: labels, notes, captions.

use crate::graph::{Edge, Evidence, KnowledgeGraph, Node};
use crate::ids::DocumentId;
use crate::ontology::Ontology;
use crate::relation::Status;

use super::content::{Content, Relation, Thing};

/// Sentences of one relation that a note quotes.
const MOST_QUOTED: usize = 3;
/// Names that a note lists.
const MOST_LISTED: usize = 30;

/// What an edge is called: the office for one, otherwise the label of its relation, with its date.
pub(crate) fn edge_label(edge: &Edge, ontology: &Ontology) -> String {
    let class = ontology.relation(edge.relation.as_str());
    let relation = class.map_or(edge.relation.as_str(), |class| class.label.as_str());
    let name = edge.attributes.get("position").map_or(relation, String::as_str);
    let plan = if edge.status == Status::Planned { "plan: " } else { "" };
    let date = edge.date.map(|date| format!(" {date}")).unwrap_or_default();
    format!("{plan}{name}{date}")
}

/// Whether an edge is an office that its holder has left.
pub(crate) fn is_over(edge: &Edge) -> bool {
    edge.attributes.get("position").is_some_and(|positions| positions.split("; ").all(crate::graph::is_over))
}

/// The name in a box.
pub(super) fn thing_label(thing: &Thing) -> String {
    match thing {
        Thing::One(node) => node.label.clone(),
        Thing::Several(entity_type, nodes) => format!("{} × {entity_type}", nodes.len()),
    }
}

/// What is known about the thing in a box.
pub(super) fn thing_note(thing: &Thing) -> String {
    match thing {
        Thing::One(node) => node_note(node),
        Thing::Several(_, nodes) => {
            let names: Vec<&str> = nodes.iter().take(MOST_LISTED).map(|node| node.label.as_str()).collect();
            let more = nodes.len().saturating_sub(MOST_LISTED);
            let more = if more > 0 { format!("\nand {more} more") } else { String::new() };
            format!("{}{more}", names.join("\n"))
        }
    }
}

fn node_note(node: &Node) -> String {
    let mut note = format!("{} ({})", node.label, node.entity_type);
    for (name, values) in [("", &node.attributes.positions), ("also: ", &node.aliases)] {
        if !values.is_empty() {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            note = format!("{note}\n{name}{}", values.join(", "));
        }
    }
    note
}

/// The sentences behind a line.
pub(super) fn line_note(relations: &[Relation], ontology: &Ontology) -> String {
    let notes = relations.iter().map(|(source, edge, target)| {
        let denied = if edge.status == Status::Negated { "not: " } else { "" };
        let head = format!("{} - {denied}{} - {}", source.label, edge_label(edge, ontology), target.label);
        let quotes = edge.evidence.iter().take(MOST_QUOTED).map(quoted);
        let more = edge.evidence.len().saturating_sub(MOST_QUOTED);
        let more = (more > 0).then(|| format!("and {more} more"));
        [head].into_iter().chain(quotes).chain(more).collect::<Vec<_>>().join("\n")
    });
    notes.collect::<Vec<_>>().join("\n\n")
}

/// The sentence and the documents that contain it.
fn quoted(evidence: &Evidence) -> String {
    let mut documents = vec![evidence.quote.document.as_str()];
    documents.extend(evidence.also_in.iter().map(DocumentId::as_str));
    format!("“{}” [{}]", evidence.quote.text, documents.join(", "))
}

/// What the whole picture shows, in one line.
pub(super) fn title(graph: &KnowledgeGraph, content: &Content) -> String {
    let dates: Vec<_> = graph.documents.iter().filter_map(|document| document.date).collect();
    let from = dates.iter().min_by_key(|date| date.to_string());
    let to = dates.iter().max_by_key(|date| date.to_string());
    let days = match (from, to) {
        (Some(from), Some(to)) if from == to => format!(" of {from}"),
        (Some(from), Some(to)) => format!(" of {from} to {to}"),
        _ => String::new(),
    };
    let documents = counted(graph.documents.len(), "document", "documents");
    let things = counted(content.related, "thing", "things");
    let relations = counted(content.relations, "relation", "relations");
    format!("{documents}{days}: {things} and {relations} between them")
}

/// What the picture leaves out and how to see it; nothing if it shows everything.
pub(super) fn left_out(content: &Content) -> Vec<String> {
    let mut lines = Vec::new();
    let (things, relations) = (content.shown_things(), content.shown_relations());
    if things < content.related || relations < content.relations {
        lines.push(format!(
            "Shown: the {} of {} things with most relations, and {} of {} relations. To see all: whomet view, or --all.",
            number(things),
            number(content.related),
            number(relations),
            number(content.relations)
        ));
    }
    if content.things.iter().any(|thing| matches!(thing, Thing::Several(..))) {
        lines.push("“3 × person” stands for things whose only relation is this one.".to_owned());
    }
    match content.unrelated {
        0 => {}
        1 => lines.push("1 thing without relations is not drawn.".to_owned()),
        count => lines.push(format!("{} things without relations are not drawn.", number(count))),
    }
    lines
}

fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {many}", number(count)) }
}

/// A number with commas between thousands.
pub(crate) fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([7, 1316, 1_000_000].map(number), ["7", "1,316", "1,000,000"]);
    }
}
