//! Annotated relations.

use super::end::End;

/// An annotated relation or event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldRelation {
    /// The line of the report that it counts in.
    pub row: String,
    /// Relations that match; empty if `row` is a type of PLOVER.
    pub relations: Vec<String>,
    /// Possible pairs of ends; an event with three participants has three pairs.
    pub pairs: Vec<[End; 2]>,
    /// Whether the ends are interchangeable.
    pub is_symmetric: bool,
}

/// An annotated text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldDocument {
    /// Its name.
    pub id: String,
    /// The data set.
    pub set: String,
    /// The text.
    pub text: String,
    /// The annotated relations that have both ends.
    pub relations: Vec<GoldRelation>,
    /// Whether an edge that is not annotated is wrong.
    pub is_complete: bool,
}
