//! Writes the graph as JSON.

use std::borrow::Cow;
use std::io::{Result, Write};

use serde::ser::{Error, SerializeSeq};
use serde::{Serialize, Serializer};

use super::file::{DocumentEntry, FORMAT, GraphFile, Header, Link, Origin, VERSION};
use crate::graph::edge::Edge;
use crate::graph::knowledge_graph::KnowledgeGraph;
use crate::graph::source::{GraphSource, JoinedEdge};
use crate::record::DocumentInfo;

/// Writes `graph`, indented, with a line break at the end.
///
/// # Errors
/// If `graph` cannot be loaded or `out` cannot be written to.
pub fn write_json(graph: &dyn GraphSource, out: &mut dyn Write) -> Result<()> {
    let outline = graph.outline();
    let file = GraphFile {
        header: Header {
            format: FORMAT.to_owned(),
            version: VERSION,
            directed: true,
            multigraph: true,
            graph: Origin {
                generator: concat!("whomet ", env!("CARGO_PKG_VERSION")).to_owned(),
                ontology: outline.ontology.clone(),
            },
        },
        documents: Items(|| outline.documents.iter().map(|info| Ok(document(outline, info)))),
        nodes: Items(|| graph.nodes()),
        links: Items(|| graph.edges().map(|joined| Ok(link(joined?)))),
    };
    serde_json::to_writer_pretty(&mut *out, &file)?;
    out.write_all(b"\n")
}

/// A list that is never in memory as a whole.
struct Items<F>(F);

impl<F, I, T> Serialize for Items<F>
where
    F: Fn() -> I,
    I: Iterator<Item = Result<T>>,
    T: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for item in (self.0)() {
            list.serialize_element(&item.map_err(S::Error::custom)?)?;
        }
        list.end()
    }
}

fn document<'g>(graph: &KnowledgeGraph, info: &'g DocumentInfo) -> DocumentEntry<&'g DocumentInfo> {
    DocumentEntry { info, duplicate_of: graph.duplicates.first_of(&info.id).cloned() }
}

fn link(joined: JoinedEdge<'_>) -> Link<Cow<'_, Edge>> {
    Link { id: joined.id(), source: joined.source.id.clone(), target: joined.target.id.clone(), edge: joined.edge }
}
