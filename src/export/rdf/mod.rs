//! Writes RDF: Turtle, N-Quads and JSON-LD, all from the same statements.
//!
//! Entities and documents have terms of schema.org, sources those of PROV, everything else those of whomet's own
//! vocabulary (`docs/vocabulary.ttl`). Every edge is a statement resource (`rdf:Statement`) with status, dates, confidence and
//! evidence. Only a fact is a plain triple as well: whoever asks for `whomet:met` never gets a plan or a denial.

mod json_ld;
#[cfg(feature = "sparql")]
mod sparql;
mod statements;
mod terms;
mod writers;

pub(super) use json_ld::write as write_json_ld;
#[cfg(feature = "sparql")]
pub use sparql::{SparqlAnswer, SparqlError, sparql};
pub(super) use writers::{write_nquads, write_turtle};
