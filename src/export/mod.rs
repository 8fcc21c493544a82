//! Writes the graph in several formats.
//!
//! [`Format`] knows every format by name and extension; [`Format::write`] writes a graph in it.
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

mod dot;
mod error;
mod format;
mod picture;

pub use error::ExportError;
pub use format::Format;
pub use picture::{Engine, PictureOptions};
