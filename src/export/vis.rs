//! Writes nodes and edges for vis-network (<https://visjs.github.io/vis-network/docs/network/>).
//!
//! `title` is the text that a pointer shows: the names of a node, the sentences of an edge. vis-network shows a string as
//! text, not as HTML. Groups are the types of nodes.

use std::io::Write;

use serde_json::{Value as Json, json};

use super::exported::{Exported, Joined};
use super::json_stream::{edge_attributes, node_attributes, object, write_list};
use super::look::{Looks, edge_color, node_color};
use crate::graph::Node;
use crate::relation::Status;

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let looks = Looks::of(export);
    out.write_all(b"{\"nodes\":")?;
    write_list(out, export.nodes().map(|node| Ok(node_entry(export, &looks, &*node?))))?;
    out.write_all(b",\"edges\":")?;
    write_list(out, export.edges().map(|joined| Ok(edge_entry(export, &joined?))))?;
    out.write_all(b"}\n")
}

fn node_entry(export: &Exported<'_>, looks: &Looks, node: &Node) -> Json {
    let mut entry = node_attributes(export, node);
    let place = looks.place(node);
    let names: Vec<&str> = std::iter::once(&node.label).chain(&node.aliases).map(String::as_str).collect();
    entry.extend(object([
        ("id", json!(node.id)),
        ("label", json!(node.label)),
        ("group", json!(node.entity_type)),
        ("value", json!(place.size)),
        ("color", json!(node_color(export, node))),
        ("title", json!(format!("{} ({})", names.join(", "), node.entity_type))),
        ("x", json!(place.x)),
        ("y", json!(place.y)),
    ]));
    Json::Object(entry)
}

fn edge_entry(export: &Exported<'_>, joined: &Joined<'_>) -> Json {
    let Joined { source, edge, target } = joined;
    let mut entry = edge_attributes(export, joined);
    let quotes = edge.evidence.iter().map(|evidence| format!("{}: {}", evidence.quote.document, evidence.quote.text));
    entry.extend(object([
        ("id", json!(joined.id())),
        ("from", json!(source.id)),
        ("to", json!(target.id)),
        ("label", json!(export.label(edge))),
        ("arrows", json!(if edge.is_directed { "to" } else { "" })),
        ("dashes", json!(edge.status == Status::Planned)),
        ("color", json!({ "color": edge_color(edge.status) })),
        ("title", json!(quotes.collect::<Vec<_>>().join("\n"))),
    ]));
    Json::Object(entry)
}
