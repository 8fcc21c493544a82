//! A token with its tag and lemma.

use super::tag::Tag;
use crate::span::{Byte, Span};

/// A word, number or punctuation mark: the smallest unit of analysis.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Token {
    /// Where it stands, in bytes of the document's text; never empty.
    pub span: Span<Byte>,
    /// Its dictionary form; names keep their capital.
    pub lemma: String,
    /// Its part of speech.
    pub tag: Tag,
}
