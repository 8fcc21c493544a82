//! Draws pictures: by our own layout, or with a program of Graphviz if the user asks for one.

use std::io::{ErrorKind, Write};

use graphviz_rust::cmd::{CommandArg, Format as DotFormat, Layout};
use graphviz_rust::printer::PrinterContext;

use super::dot;
use super::error::ExportError;
use super::picture_options::PictureOptions;
use crate::graph::KnowledgeGraph;
use crate::ontology::Ontology;

/// The kind of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Svg,
    Png,
}

/// Draws `graph`.
pub(super) fn draw(
    graph: &KnowledgeGraph,
    ontology: &Ontology,
    kind: Kind,
    options: &PictureOptions,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let bytes = match (options.engine.graphviz(), kind) {
        (Some(layout), kind) => draw_with_graphviz(graph, ontology, kind, layout)?,
        (None, Kind::Svg) => options.picture.svg(graph, ontology).into_bytes(),
        (None, Kind::Png) => options.picture.png(graph, ontology)?,
    };
    Ok(out.write_all(&bytes)?)
}

fn draw_with_graphviz(
    graph: &KnowledgeGraph,
    ontology: &Ontology,
    kind: Kind,
    layout: Layout,
) -> Result<Vec<u8>, ExportError> {
    let format = match kind {
        Kind::Svg => DotFormat::Svg,
        Kind::Png => DotFormat::Png,
    };
    let arguments = vec![CommandArg::Format(format), CommandArg::Layout(layout)];
    let drawn = graphviz_rust::exec(dot::dot_graph(graph, ontology), &mut PrinterContext::default(), arguments);
    drawn.map_err(|error| match error.kind() {
        ErrorKind::NotFound => ExportError::NoGraphviz,
        _ => ExportError::Draw(error),
    })
}
