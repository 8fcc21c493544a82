//! Writes the graph as JSON.

use std::io::Write;

use super::file::{DocumentEntry, FORMAT, GraphFile, Header, Link, Origin, VERSION};
use crate::graph::edge::Edge;
use crate::graph::knowledge_graph::KnowledgeGraph;
use crate::graph::node::Node;
use crate::record::DocumentInfo;

/// Writes `graph`, indented, with a line break at the end.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_json(graph: &KnowledgeGraph, out: &mut dyn Write) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &file_of(graph))?;
    out.write_all(b"\n")
}

fn file_of(graph: &KnowledgeGraph) -> GraphFile<&DocumentInfo, &Node, &Edge> {
    GraphFile {
        header: Header {
            format: FORMAT.to_owned(),
            version: VERSION,
            directed: true,
            multigraph: true,
            graph: Origin {
                generator: concat!("whomet ", env!("CARGO_PKG_VERSION")).to_owned(),
                ontology: graph.ontology.clone(),
            },
        },
        documents: graph.documents.iter().map(|info| document(graph, info)).collect(),
        nodes: graph.nodes().collect(),
        links: graph.edges().map(|(source, edge, target)| link(source, edge, target)).collect(),
    }
}

fn document<'g>(graph: &KnowledgeGraph, info: &'g DocumentInfo) -> DocumentEntry<&'g DocumentInfo> {
    DocumentEntry { info, duplicate_of: graph.duplicates.first_of(&info.id).cloned() }
}

fn link<'g>(source: &Node, edge: &'g Edge, target: &Node) -> Link<&'g Edge> {
    Link { id: edge.id(&source.id, &target.id), source: source.id.clone(), target: target.id.clone(), edge }
}
