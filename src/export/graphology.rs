//! Writes the serialization of graphology (<https://graphology.github.io/serialization.html>) for sigma.js and Gephi
//! Lite.
//!
//! Nodes have what sigma.js draws: `x`, `y`, `size`, `label`, `color`. The type of a node is `entity_type`, because
//! sigma.js takes `type` for the program that draws it.

use std::io::Write;

use serde_json::{Value as Json, json};

use super::exported::{Exported, Joined};
use super::json_stream::{edge_attributes, node_attributes, object, write_list};
use super::look::{Looks, edge_color, node_color};
use crate::graph::Node;

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let looks = Looks::of(export);
    let attributes = json!({ "name": export.graph.ontology });
    let options = json!({ "type": "mixed", "multi": true, "allowSelfLoops": true });
    write!(out, "{{\"attributes\":{attributes},\"options\":{options},\"nodes\":")?;
    write_list(out, export.nodes().map(|node| Ok(node_entry(export, &looks, &*node?))))?;
    out.write_all(b",\"edges\":")?;
    write_list(out, export.edges().map(|joined| Ok(edge_entry(export, &joined?))))?;
    out.write_all(b"}\n")
}

fn node_entry(export: &Exported<'_>, looks: &Looks, node: &Node) -> Json {
    let mut attributes = node_attributes(export, node);
    attributes.remove("type");
    let place = looks.place(node);
    attributes.extend(object([
        ("label", json!(node.label)),
        ("entity_type", json!(node.entity_type)),
        ("x", json!(place.x)),
        ("y", json!(place.y)),
        ("size", json!(place.size)),
        ("color", json!(node_color(export, node))),
    ]));
    json!({ "key": node.id, "attributes": attributes })
}

fn edge_entry(export: &Exported<'_>, joined: &Joined<'_>) -> Json {
    let Joined { source, edge, target } = joined;
    let mut attributes = edge_attributes(export, joined);
    attributes.extend(object([
        ("label", json!(export.label(edge))),
        ("size", json!(1)),
        ("color", json!(edge_color(edge.status))),
    ]));
    json!({
        "key": joined.id(), "source": source.id, "target": target.id,
        "undirected": !edge.is_directed, "attributes": attributes,
    })
}
