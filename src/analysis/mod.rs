//! A document in, sentences of tagged and parsed tokens out.
//!
//! [`Analyzer::analyze`] splits the body of a [`Document`] into [`Sentence`]s of [`Token`]s with exact
//! spans, and gives each token its part of speech and lemma and each sentence its dependency tree, in
//! the labels of Universal Dependencies (<https://universaldependencies.org>), and its names. The models were
//! trained for whomet, are part of the library, and take no download; `models/NOTICE.md` says from what.
//! One core reads some 70,000 words a second (`cargo bench --bench analysis`), where UDPipe 1, with which
//! the accuracy may be compared, reads in the order of 2,000.
//! What it does not do: say what has to do with what (`relation`).
//!
//! # Example
//! ```
//! use whomet::{analysis::{Analyzer, Upos}, document::Document};
//!
//! let analyzed = Analyzer::shipped().analyze(Document::from_text("a", "Mr. Tamm met Gen. Oli. They talked."));
//! assert_eq!(analyzed.sentences.len(), 2);
//! let met = &analyzed.sentences[0].tokens[2];
//! assert_eq!((analyzed.surface(met.span), met.lemma.as_str(), met.tag.upos), ("met", "meet", Upos::Verb));
//! ```

pub mod conllu;
pub mod names;
pub mod training;
pub mod treebank;

mod abbreviations;
mod analyzer;
mod hash;
mod labels;
mod lemma;
mod model;
mod output;
mod parser;
mod perceptron;
mod random;
mod sentences;
mod shipped;
mod tagger;
mod tokens;
mod tree;
mod unity;
mod weights;

pub use analyzer::{Analyzer, MODEL_FILES, ModelFolderError, WordsAnalyzer};
pub use labels::{Deprel, TokenId, UnknownLabel, Upos};
pub use lemma::{Lemmatizer, LemmatizerScratch};
pub use model::ModelError;
pub use output::to_conllu;
pub use parser::{Parser, ParserOptions, ParserScratch};
pub use tagger::{Tag, Tagger, TaggerOptions, TaggerScratch, UnknownXpos, Xpos};
pub use tree::{DepTree, TreeError};

pub(crate) use analyzer::words_of;
pub(crate) use random::Random;

use crate::document::Document;
use crate::ids::SentenceId;
use crate::span::{Byte, Span};

/// A word, number or punctuation mark: the smallest unit of analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Where it stands, in bytes of the document's text; never empty.
    pub span: Span<Byte>,
    /// Its dictionary form; names keep their capital.
    pub lemma: String,
    /// Its part of speech.
    pub tag: Tag,
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
    /// Which token depends on which, over the same tokens.
    pub tree: DepTree,
    /// The names in it as the name finder sees them, in text order, without overlap.
    pub names: Vec<names::Name>,
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
