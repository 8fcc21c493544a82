//! Graph in, one page out: writes a page for the browser in which the graph can be explored.
//!
//! The page is one file that loads nothing from the network; its content security policy allows only its own script and
//! style. Places are computed here, the script in `page/` draws them. Everything from articles is data: the script
//! writes it as text, never as HTML.
//!
//! # Example
//! ```
//! use whomet::{document::Document, ontology::Ontology, pipeline, view::View};
//!
//! let document = Document::from_text("a", "Minister Moana Tui met President Tika Oli.");
//! let graph = pipeline::build([document], &pipeline::Settings::default()).graph;
//! let page = View::default().page(&graph, Ontology::shipped());
//! assert!(page.contains("Moana Tui") && page.contains("default-src 'none'"));
//! ```

mod base64;
mod content;
mod data;
mod places;
mod template;

pub use content::{Texts, View};

use crate::graph::KnowledgeGraph;
use crate::ontology::Ontology;

/// A page with more bytes contains by default only the articles that a relation cites.
const LARGE: usize = 5 << 20;

impl View {
    /// Writes the page of a graph.
    #[must_use]
    pub fn page(&self, graph: &KnowledgeGraph, ontology: &Ontology) -> String {
        let places = places::Places::of(graph, ontology);
        let write = |texts: Texts| template::fill(&data::PageData::new(self, graph, ontology, &places, texts));
        let page = write(self.texts.unwrap_or(Texts::All));
        if self.texts.is_none() && page.len() > LARGE { write(Texts::Cited) } else { page }
    }
}
