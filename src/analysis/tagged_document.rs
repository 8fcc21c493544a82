//! A document whose sentences have tokens and names but are not parsed yet.

use super::labels::TokenId;
use super::names::Name;
use super::sentence::{Sentence, SentenceKind};
use super::tag::Tag;
use super::token::Token;
use super::tree::DepTree;
use crate::document::Document;
use crate::span::{Byte, Span};

/// A sentence before it is parsed: what [`Sentence`] holds, except the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct TaggedSentence {
    /// From its first token to its last, in bytes of the document's text.
    pub span: Span<Byte>,
    /// At least one token, in text order.
    pub tokens: Vec<Token>,
    /// The names in it as the name finder sees them, in text order, without overlap.
    pub names: Vec<Name>,
    /// Running text or not.
    pub kind: SentenceKind,
}

/// A document with its tagged sentences, in text order.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaggedDocument {
    /// The document itself, unaltered.
    pub document: Document,
    /// Its sentences; empty if the body holds only white space.
    pub sentences: Vec<TaggedSentence>,
}

impl TaggedDocument {
    /// The characters at `span`, as they stand in the document.
    #[must_use]
    pub fn surface(&self, span: Span<Byte>) -> &str {
        span.slice(&self.document.text)
    }
}

impl TaggedSentence {
    /// The tags of its tokens, in text order.
    #[must_use]
    pub fn tags(&self) -> Vec<Tag> {
        self.tokens.iter().map(|token| token.tag).collect()
    }

    /// The bytes that a non-empty range of tokens covers.
    ///
    /// # Panics
    /// If the range is empty or reaches beyond the sentence.
    #[must_use]
    pub fn bytes(&self, tokens: Span<TokenId>) -> Span<Byte> {
        self.tokens[tokens.start()].span.cover(self.tokens[tokens.end() - 1].span)
    }

    /// The parsed sentence: this one with the tree of its tokens.
    ///
    /// # Panics
    /// If `tree` has not one entry per token.
    #[must_use]
    pub fn with_tree(self, tree: DepTree) -> Sentence {
        let Self { span, tokens, names, kind } = self;
        assert_eq!(tokens.len(), tree.len(), "one entry of the tree per token");
        Sentence { span, tokens, tree, masked: None, names, kind }
    }
}
