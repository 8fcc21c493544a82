//! Writes the graph in several formats.
//!
//! [`Format`] knows every format by name and extension; [`Format::write`] writes a graph in it, piece by piece, to any
//! writer. A few formats are folders, which [`Format::write_folder`] fills.
//!
//! # Example
//! ```
//! use whomet::{document::Document, export::Format, ontology::Ontology, pipeline};
//!
//! let document = Document::from_text("a", "Minister Moana Tui met President Tika Oli.");
//! let graph = pipeline::build([document], &pipeline::Settings::default()).graph;
//! let mut dot = Vec::new();
//! Format::Dot.write(&graph, Ontology::shipped(), &mut dot)?;
//! assert!(String::from_utf8_lossy(&dot).contains("\"person/moana-tui\" -> \"person/tika-oli\""));
//! # Ok::<(), whomet::export::ExportError>(())
//! ```

mod csv_tables;
mod cypher;
mod cytoscape;
mod dot;
mod error;
mod exported;
mod fields;
mod files;
mod format;
mod ftm;
mod gexf;
mod graphml;
mod graphology;
mod hex;
mod html;
mod json_stream;
mod look;
mod markdown;
mod mermaid;
mod names;
mod neo4j;
mod options;
mod picture;
mod picture_options;
mod rdf;
mod timeline;
mod vis;
mod write;
mod xlsx;
mod xml;

pub use error::ExportError;
pub use format::Format;
pub use options::{ExportOptions, Legend};
pub use picture_options::{Engine, PictureOptions};
#[cfg(feature = "sparql")]
pub use rdf::{SparqlAnswer, SparqlError, sparql};
