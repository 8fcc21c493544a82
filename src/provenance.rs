//! Who found something, where, and how sure it is.

use crate::ids::{DocumentId, RuleName, SentenceId};
use crate::span::{Byte, Span};

/// The origin of a mention, statement or merge. A required part of each: nothing is without evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Provenance {
    /// The document it was found in.
    pub document: DocumentId,
    /// The sentence it was found in.
    pub sentence: SentenceId,
    /// The exact passage, in bytes of the document's text.
    pub span: Span<Byte>,
    /// The rule, list or sieve that decided.
    pub rule: RuleName,
    /// How sure it is: a score from 0.0 to 1.0 set with the rule, not a probability.
    pub confidence: f32,
}
