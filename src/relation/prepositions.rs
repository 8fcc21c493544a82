//! The prepositions that a complement may have.

use crate::language::Class;

/// The prepositions to search for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Prepositions<'p> {
    /// Those of a class, possibly of several words: "such as".
    Class(Class),
    /// A single one that a rule names.
    Word(&'p str),
}
