//! Which prepositions a complement may have.

use crate::language::Class;

/// The prepositions behind which something is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Prepositions<'p> {
    /// Those of a class, perhaps of several words: "such as".
    Class(Class),
    /// The one that a rule names.
    Word(&'p str),
}
