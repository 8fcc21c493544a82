//! A sentence of tagged and parsed tokens.

use super::labels::TokenId;
use super::masked_sentence::MaskedSentence;
use super::names::Name;
use super::token::Token;
use super::tree::DepTree;
use crate::span::{Byte, Span};

/// The part that a sentence plays in the layout of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentenceKind {
    /// A sentence of running text.
    Prose,
    /// A line without a full stop: headline, heading, list item, caption.
    Heading,
    /// "MOGADISHU, 5 August 2021 -".
    Dateline,
}

/// A sentence, heading or dateline.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sentence {
    /// From its first token to its last, in bytes of the document's text.
    pub span: Span<Byte>,
    /// At least one token, in text order.
    pub tokens: Vec<Token>,
    /// Which token depends on which, over the same tokens.
    pub tree: DepTree,
    /// The words that the parser read, where it did not read the tokens as they stand.
    pub masked: Option<MaskedSentence>,
    /// The names in it as the name finder sees them, in text order, without overlap.
    pub names: Vec<Name>,
    /// Running text or not.
    pub kind: SentenceKind,
}

impl Sentence {
    /// The bytes that a non-empty range of tokens covers.
    ///
    /// # Panics
    /// If the range is empty or reaches beyond the sentence.
    #[must_use]
    pub fn bytes(&self, tokens: Span<TokenId>) -> Span<Byte> {
        self.tokens[tokens.start()].span.cover(self.tokens[tokens.end() - 1].span)
    }
}
