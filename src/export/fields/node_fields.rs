//! The fields of nodes, apart from id and label.

use std::collections::BTreeMap;

use super::field::Field;
use super::value::{Kind, Value};
use crate::export::exported::Exported;
use crate::graph::{EventDetails, Node};

/// Reads a field of a node.
type Read = for<'g> fn(&Exported<'g>, &'g Node) -> Option<Value<'g>>;

const fn field(name: &'static str, kind: Kind, read: Read) -> Field<Read> {
    Field { name, kind, read }
}

/// The fields of nodes, in the order in which they are written.
pub(in crate::export) const NODE_FIELDS: &[Field<Read>] = &[
    field("type", Kind::Text, |_, node| Value::text(node.entity_type.as_str())),
    field("type_label", Kind::Text, |export, node| Value::text(export.type_label(&node.entity_type))),
    field("aliases", Kind::List, |_, node| Value::list(&node.aliases)),
    field("position", Kind::List, |_, node| Value::list(&node.attributes.positions)),
    field("iso3166", Kind::Text, |_, node| Value::text(node.attributes.iso3166.as_deref()?)),
    field("event_kind", Kind::Text, |_, node| Value::text(event(node)?.kind.as_str())),
    field("event_date", Kind::Text, |_, node| Value::text(event(node)?.date?.to_string())),
    field("event_place", Kind::Text, |export, node| Value::text(export.label_of(event(node)?.place.as_ref()?))),
    field("authority", Kind::List, |_, node| Value::list(node.attributes.authority.iter().map(record))),
    field("confidence", Kind::Score, |_, node| Some(Value::score(node.confidence))),
    field("mentions", Kind::Count, |_, node| Some(Value::Count(node.mentions.len()))),
    field("articles", Kind::Count, |export, node| {
        Some(Value::Count(export.count_articles(node.mentions.iter().map(|quote| &quote.document))))
    }),
];

fn event(node: &Node) -> Option<&EventDetails> {
    node.attributes.event.as_ref()
}

/// A record of an authority list: "id=Q1, name=Fiji".
fn record(fields: &BTreeMap<String, String>) -> String {
    fields.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join(", ")
}
