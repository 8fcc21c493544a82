//! Reads a graph from JSON.

use std::collections::BTreeMap;
use std::io::Read;

use petgraph::graph::DiGraph;

use super::error::GraphReadError;
use super::file::{FORMAT, VERSION, WholeFile};
use crate::graph::knowledge_graph::KnowledgeGraph;
use crate::ids::EntityId;
use crate::ontology::{Ontology, RelationType};

/// Reads a graph that [`write_json`](super::write_json) wrote.
///
/// # Errors
/// [`GraphReadError`] says which part of the file is wrong.
pub fn read_json(input: &mut dyn Read, ontology: &Ontology) -> Result<KnowledgeGraph, GraphReadError> {
    let WholeFile { header, mut documents, mut nodes, links } = serde_json::from_reader(input)?;
    if header.format != FORMAT || header.version != VERSION {
        return Err(GraphReadError::Version { format: header.format, version: header.version });
    }
    let mut graph = DiGraph::new();
    let mut index_of = BTreeMap::new();
    nodes.sort_by(|a, b| a.id.cmp(&b.id));
    for node in nodes {
        if ontology.entity(node.entity_type.as_str()).is_none() {
            return Err(unknown(node.id.as_str(), "entity type", node.entity_type.as_str()));
        }
        index_of.insert(node.id.clone(), graph.add_node(node));
    }
    for link in links {
        let relation = link.edge.relation;
        if ontology.class_of(relation).is_none() && !RelationType::ADDED.contains(&relation) {
            return Err(unknown(&link.id, "relation", relation.as_str()));
        }
        let find = |id: &EntityId| index_of.get(id).copied().ok_or_else(|| unknown(&link.id, "node", id.as_str()));
        let (source, target) = (find(&link.source)?, find(&link.target)?);
        graph.add_edge(source, target, link.edge);
    }
    documents.sort_by(|a, b| a.info.id.cmp(&b.info.id));
    let copies = documents.iter().filter_map(|entry| Some((entry.info.id.clone(), entry.duplicate_of.clone()?)));
    let duplicates = copies.collect();
    let documents = documents.into_iter().map(|entry| entry.info).collect();
    Ok(KnowledgeGraph { ontology: header.graph.ontology, documents, duplicates, graph })
}

fn unknown(place: &str, kind: &'static str, found: &str) -> GraphReadError {
    GraphReadError::Unknown { place: place.to_owned(), kind, found: found.to_owned() }
}
