//! Titles of persons.

/// The kind of a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Title {
    /// Whether the title names a position in an organization ("minister"), not a rank or courtesy ("Mr.").
    pub(crate) is_office: bool,
}
