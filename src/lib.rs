//! Who met whom, from the news: articles in, a relationship graph with evidence out.
//!
//! An article flows through one module after the other:
//!
//! `document` -> `analysis` -> `lexicon` -> `mention` -> `relation` -> `coreference` -> `record` -> `resolution` -> `graph` ->
//! `project`, `query`, `export`
//!
//! [`pipeline::build`] runs the first eight in order; each module says what goes in and what comes out.
//! Nothing is without evidence: mentions and statements carry document, span, rule and confidence,
//! and the text as read is never altered. The same documents give the same bytes, whatever their
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
//! `cli` (default) builds the `whomet` program; without it the library needs neither clap nor indicatif nor ratatui.
//! `sqlite` (default, and needed by `cli`) keeps documents in project files; without it nothing is compiled from C.
//! `training` (default) has what makes the models, and adds `train` to the program; `evaluation` (default) has what scores
//! the analysis and the graph on annotated texts, and adds `eval`. A library that reads articles needs none of the four:
//! `whomet = { version = "…", default-features = false }`.

mod clustering;
pub mod date;
pub mod error;
mod flat_table;
pub mod ids;
pub mod ontology;
pub mod provenance;
pub mod span;
mod stable_hash;
#[cfg(any(feature = "training", feature = "evaluation"))]
mod stable_random;
mod text;

pub mod document;

pub mod analysis;

pub mod lexicon;

pub mod mention;

pub mod quantity;

mod description;

pub mod quotation;

pub mod relation;

pub mod coreference;

pub mod record;

pub mod resolution;

pub mod graph;

#[cfg(feature = "sqlite")]
pub mod project;

pub mod query;

pub mod export;

#[cfg(any(feature = "training", feature = "evaluation"))]
pub mod corpus;

#[cfg(feature = "training")]
pub mod training;

#[cfg(feature = "evaluation")]
pub mod evaluation;

pub mod pipeline;
