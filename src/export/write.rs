//! Writes a graph in any format.

use std::io::Write;
use std::path::Path;

use super::error::ExportError;
use super::exported::Exported;
use super::format::Format;
use super::options::ExportOptions;
use super::picture::{Kind, draw};
use super::{
    csv_tables, cypher, cytoscape, dot, ftm, gexf, graphml, graphology, markdown, mermaid, neo4j, rdf, timeline, vis,
    xlsx,
};
use crate::graph::{GraphSource, write_json};
use crate::ontology::Ontology;

impl Format {
    /// Writes `graph` to `out` in the usual way.
    ///
    /// # Errors
    /// As [`Self::write_with`].
    pub fn write(self, graph: &dyn GraphSource, ontology: &Ontology, out: &mut dyn Write) -> Result<(), ExportError> {
        self.write_with(graph, ontology, ExportOptions::default(), out)
    }

    /// Writes `graph` to `out`.
    ///
    /// # Errors
    /// [`ExportError::Write`] if `out` cannot be written to, [`ExportError::NeedsFolder`] if the format is a folder; for
    /// pictures also [`ExportError::NoGraphviz`] and [`ExportError::Draw`], [`ExportError::TooLarge`], for workbooks [`ExportError::TooManyRows`].
    pub fn write_with(
        self,
        graph: &dyn GraphSource,
        ontology: &Ontology,
        options: ExportOptions,
        out: &mut dyn Write,
    ) -> Result<(), ExportError> {
        let export = Exported::new(graph, ontology, options);
        let written = match self {
            Self::Json => write_json(graph, out),
            Self::Dot => dot::write(&export, out),
            Self::Svg => return draw(&*graph.whole()?, ontology, Kind::Svg, &options.pictures, out),
            Self::Png => return draw(&*graph.whole()?, ontology, Kind::Png, &options.pictures, out),
            Self::GraphMl => graphml::write(&export, out),
            Self::Gexf => gexf::write(&export, out),
            Self::Cytoscape => cytoscape::write(&export, out),
            Self::Graphology => graphology::write(&export, out),
            Self::Vis => vis::write(&export, out),
            Self::Xlsx => return xlsx::write(&export, out),
            Self::Cypher => cypher::write(&export, out),
            Self::Turtle => rdf::write_turtle(&export, out),
            Self::NQuads => rdf::write_nquads(&export, out),
            Self::JsonLd => rdf::write_json_ld(&export, out),
            Self::Ftm => ftm::write(&export, out),
            Self::Mermaid => mermaid::write(&export, out),
            Self::Markdown => markdown::write(&export, out),
            Self::Timeline => timeline::write(&export, out),
            Self::Csv | Self::Neo4j => return Err(ExportError::NeedsFolder { format: self.name() }),
        };
        Ok(written?)
    }

    /// Writes `graph` into `folder`, which exists: the files of a format that is a folder.
    ///
    /// # Errors
    /// [`ExportError::Write`] if a file cannot be written, [`ExportError::NeedsFile`] if the format is one file.
    pub fn write_folder(
        self,
        graph: &dyn GraphSource,
        ontology: &Ontology,
        options: ExportOptions,
        folder: &Path,
    ) -> Result<(), ExportError> {
        let export = Exported::new(graph, ontology, options);
        match self {
            Self::Csv => Ok(csv_tables::write(&export, folder)?),
            Self::Neo4j => Ok(neo4j::write(&export, folder)?),
            _ => Err(ExportError::NeedsFile { format: self.name() }),
        }
    }
}
