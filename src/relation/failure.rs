//! Where a triggered rule failed.

/// Where a triggered rule failed. Later tests are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Failure {
    /// A path of `needs` leads nowhere, or a path of `without` leads somewhere.
    Construction,
    /// The words do not state a fact, plan or denial: "would have met", "should meet".
    Nonfactual,
    /// No path leads to a subject of the allowed types.
    Subject,
    /// No path leads to an object of the allowed types.
    Object,
    /// The list has too many members to pair them with each other.
    LongList,
}
