//! Draws pictures with the `dot` program of Graphviz.

use std::io::{ErrorKind, Write};

use graphviz_rust::cmd::{CommandArg, Format as DotFormat};
use graphviz_rust::printer::PrinterContext;

use super::dot;
use super::error::ExportError;
use crate::graph::KnowledgeGraph;
use crate::ontology::Ontology;

/// The kind of a picture.
pub(super) enum Picture {
    Svg,
    Png,
}

/// Draws `graph`.
pub(super) fn draw(
    graph: &KnowledgeGraph,
    ontology: &Ontology,
    picture: Picture,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let format = match picture {
        Picture::Svg => DotFormat::Svg,
        Picture::Png => DotFormat::Png,
    };
    let drawn = graphviz_rust::exec(
        dot::dot_graph(graph, ontology),
        &mut PrinterContext::default(),
        vec![CommandArg::Format(format)],
    );
    match drawn {
        Ok(bytes) => Ok(out.write_all(&bytes)?),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(ExportError::NoGraphviz),
        Err(error) => Err(ExportError::Draw(error)),
    }
}
