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

mod abbreviations;
mod analyzed_document;
mod analyzer;
mod flat_names;
pub(crate) mod labels;
pub(crate) mod lemma;
mod masked_sentence;
mod masking;
pub(crate) mod model_file;
pub(crate) mod model_tables;
pub(crate) mod parser;
pub(crate) mod quoted_passages;
mod sentence;
mod sentence_splitter;
mod shipped_models;
pub(crate) mod tag;
mod tagged_document;
pub(crate) mod tagger;
mod to_conllu;
mod tokenizer;
pub(crate) mod tree;
pub(crate) mod word_form;

pub use analyzed_document::AnalyzedDocument;
pub use analyzer::{Analyzer, MODEL_FILES, ModelFolderError, WordsAnalyzer};
pub use labels::{Deprel, TokenId, UnknownLabel, Upos};
pub use lemma::{Lemmatizer, LemmatizerScratch};
pub use masked_sentence::MaskedSentence;
pub use masking::{MaskedWord, Masking, StandIn};
pub use model_file::ModelError;
pub use parser::{Parser, ParserScratch};
pub use sentence::{Sentence, SentenceKind, Token};
pub use tag::{Tag, UnknownXpos, Xpos};
pub use tagged_document::{TaggedDocument, TaggedSentence};
pub use tagger::{Tagger, TaggerScratch};
pub use to_conllu::to_conllu;
pub use tree::{DepTree, TreeError};

pub(crate) use analyzer::words_of;
