//! Passages that a search finds.

use crate::date::PartialDate;
use crate::ids::DocumentId;
use crate::span::{Char, Span};

/// A passage of a document that contains the words searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundPassage {
    /// The document.
    pub document: DocumentId,
    /// Its date.
    pub date: Option<PartialDate>,
    /// The passage, in characters of the text.
    pub span: Span<Char>,
    /// Exactly these characters.
    pub text: String,
    /// The names of the things that it mentions, sorted.
    pub things: Vec<String>,
}
