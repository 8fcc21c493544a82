//! Writes a Cypher script for Neo4j 5 and later.
//!
//! The script merges nodes and relationships by id, so running it again changes nothing, and running it after the graph
//! has grown adds what is new. It takes rows in batches: one statement for each batch of one label or relation.

use std::io::Write;

use super::exported::{Exported, Joined};
use super::fields::{EDGE_FIELDS, NODE_FIELDS, Value};
use super::names::{label_name, type_name};
use super::neo4j::ENTITY;
use crate::graph::Node;

/// Rows of one statement: few enough for the memory of one transaction, many enough to be fast.
const BATCH: usize = 500;

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "// Run it with: cypher-shell -f FILE. Running it again changes nothing.")?;
    writeln!(out, "CREATE CONSTRAINT whomet_id IF NOT EXISTS FOR (n:{ENTITY}) REQUIRE n.id IS UNIQUE;")?;
    let mut nodes = Batches::new(out);
    for node in export.nodes() {
        let node = &*node?;
        nodes.add(&label_name(node.entity_type.as_str()), node_row(export, node), end_of_nodes)?;
    }
    nodes.finish(end_of_nodes)?;
    let mut edges = Batches::new(out);
    for joined in export.edges() {
        let joined = &joined?;
        edges.add(&type_name(joined.edge.relation.as_str()), edge_row(export, joined), end_of_edges)?;
    }
    edges.finish(end_of_edges)
}

/// What is done with each row of nodes.
fn end_of_nodes(label: &str) -> String {
    format!("MERGE (n:{ENTITY} {{id: row.id}}) SET n:`{label}`, n += row.values;")
}

/// What is done with each row of relationships.
fn end_of_edges(kind: &str) -> String {
    format!(
        "MATCH (a:{ENTITY} {{id: row.source}}), (b:{ENTITY} {{id: row.target}}) \
         MERGE (a)-[r:`{kind}` {{id: row.id}}]->(b) SET r += row.values;"
    )
}

/// Collects rows of one kind into statements.
struct Batches<'o> {
    out: &'o mut dyn Write,
    kind: String,
    count: usize,
}

impl<'o> Batches<'o> {
    fn new(out: &'o mut dyn Write) -> Self {
        Self { out, kind: String::new(), count: 0 }
    }

    /// Adds a row; a new kind or a full batch begins a new statement.
    fn add(&mut self, kind: &str, row: String, end: fn(&str) -> String) -> std::io::Result<()> {
        if self.count > 0 && (self.kind != kind || self.count == BATCH) {
            self.end_statement(end)?;
        }
        self.out.write_all(if self.count == 0 { b"UNWIND [\n" } else { b",\n" })?;
        self.out.write_all(row.as_bytes())?;
        kind.clone_into(&mut self.kind);
        self.count += 1;
        Ok(())
    }

    fn end_statement(&mut self, end: fn(&str) -> String) -> std::io::Result<()> {
        self.count = 0;
        writeln!(self.out, "\n] AS row\n{}", end(&self.kind))
    }

    fn finish(mut self, end: fn(&str) -> String) -> std::io::Result<()> {
        if self.count > 0 { self.end_statement(end) } else { Ok(()) }
    }
}

fn node_row(export: &Exported<'_>, node: &Node) -> String {
    let values = NODE_FIELDS.iter().map(|field| (field.name, (field.read)(export, node)));
    let name = ("name", Some(Value::Text((&node.label).into())));
    format!("{{id: {}, values: {}}}", literal(node.id.as_str()), map(std::iter::once(name).chain(values)))
}

fn edge_row(export: &Exported<'_>, joined: &Joined<'_>) -> String {
    let values = EDGE_FIELDS.iter().map(|field| (field.name, (field.read)(export, joined)));
    let label = ("label", Some(Value::Text(export.label(&joined.edge))));
    let [source, target] = [joined.source, joined.target].map(|end| literal(end.id.as_str()));
    let id = literal(&joined.id());
    format!("{{source: {source}, target: {target}, id: {id}, values: {}}}", map(std::iter::once(label).chain(values)))
}

fn map<'g>(values: impl Iterator<Item = (&'static str, Option<Value<'g>>)>) -> String {
    let entries = values.filter_map(|(name, value)| Some(format!("`{name}`: {}", value_literal(&value?))));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
}

fn value_literal(value: &Value<'_>) -> String {
    match value {
        Value::Text(text) => literal(text),
        Value::List(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| literal(text)).collect();
            format!("[{}]", texts.join(", "))
        }
        Value::Day(day) => format!("date('{day}')"),
        Value::Score(score) => format!("{score:?}"),
        Value::Count(_) | Value::Flag(_) => value.joined("").into_owned(),
    }
}

/// A string in quotes. Cypher reads `\u` before it reads the quotes, so only the escapes for quotes, backslashes and
/// white space are used; other control characters are dropped.
fn literal(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 2);
    escaped.push('\'');
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\\\"),
            '\'' => escaped.push_str("\\'"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped.push('\'');
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_quotes() {
        assert_eq!(literal("a'}) DETACH DELETE n //\\\n\u{0}"), r"'a\'}) DETACH DELETE n //\\\n'");
    }
}
