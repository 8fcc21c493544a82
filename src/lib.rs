//! Reads news articles and builds a graph of who met whom, with evidence for every edge.
//!
//! An article passes through these modules in order:
//!
//! `document` -> `analysis` -> `lexicon` -> `mention` -> `quantity` -> `description` -> `masking` -> `quotation` ->
//! `relation` -> `coreference` -> `record` -> `resolution` -> `graph` -> `selection` -> `project`, `picture`, `view`,
//! `export` -> `query`
//!
//! [`pipeline::build`] runs the steps up to `graph`. Every mention and statement carries its document, span, rule and
//! confidence, and the text is never altered after reading. The same documents give the same bytes, whatever their
//! order and the number of threads.
//!
//! # Example
//! ```
//! use whomet::{document::Document, pipeline};
//!
//! let article = Document::from_text("visit", "Minister Moana Tui met President Tika Oli in Lima.");
//! let graph = pipeline::build([article], &pipeline::Settings::default()).graph;
//! let (source, edge, target) = graph.edges().next().unwrap();
//! assert_eq!((source.label.as_str(), edge.relation.as_str(), target.label.as_str()), ("Moana Tui", "met", "Tika Oli"));
//! assert_eq!(edge.evidence[0].quote.text, "Minister Moana Tui met President Tika Oli in Lima.");
//! ```
//!
//! # Features
//! `cli` (default) builds the `whomet` program; without it the library does not need clap, indicatif or ratatui.
//! `sqlite` (default, required by `cli`) keeps documents in project files; without it no C code is compiled. `training`
//! (default) makes the models and adds `train` to the program. `evaluation` (default) scores the analysis and the graph
//! on annotated texts and adds `eval` to the program. A library that only reads articles needs none of them: `whomet =
//! { version = "…", default-features = false }`.

mod clustering;
pub mod language;

pub mod date;
pub mod error;
mod flat_table;
pub mod ids;
mod name_search;
pub mod ontology;
pub mod provenance;
pub mod span;
mod stable_hash;
#[cfg(any(feature = "training", feature = "evaluation"))]
mod stable_random;
pub mod table;
mod text;
mod text_search;

pub mod document;

pub mod analysis;

pub mod lexicon;

pub mod mention;

pub mod quantity;

pub mod description;

pub mod masking;

pub mod quotation;

pub mod relation;

pub mod coreference;

pub mod record;

pub mod resolution;

pub mod graph;

pub mod selection;

#[cfg(feature = "sqlite")]
pub mod project;

pub mod query;

pub mod layout;
pub mod picture;
pub mod view;

pub mod export;

#[cfg(any(feature = "training", feature = "evaluation"))]
pub mod corpus;

#[cfg(feature = "training")]
pub mod training;

#[cfg(feature = "evaluation")]
pub mod evaluation;

pub mod pipeline;
pub mod rule_check;

#[cfg(test)]
mod given_trees;
