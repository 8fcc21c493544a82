//! The fields of edges, apart from id, ends and label.

use std::collections::BTreeSet;

use super::field::Field;
use super::value::{Kind, Value};
use crate::export::exported::{Exported, Joined, documents_of};
use crate::graph::Edge;
use crate::relation::Status;

/// Reads a field of an edge.
type Read = for<'g> fn(&Exported<'g>, &'g Joined<'g>) -> Option<Value<'g>>;

const fn field(name: &'static str, kind: Kind, read: Read) -> Field<Read> {
    Field { name, kind, read }
}

/// The fields of edges, in the order in which they are written.
pub(in crate::export) const EDGE_FIELDS: &[Field<Read>] = &[
    field("relation", Kind::Text, |_, joined| Value::text(joined.edge.relation.to_string())),
    field("status", Kind::Text, |_, joined| Value::text(joined.edge.status.as_str())),
    field("directed", Kind::Flag, |_, joined| Some(Value::Flag(joined.edge.is_directed))),
    field("date", Kind::Text, |_, joined| Value::text(joined.edge.date?.to_string())),
    field("start", Kind::Day, |_, joined| dates(&joined.edge).map(|date| date.first_day()).min().map(Value::Day)),
    field("end", Kind::Day, |_, joined| dates(&joined.edge).map(|date| date.last_day()).max().map(Value::Day)),
    field("place", Kind::Text, |export, joined| Value::text(export.label_of(joined.edge.place.as_ref()?))),
    field("place_id", Kind::Text, |_, joined| Value::text(joined.edge.place.as_ref()?.as_str())),
    field("confidence", Kind::Score, |_, joined| Some(Value::score(joined.edge.confidence))),
    field("evidence", Kind::Count, |_, joined| Some(Value::Count(joined.edge.evidence.len()))),
    field("articles", Kind::Count, |export, joined| {
        Some(Value::Count(export.count_articles(documents_of(&joined.edge).into_iter())))
    }),
    field("position", Kind::Text, |_, joined| attribute(&joined.edge, "position")),
    field("topic", Kind::Text, |_, joined| attribute(&joined.edge, "topic")),
    field("object", Kind::Text, |_, joined| attribute(&joined.edge, "object")),
    field("amount", Kind::Text, |_, joined| attribute(&joined.edge, "amount")),
    field("trainees", Kind::Text, |_, joined| attribute(&joined.edge, "trainees")),
    field("duration", Kind::Text, |_, joined| attribute(&joined.edge, "duration")),
    field("mode", Kind::Text, |_, joined| attribute(&joined.edge, "mode")),
    field("plover", Kind::Text, |_, joined| attribute(&joined.edge, "plover")),
    field("event", Kind::Text, |_, joined| attribute(&joined.edge, "event")),
    field("conflicts", Kind::List, |export, joined| Value::list(conflicts(export, &joined.edge))),
    field("documents", Kind::List, |_, joined| {
        Value::list(documents_of(&joined.edge).into_iter().map(|document| document.as_str()))
    }),
    field("urls", Kind::List, |export, joined| {
        let documents = documents_of(&joined.edge).into_iter();
        Value::list(documents.filter_map(|document| export.graph.document(document)?.url.as_deref()))
    }),
    field("rules", Kind::List, |_, joined| {
        let rules: BTreeSet<&str> = joined.edge.evidence.iter().map(|evidence| evidence.rule.as_str()).collect();
        Value::list(rules)
    }),
    field("speakers", Kind::List, |export, joined| {
        let speakers = joined.edge.evidence.iter().filter_map(|evidence| evidence.speaker.as_ref());
        let speakers: BTreeSet<&str> = speakers.map(|speaker| export.label_of(speaker)).collect();
        Value::list(speakers)
    }),
    field("sentences", Kind::List, |_, joined| {
        Value::list(joined.edge.evidence.iter().map(|evidence| evidence.quote.text.as_str()))
    }),
];

fn dates(edge: &Edge) -> impl Iterator<Item = crate::date::PartialDate> {
    edge.evidence.iter().filter_map(|evidence| evidence.date).chain(edge.date)
}

fn attribute<'g>(edge: &'g Edge, key: &str) -> Option<Value<'g>> {
    Value::text(edge.attributes.get(key)?.as_str())
}

/// "date: 2024-03-18", "place: Lima", "status: negated": all that the documents say otherwise.
fn conflicts(export: &Exported<'_>, edge: &Edge) -> Vec<String> {
    let dates = edge.conflicts.dates.iter().map(|date| format!("date: {date}"));
    let label = |id| export.graph.node(id).map_or_else(|| id.to_string(), |node| node.label.clone());
    let places = edge.conflicts.places.iter().map(|place| format!("place: {}", label(place)));
    let statuses = edge.conflicts.statuses.iter().map(|status: &Status| format!("status: {}", status.as_str()));
    dates.chain(places).chain(statuses).collect()
}
