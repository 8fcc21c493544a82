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
mod data;
mod places;
mod template;

use std::collections::BTreeMap;

use crate::graph::KnowledgeGraph;
use crate::ids::DocumentId;
use crate::ontology::Ontology;
use crate::resolution::ReviewCase;

/// A page with more bytes contains by default only the articles that a relation cites.
const LARGE: usize = 5 << 20;

/// Which articles a page contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// None: only the sentences that state a relation.
    None,
    /// Those that state a relation.
    Cited,
    /// All.
    All,
}

impl Texts {
    /// Every choice.
    pub const ALL: &'static [Self] = &[Self::None, Self::Cited, Self::All];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Cited => "cited",
            Self::All => "all",
        }
    }
}

/// What a page shows besides the graph.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// The articles by document.
    pub articles: BTreeMap<DocumentId, String>,
    /// Which articles the page contains; by default all, and of many only those that are cited.
    pub texts: Option<Texts>,
    /// Pairs of names for a person to judge.
    pub cases: Vec<ReviewCase>,
}

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
