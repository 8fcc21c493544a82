//! Scores relations on annotated relations and events of other data sets.
//!
//! [`read`] turns records of re3d, PLOVER, PETRARCH, RAMS and WikiEvents into [`GoldDocument`]s, [`edges`] turns the
//! record of a document into [`Edge`]s, and [`RelationScores`] compares them: an edge is right if the label covers its
//! relation and its ends match the annotated ones by place or by name. `labels.tsv` interprets the labels. The data
//! sets were made for other questions, so the figures compare versions of whomet, not systems.

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
