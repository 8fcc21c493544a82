//! Graph in, picture out: draws a graph as SVG or PNG without any installed program.
//!
//! [`Picture`] chooses what to show, lays it out and draws it; shapes and colors come from the ontology. Plans are
//! dashed, denials struck, former offices light. In an SVG, notes show the sentence behind every line.
//!
//! # Example
//! ```
//! use whomet::{document::Document, ontology::Ontology, picture::Picture, pipeline};
//!
//! let document = Document::from_text("a", "Minister Moana Tui met President Tika Oli.");
//! let graph = pipeline::build([document], &pipeline::Settings::default()).graph;
//! let svg = Picture::default().svg(&graph, Ontology::shipped());
//! assert!(svg.contains(">Moana Tui</text>") && svg.contains("[a]"));
//! ```

mod content;
mod figure;
mod legend;
mod look;
mod marks;
mod page;
mod path;
mod png;
mod scene;
mod shapes;
mod svg;
mod typeface;
mod words;

pub use page::Page;
pub use png::TooLarge;

pub(crate) use look::look;
pub(crate) use typeface::{Weight, width as text_width, wrap};
pub(crate) use words::{edge_label, is_over, number};

use content::Content;

use crate::graph::KnowledgeGraph;
use crate::layout::Measures;
use crate::ontology::Ontology;

/// How a graph is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Picture {
    /// The shape of the page.
    pub page: Page,
    /// Whether to draw everything, even if nobody can read it at once. Otherwise a large graph is cut down to what is
    /// linked most, and the caption says so.
    pub is_complete: bool,
}

impl Picture {
    /// Draws a graph as SVG.
    #[must_use]
    pub fn svg(&self, graph: &KnowledgeGraph, ontology: &Ontology) -> String {
        svg::write(&self.scene(graph, ontology))
    }

    /// Draws a graph as PNG.
    ///
    /// # Errors
    /// [`TooLarge`] if it has too many pixels.
    pub fn png(&self, graph: &KnowledgeGraph, ontology: &Ontology) -> Result<Vec<u8>, TooLarge> {
        png::paint(&self.scene(graph, ontology))
    }

    /// Measures how well the picture of a graph reads.
    #[must_use]
    pub fn measures(&self, graph: &KnowledgeGraph, ontology: &Ontology) -> Measures {
        figure::measures(&self.content(graph), ontology, self.page)
    }

    fn content<'g>(&self, graph: &'g KnowledgeGraph) -> Content<'g> {
        if self.is_complete { Content::all(graph) } else { Content::readable(graph) }
    }

    fn scene(&self, graph: &KnowledgeGraph, ontology: &Ontology) -> scene::Scene {
        figure::draw(graph, &self.content(graph), ontology, self.page)
    }
}
