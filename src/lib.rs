//! Who met whom, from the news.

pub mod date;
pub mod error;
pub mod ids;
pub mod ontology;
pub mod provenance;
pub mod span;
mod text;

pub mod document;

pub mod analysis;

pub mod mention;

pub mod relation;

pub mod resolution;

pub mod graph;

pub mod query;

pub mod export;

pub mod evaluation;

pub mod pipeline;
