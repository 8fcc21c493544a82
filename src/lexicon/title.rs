//! Titles of persons.

/// What a title is the title of; decides whether it makes an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Title {
    /// Whether the title names a position in a body ("minister"), not a rank or courtesy ("Mr.").
    pub(crate) is_office: bool,
}
