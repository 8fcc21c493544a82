//! Writes elements JSON for Cytoscape.js and, as a `.cyjs` file, for Cytoscape
//! (<https://js.cytoscape.org/#notation/elements-json>).
//!
//! Ids are strings, classes are the type of a node, and relation and status of an edge.

use std::io::Write;

use serde_json::{Value as Json, json};

use super::exported::{Exported, Joined};
use super::json_stream::{edge_attributes, node_attributes, write_list};
use super::look::{Looks, edge_color, node_color};
use crate::graph::Node;

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let looks = Looks::of(export);
    let head = json!({
        "name": export.graph.ontology, "shared_name": export.graph.ontology,
        "generator": concat!("whomet ", env!("CARGO_PKG_VERSION")),
    });
    write!(
        out,
        "{{\"format_version\":\"1.0\",\"target_cytoscapejs_version\":\"~3.0\",\"data\":{head},\"elements\":{{"
    )?;
    out.write_all(b"\"nodes\":")?;
    write_list(out, export.nodes().map(|node| Ok(node_element(export, &looks, &*node?))))?;
    out.write_all(b",\"edges\":")?;
    write_list(out, export.edges().map(|joined| Ok(edge_element(export, &joined?))))?;
    out.write_all(b"}}\n")
}

fn node_element(export: &Exported<'_>, looks: &Looks, node: &Node) -> Json {
    let mut data = node_attributes(export, node);
    let place = looks.place(node);
    let named = [("id", json!(node.id)), ("label", json!(node.label)), ("name", json!(node.label))];
    data.extend(named.map(|(key, value)| (key.to_owned(), value)));
    data.insert("color".to_owned(), json!(node_color(export, node)));
    data.insert("size".to_owned(), json!(place.size));
    json!({ "data": data, "position": { "x": place.x, "y": place.y }, "classes": node.entity_type })
}

fn edge_element(export: &Exported<'_>, joined: &Joined<'_>) -> Json {
    let Joined { source, edge, target } = joined;
    let mut data = edge_attributes(export, joined);
    let named = [
        ("id", json!(joined.id())),
        ("source", json!(source.id)),
        ("target", json!(target.id)),
        ("label", json!(export.label(edge))),
        ("interaction", json!(edge.relation)),
        ("color", json!(edge_color(edge.status))),
    ];
    data.extend(named.map(|(key, value)| (key.to_owned(), value)));
    json!({ "data": data, "classes": format!("{} {}", edge.relation, edge.status.as_str()) })
}
