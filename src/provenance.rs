//! Where a finding comes from, and how sure it is.

use crate::ids::{DocumentId, RuleName, SentenceId};
use crate::span::{Byte, Span};

/// The origin of a mention or statement. Every one has it: nothing is found without evidence.
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
    /// A score from 0.0 to 1.0 set with the rule; not a probability.
    pub confidence: f32,
}
