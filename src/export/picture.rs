//! Draws pictures with the `dot` program of Graphviz.

use std::io::{ErrorKind, Write};

use graphviz_rust::cmd::{CommandArg, Format as DotFormat};
use graphviz_rust::printer::PrinterContext;

use super::{ExportError, Format, dot};
use crate::graph::KnowledgeGraph;
use crate::ontology::Ontology;

/// Draws `graph` as SVG or PNG.
pub(super) fn draw(
    graph: &KnowledgeGraph,
    ontology: &Ontology,
    format: Format,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let kind = if format == Format::Png { DotFormat::Png } else { DotFormat::Svg };
    let drawn = graphviz_rust::exec(
        dot::dot_graph(graph, ontology),
        &mut PrinterContext::default(),
        vec![CommandArg::Format(kind)],
    );
    match drawn {
        Ok(bytes) => Ok(out.write_all(&bytes)?),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(ExportError::NoGraphviz),
        Err(error) => Err(ExportError::Draw(error)),
    }
}
