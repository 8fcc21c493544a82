//! Writes the graph in the DOT language (<https://graphviz.org/doc/info/lang.html>).
//!
//! Shape and color show the type of a node; plans are dashed, denials red with "not" before the
//! label. Nodes without edges are left out of the picture and counted below it; tooltips show
//! the evidence. Strings are escaped for DOT, so a name may contain any character.

use std::collections::BTreeSet;
use std::io::Write;

use graphviz_rust::dot_structures::{
    Attribute, Edge as DotEdge, EdgeTy, Graph, GraphAttributes, Id, Node as DotNode, NodeId, Stmt, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};

use super::exported::{Exported, Joined};
use super::options::Legend;
use crate::graph::{Edge, Evidence, KnowledgeGraph, Node};
use crate::ids::DocumentId;
use crate::ontology::{EntityType, Ontology};
use crate::relation::Status;

/// Maximum characters of a label on one line; longer names are broken between words.
const LINE_CHARS: usize = 22;

/// Writes the graph as DOT, statement by statement.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let outline = Outline::of(export.graph);
    let mut context = PrinterContext::default();
    context.with_inline_size(usize::MAX);
    let stmts = outline.defaults(export.ontology, export.options.legend);
    let head = Graph::DiGraph { id: quoted("whomet"), strict: false, stmts }.print(&mut context);
    writeln!(out, "{}", head.trim_end_matches('}').trim_end())?;
    let mut line = |stmt: Stmt| writeln!(out, "{}", stmt.print(&mut context));
    for node in outline.drawn {
        line(Stmt::Node(node_statement(node, export.ontology)))?;
    }
    for joined in export.edges() {
        let Joined { source, edge, target } = joined?;
        line(Stmt::Edge(edge_statement(source, &edge, target, export.ontology)))?;
    }
    out.write_all(b"}\n")
}

/// The graph as a tree of DOT statements, for Graphviz.
pub(super) fn dot_graph(graph: &KnowledgeGraph, ontology: &Ontology) -> Graph {
    let outline = Outline::of(graph);
    let mut stmts = outline.defaults(ontology, Legend::Label);
    stmts.extend(outline.drawn.iter().map(|node| Stmt::Node(node_statement(node, ontology))));
    stmts
        .extend(graph.edges().map(|(source, edge, target)| Stmt::Edge(edge_statement(source, edge, target, ontology))));
    Graph::DiGraph { id: quoted("whomet"), strict: false, stmts }
}

/// Which nodes are drawn.
struct Outline<'g> {
    drawn: Vec<&'g Node>,
    /// How many are not.
    left_out: usize,
}

impl<'g> Outline<'g> {
    fn of(graph: &'g KnowledgeGraph) -> Self {
        let connected: BTreeSet<&str> =
            graph.edges().flat_map(|(source, _, target)| [source.id.as_str(), target.id.as_str()]).collect();
        let drawn: Vec<&Node> = graph.nodes().filter(|node| connected.contains(node.id.as_str())).collect();
        Self { left_out: graph.nodes().count() - drawn.len(), drawn }
    }

    /// What holds for all nodes and edges, and the label below the picture.
    fn defaults(&self, ontology: &Ontology, legend: Legend) -> Vec<Stmt> {
        let types: BTreeSet<EntityType> = self.drawn.iter().map(|node| node.entity_type).collect();
        let explained = match legend {
            Legend::Label => explanation(&types, ontology),
            Legend::None => Vec::new(),
        };
        defaults(&explained.into_iter().chain(note(self.left_out)).collect::<Vec<_>>().join("\n"))
    }
}

/// Says how many nodes are not drawn.
fn note(left_out: usize) -> Option<String> {
    match left_out {
        0 => None,
        1 => Some("1 entity without relations is not drawn".to_owned()),
        count => Some(format!("{count} entities without relations are not drawn")),
    }
}

fn defaults(label: &str) -> Vec<Stmt> {
    let font = || attribute("fontname", "Helvetica");
    vec![
        Stmt::GAttribute(GraphAttributes::Graph(vec![
            attribute("rankdir", "LR"),
            attribute("label", label),
            attribute("fontsize", "10"),
            attribute("nodesep", "0.3"),
            attribute("ranksep", "0.9"),
            font(),
        ])),
        Stmt::GAttribute(GraphAttributes::Node(vec![
            attribute("style", "filled"),
            attribute("fontsize", "11"),
            font(),
        ])),
        Stmt::GAttribute(GraphAttributes::Edge(vec![
            attribute("fontsize", "9"),
            attribute("color", "#555555"),
            font(),
        ])),
    ]
}

fn node_statement(node: &Node, ontology: &Ontology) -> DotNode {
    let mut tooltip = format!("{} ({})", node.label, node.entity_type);
    if !node.aliases.is_empty() {
        let aliases: Vec<&str> = node.aliases.iter().map(String::as_str).collect();
        tooltip = format!("{tooltip}\nalso: {}", aliases.join(", "));
    }
    let mut attributes = vec![attribute("label", &wrap(&node.label)), attribute("tooltip", &tooltip)];
    attributes.extend(style_of(node.entity_type, ontology));
    DotNode { id: node_id(node.id.as_str()), attributes }
}

fn style_of(entity_type: EntityType, ontology: &Ontology) -> Vec<Attribute> {
    let class = ontology.entity(entity_type.as_str());
    class.map(|class| vec![attribute("shape", &class.shape), attribute("fillcolor", &class.color)]).unwrap_or_default()
}

fn edge_statement(source: &Node, edge: &Edge, target: &Node, ontology: &Ontology) -> DotEdge {
    let relation = ontology.relation_label(&edge.relation);
    let mut label = edge.attributes.get("position").cloned().unwrap_or_else(|| relation.to_owned());
    if edge.status == Status::Negated {
        label = format!("not: {label}");
    }
    let date = edge.date.map(|date| format!("\n{date}")).unwrap_or_default();
    let quotes: Vec<String> = edge.evidence.iter().map(quoted_evidence).collect();
    let mut attributes =
        vec![attribute("label", &format!("{}{date}", wrap(&label))), attribute("tooltip", &quotes.join("\n"))];
    if !edge.is_directed {
        attributes.push(attribute("dir", "none"));
    }
    attributes.extend(status_style(edge.status));
    edge_between(source.id.as_str(), target.id.as_str(), attributes)
}

/// The sentence, after the names of the documents that contain it.
fn quoted_evidence(evidence: &Evidence) -> String {
    let mut documents = vec![evidence.quote.document.as_str()];
    documents.extend(evidence.also_in.iter().map(DocumentId::as_str));
    format!("{}: {}", documents.join(", "), evidence.quote.text)
}

fn status_style(status: Status) -> Vec<Attribute> {
    match status {
        Status::Asserted => Vec::new(),
        Status::Planned => vec![attribute("style", "dashed")],
        Status::Negated => vec![attribute("color", "#c62828"), attribute("fontcolor", "#c62828")],
    }
}

/// What the shapes and lines mean, in words: other readers take a node of a legend for a thing.
fn explanation(types: &BTreeSet<EntityType>, ontology: &Ontology) -> Vec<String> {
    let classes = ontology.entities.iter().filter(|class| types.contains(&class.name));
    let shapes: Vec<String> = classes.map(|class| format!("{}: {}", class.shape, class.label)).collect();
    if shapes.is_empty() {
        return Vec::new();
    }
    vec![shapes.join("; "), "solid line: fact; dashed line: plan; red line: denial".to_owned()]
}

fn edge_between(source: &str, target: &str, attributes: Vec<Attribute>) -> DotEdge {
    DotEdge { ty: EdgeTy::Pair(Vertex::N(node_id(source)), Vertex::N(node_id(target))), attributes }
}

fn node_id(id: &str) -> NodeId {
    NodeId(quoted(id), None)
}

fn attribute(key: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(key.to_owned()), quoted(value))
}

/// A string in quotes. Line breaks become `\n`; other control characters are dropped.
///
/// The backslash is doubled because it has a special meaning in labels ("escString"). Graphviz reads HTML entities in
/// labels and other readers do not, so `&` becomes an entity only where it would begin one: "R&eacute;", not "R&D".
fn quoted(text: &str) -> Id {
    let mut escaped = String::with_capacity(text.len() + 2);
    escaped.push('"');
    for (at, c) in text.char_indices() {
        match c {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '&' if begins_entity(&text[at..]) => escaped.push_str("&amp;"),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped.push('"');
    Id::Escaped(escaped)
}

/// Whether a text that begins with `&` begins with an HTML entity.
fn begins_entity(text: &str) -> bool {
    let name = text[1..].split_once(';').map(|(name, _)| name.strip_prefix('#').unwrap_or(name));
    name.is_some_and(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()))
}

/// Breaks a long name between words into lines of at most [`LINE_CHARS`] characters.
fn wrap(text: &str) -> String {
    crate::picture::wrap(text, LINE_CHARS).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_stay_strings() {
        let Id::Escaped(text) = quoted("a\"]; b -> c \\N <b> R&D R&eacute;\nx\u{7}") else {
            panic!("names are quoted")
        };
        assert_eq!(text, "\"a\\\"]; b -> c \\\\N <b> R&D R&amp;eacute;\\nx\"");
    }

    #[test]
    fn long_names_are_broken_between_words() {
        assert_eq!(wrap("National Directorate of Customs of Peru"), "National Directorate\nof Customs of Peru");
    }
}
