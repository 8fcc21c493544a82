//! Writes GEXF 1.3 (<https://gexf.net/schema.html>) for Gephi, Gephi Lite and others.
//!
//! Every edge is directed, because some readers refuse files that mix both kinds; the field `directed` says which
//! relations have no direction. `kind` tells parallel edges apart. An edge exists on the days that its evidence gives:
//! spells of whole days, both ends included, that never overlap; an edge without a date exists always.

use std::io::Write;

use jiff::civil::Date;

use super::exported::{Exported, Joined};
use super::fields::{EDGE_FIELDS, Field, Kind, NODE_FIELDS, Value};
use super::look::{Looks, edge_color, node_color, parts};
use super::xml::Xml;
use crate::graph::{Edge, Node};
use crate::relation::Status;

const NAMESPACES: &[(&str, &str)] =
    &[("xmlns", "http://gexf.net/1.3"), ("xmlns:viz", "http://gexf.net/1.3/viz"), ("version", "1.3")];

const GRAPH: &[(&str, &str)] =
    &[("mode", "dynamic"), ("defaultedgetype", "directed"), ("timeformat", "date"), ("timerepresentation", "interval")];

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let looks = Looks::of(export);
    let mut xml = Xml::new(out)?;
    xml.open("gexf", NAMESPACES)?;
    xml.open("meta", &[])?;
    xml.text("creator", &[], concat!("whomet ", env!("CARGO_PKG_VERSION")))?;
    xml.close("meta")?;
    xml.open("graph", GRAPH)?;
    declare(&mut xml, "node", NODE_FIELDS)?;
    declare(&mut xml, "edge", EDGE_FIELDS)?;
    xml.open("nodes", &[])?;
    for node in export.nodes() {
        let node = &*node?;
        write_node(export, &looks, node, &mut xml)?;
    }
    xml.close("nodes")?;
    xml.open("edges", &[])?;
    for joined in export.edges() {
        let joined = &joined?;
        write_edge(export, joined, &mut xml)?;
    }
    xml.close("edges")?;
    xml.close("graph")?;
    xml.close("gexf")?;
    xml.finish()
}

fn declare<T>(xml: &mut Xml<&mut dyn Write>, class: &str, fields: &[Field<T>]) -> std::io::Result<()> {
    xml.open("attributes", &[("class", class), ("mode", "static")])?;
    for field in fields {
        let kind = match field.kind {
            Kind::Text | Kind::List | Kind::Day => "string",
            Kind::Count => "integer",
            Kind::Score => "double",
            Kind::Flag => "boolean",
        };
        xml.empty("attribute", &[("id", field.name), ("title", field.name), ("type", kind)])?;
    }
    xml.close("attributes")
}

fn write_node(export: &Exported<'_>, looks: &Looks, node: &Node, xml: &mut Xml<&mut dyn Write>) -> std::io::Result<()> {
    xml.open("node", &[("id", node.id.as_str()), ("label", &node.label)])?;
    values(xml, NODE_FIELDS.iter().map(|field| (field.name, (field.read)(export, node))))?;
    color(xml, node_color(export, node))?;
    let place = looks.place(node);
    let [x, y, size] = [place.x, place.y, place.size].map(|number| number.to_string());
    xml.empty("viz:position", &[("x", &x), ("y", &y), ("z", "0")])?;
    xml.empty("viz:size", &[("value", &size)])?;
    xml.close("node")
}

fn write_edge(export: &Exported<'_>, joined: &Joined<'_>, xml: &mut Xml<&mut dyn Write>) -> std::io::Result<()> {
    let Joined { source, edge, target } = joined;
    let (id, label) = (joined.id(), export.label(edge));
    let kind = format!("{} {}", edge.relation, edge.status.as_str());
    let (id, ends) = (("id", id.as_str()), [("source", source.id.as_str()), ("target", target.id.as_str())]);
    xml.open("edge", &[id, ends[0], ends[1], ("kind", &kind), ("label", &label), ("weight", "1")])?;
    values(xml, EDGE_FIELDS.iter().map(|field| (field.name, (field.read)(export, joined))))?;
    write_spells(edge, xml)?;
    color(xml, edge_color(edge.status))?;
    let shape = if edge.status == Status::Planned { "dashed" } else { "solid" };
    xml.empty("viz:shape", &[("value", shape)])?;
    xml.close("edge")
}

fn values<'g>(
    xml: &mut Xml<&mut dyn Write>,
    values: impl Iterator<Item = (&'static str, Option<Value<'g>>)>,
) -> std::io::Result<()> {
    xml.open("attvalues", &[])?;
    for (name, value) in values.filter_map(|(name, value)| Some((name, value?))) {
        xml.empty("attvalue", &[("for", name), ("value", &value.joined(" | "))])?;
    }
    xml.close("attvalues")
}

fn color(xml: &mut Xml<&mut dyn Write>, color: &str) -> std::io::Result<()> {
    let [red, green, blue] = parts(color).map(|part| part.to_string());
    xml.empty("viz:color", &[("r", &red), ("g", &green), ("b", &blue)])
}

fn write_spells(edge: &Edge, xml: &mut Xml<&mut dyn Write>) -> std::io::Result<()> {
    let spells = spells(edge);
    if spells.is_empty() {
        return Ok(());
    }
    xml.open("spells", &[])?;
    for (start, end) in spells {
        xml.empty("spell", &[("start", &start.to_string()), ("end", &end.to_string())])?;
    }
    xml.close("spells")
}

/// The times that the evidence gives, in order; times that overlap or touch are one.
fn spells(edge: &Edge) -> Vec<(Date, Date)> {
    let dates = edge.evidence.iter().filter_map(|evidence| evidence.date).chain(edge.date);
    let mut times: Vec<(Date, Date)> = dates.map(|date| (date.first_day(), date.last_day())).collect();
    times.sort_unstable();
    let mut spells: Vec<(Date, Date)> = Vec::new();
    for (start, end) in times {
        match spells.last_mut() {
            Some(last) if start <= last.1.tomorrow().unwrap_or(last.1) => last.1 = last.1.max(end),
            _ => spells.push((start, end)),
        }
    }
    spells
}
