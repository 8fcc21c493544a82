//! Annotated relations and events of other data sets, and what was read in their texts, in; scores out.
//!
//! [`read`] turns records of re3d, PLOVER, PETRARCH, RAMS and WikiEvents into [`GoldDocument`]s, [`edges`] the record
//! of a document into [`Edge`]s, and [`RelationScores`] compares them: an edge is right if its relation is one that the
//! label stands for and its ends touch the annotated ones, by place or by name. What the labels mean is in
//! `labels.tsv`; the data sets are made for other questions, so the figures serve to compare builds, not systems.

mod edge;
mod end;
mod found_edges;
mod gold;
mod record_reader;
mod relation_scores;

pub use edge::Edge;
pub use end::End;
pub use found_edges::edges;
pub use gold::{GoldDocument, GoldRelation};
pub use record_reader::{RecordError, read};
pub use relation_scores::{Differences, RelationScores, SetScores};
