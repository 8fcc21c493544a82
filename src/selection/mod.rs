//! Chooses a part of a graph.
//!
//! A [`Selection`] says what to keep; [`Selection::apply`] makes a smaller graph of the same kind, so everything that
//! reads a graph reads a selection. It can also add edges, marked by relations that no rule finds: `at_event_with` in
//! place of events, `mentioned_with` between entities that are named in the same articles.
//!
//! # Example
//! ```
//! use whomet::{document::Document, pipeline, selection::Selection};
//!
//! let text = "Minister Moana Tui met President Tika Oli. Peru trained officers of Fiji.";
//! let graph = pipeline::build([Document::from_text("a", text)], &pipeline::Settings::default()).graph;
//! let mut selection = Selection::default();
//! selection.around = vec!["person/moana-tui".into()];
//! let labels: Vec<String> = selection.apply(graph).nodes().map(|node| node.label.clone()).collect();
//! assert_eq!(labels, ["Moana Tui", "Tika Oli"]);
//! ```

mod added_edges;
mod apply;
mod articles;
mod co_mentions;
mod criteria;
mod events;
mod keep_nodes;
mod narrowing;
mod reach;

pub use criteria::Selection;

#[cfg(test)]
mod tests;
