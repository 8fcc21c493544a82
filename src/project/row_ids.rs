//! Keys of rows.

/// The key of a document in its project.
pub(super) type DocumentRow = i64;
