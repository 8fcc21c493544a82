//! A field of nodes or edges.

use super::value::Kind;

/// A field: its name, what its values are, and how to read one. Missing values are `None`, never empty.
pub(in crate::export) struct Field<T> {
    pub(in crate::export) name: &'static str,
    pub(in crate::export) kind: Kind,
    pub(in crate::export) read: T,
}
