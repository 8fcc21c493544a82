//! A document in, sentences of tokens out.
//!
//! [`analyze`] splits the body of a [`Document`] into [`Sentence`]s of [`Token`]s with exact spans.
//! What it does not do: judge which tokens are names (`mention`) or what they have to do with each
//! other (`relation`).
//!
//! # Example
//! ```
//! use whomet::{analysis, document::Document};
//!
//! let analyzed = analysis::analyze(Document::from_text("a", "Mr. Tamm met Gen. Oli. They talked."));
//! assert_eq!(analyzed.sentences.len(), 2);
//! assert_eq!(analyzed.surface(analyzed.sentences[0].tokens[0].span), "Mr.");
//! ```

mod abbreviations;
mod labels;
mod lemma;
pub mod names;
mod random;
mod sentences;
mod tokens;

use std::sync::LazyLock;

pub use labels::{Deprel, TokenId, UnknownLabel, Upos};

use crate::document::Document;
use crate::ids::SentenceId;
use crate::span::{Byte, Span};

static ABBREVIATIONS: LazyLock<abbreviations::Abbreviations> = LazyLock::new(Default::default);

/// A word, number or punctuation mark: the smallest unit of analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Where it stands, in bytes of the document's text; never empty.
    pub span: Span<Byte>,
    /// Its dictionary form, in lower case.
    pub lemma: String,
}

/// What a sentence is in the make-up of the article.
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
pub struct Sentence {
    /// From its first token to its last, in bytes of the document's text.
    pub span: Span<Byte>,
    /// At least one token, in text order.
    pub tokens: Vec<Token>,
    /// Running text or not.
    pub kind: SentenceKind,
}

/// A document with its sentences, in text order.
#[derive(Debug, Clone, PartialEq)]
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

/// The words of a short text, such as a name in a list, as the tokenizer makes them.
#[must_use]
pub(crate) fn words_of(text: &str) -> Vec<String> {
    let tokens = tokens::tokenize(text, Span::new(0, text.len()), &ABBREVIATIONS);
    tokens.into_iter().map(|span| span.slice(text).replace(['’', '‘'], "'")).collect()
}

/// Splits the body of a document into sentences and tokens.
///
/// # Complexity
/// Linear in the length of the body.
#[must_use]
pub fn analyze(document: Document) -> AnalyzedDocument {
    let sentences = sentences::split_sentences(&document, &ABBREVIATIONS);
    AnalyzedDocument { document, sentences }
}
