//! Writes GraphML (<http://graphml.graphdrawing.org/primer/graphml-primer.html>) for yEd, Cytoscape, Gephi, Neo4j,
//! NetworkX, igraph and others.
//!
//! All edges are written as directed, because NetworkX and igraph refuse files that mix both kinds; the field `directed`
//! says which relations have no direction. `labels` of nodes and `label` of edges are attributes of the elements, as the
//! APOC procedures of Neo4j expect, and keys as well. Lists are one text, divided by line breaks.

use std::io::Write;

use super::exported::{Exported, Joined};
use super::fields::{EDGE_FIELDS, Kind, NODE_FIELDS, Value};
use super::look::{Looks, edge_color, node_color};
use super::names::{label_name, type_name};
use super::xml::Xml;
use crate::graph::Node;
use crate::relation::Status;

/// The namespaces of GraphML and of yEd's additions.
const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ("xmlns:y", "http://www.yworks.com/xml/graphml"),
    (
        "xsi:schemaLocation",
        "http://graphml.graphdrawing.org/xmlns http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd",
    ),
];

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let looks = Looks::of(export);
    let mut xml = Xml::new(out)?;
    xml.open("graphml", NAMESPACES)?;
    keys(&mut xml)?;
    xml.open("graph", &[("id", "whomet"), ("edgedefault", "directed")])?;
    for node in export.nodes() {
        let node = &*node?;
        write_node(export, &looks, node, &mut xml)?;
    }
    for joined in export.edges() {
        let joined = &joined?;
        write_edge(export, joined, &mut xml)?;
    }
    xml.close("graph")?;
    xml.close("graphml")?;
    xml.finish()
}

/// Declares the fields with their types.
fn keys(xml: &mut Xml<&mut dyn Write>) -> std::io::Result<()> {
    let mut key = |of: &str, name: &str, kind: &str| {
        let id = format!("{of}-{name}");
        xml.empty("key", &[("id", &id), ("for", of), ("attr.name", name), ("attr.type", kind)])
    };
    for name in ["label", "labels"] {
        key("node", name, "string")?;
    }
    for field in NODE_FIELDS {
        key("node", field.name, kind_name(field.kind))?;
    }
    for name in ["label", "interaction"] {
        key("edge", name, "string")?;
    }
    for field in EDGE_FIELDS {
        key("edge", field.name, kind_name(field.kind))?;
    }
    xml.empty("key", &[("id", "node-graphics"), ("for", "node"), ("yfiles.type", "nodegraphics")])?;
    xml.empty("key", &[("id", "edge-graphics"), ("for", "edge"), ("yfiles.type", "edgegraphics")])
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::List | Kind::Day => "string",
        Kind::Count => "int",
        Kind::Score => "double",
        Kind::Flag => "boolean",
    }
}

fn write_node(export: &Exported<'_>, looks: &Looks, node: &Node, xml: &mut Xml<&mut dyn Write>) -> std::io::Result<()> {
    let labels = format!(":{}", label_name(node.entity_type.as_str()));
    xml.open("node", &[("id", node.id.as_str()), ("labels", &labels)])?;
    xml.text("data", &[("key", "node-labels")], &labels)?;
    xml.text("data", &[("key", "node-label")], &node.label)?;
    for field in NODE_FIELDS {
        data(xml, &format!("node-{}", field.name), (field.read)(export, node))?;
    }
    let place = looks.place(node);
    let [x, y, size] = [place.x, place.y, place.size * 2.0].map(|number| number.to_string());
    xml.open("data", &[("key", "node-graphics")])?;
    xml.open("y:ShapeNode", &[])?;
    xml.empty("y:Geometry", &[("x", &x), ("y", &y), ("width", &size), ("height", &size)])?;
    xml.empty("y:Fill", &[("color", node_color(export, node)), ("transparent", "false")])?;
    xml.text("y:NodeLabel", &[], &node.label)?;
    xml.empty("y:Shape", &[("type", "ellipse")])?;
    xml.close("y:ShapeNode")?;
    xml.close("data")?;
    xml.close("node")
}

fn write_edge(export: &Exported<'_>, joined: &Joined<'_>, xml: &mut Xml<&mut dyn Write>) -> std::io::Result<()> {
    let Joined { source, edge, target } = joined;
    let label = export.label(edge);
    let (id, kind) = (joined.id(), type_name(edge.relation.as_str()));
    let ends = [("source", source.id.as_str()), ("target", target.id.as_str())];
    xml.open("edge", &[("id", id.as_str()), ends[0], ends[1], ("label", &kind)])?;
    xml.text("data", &[("key", "edge-label")], &label)?;
    xml.text("data", &[("key", "edge-interaction")], edge.relation.as_str())?;
    for field in EDGE_FIELDS {
        data(xml, &format!("edge-{}", field.name), (field.read)(export, joined))?;
    }
    let line = if edge.status == Status::Planned { "dashed" } else { "line" };
    xml.open("data", &[("key", "edge-graphics")])?;
    xml.open("y:PolyLineEdge", &[])?;
    xml.empty("y:LineStyle", &[("color", edge_color(edge.status)), ("type", line), ("width", "1.0")])?;
    let arrow = if edge.is_directed { "standard" } else { "none" };
    xml.empty("y:Arrows", &[("source", "none"), ("target", arrow)])?;
    xml.text("y:EdgeLabel", &[], &label)?;
    xml.close("y:PolyLineEdge")?;
    xml.close("data")?;
    xml.close("edge")
}

fn data(xml: &mut Xml<&mut dyn Write>, key: &str, value: Option<Value<'_>>) -> std::io::Result<()> {
    value.map_or(Ok(()), |value| xml.text("data", &[("key", key)], &value.joined("\n")))
}
