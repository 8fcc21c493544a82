//! A document with its sentences.

use super::sentence::Sentence;
use crate::document::Document;
use crate::ids::SentenceId;
use crate::span::{Byte, Span};

/// A document with its sentences, in text order.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AnalyzedDocument {
    /// The document itself, unaltered.
    pub document: Document,
    /// Its sentences; empty if the body holds only white space.
    pub sentences: Vec<Sentence>,
}

impl AnalyzedDocument {
    /// The characters at `span`, as they stand in the document.
    #[must_use]
    pub fn surface(&self, span: Span<Byte>) -> &str {
        span.slice(&self.document.text)
    }

    /// The sentence with this id.
    #[must_use]
    pub fn sentence(&self, id: SentenceId) -> &Sentence {
        &self.sentences[id.index()]
    }
}
