//! Numbers by which rows of one table name rows of another.

/// The number of a document in its project.
pub(super) type DocumentRow = i64;
