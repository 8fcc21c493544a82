//! Splits a document into sentences of tokens, tags and parses them, and finds names.
//!
//! [`Analyzer::analyze`] splits the body of a [`Document`](crate::document::Document) into [`Sentence`]s of [`Token`]s
//! with exact spans. Each token gets its part of speech and lemma, each sentence its names and its dependency tree, in
//! the labels of Universal Dependencies (<https://universaldependencies.org>). [`Analyzer::tag`] and
//! [`Analyzer::parse`] are the two phases: words and names first, then trees. The models were trained for whomet and
//! are part of the library; `models/NOTICE.md` lists their sources. One core reads about 70,000 words a second (`cargo
//! bench --bench analysis`); UDPipe 1, whose accuracy is comparable, reads about 2,000. Relations between names are
//! found in `relation`.
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
mod mended_tags;
pub(crate) mod model_file;
pub(crate) mod model_tables;
pub(crate) mod network;
pub(crate) mod parser;
pub(crate) mod quoted_passages;
mod sentence;
mod sentence_splitter;
mod shipped_models;
pub(crate) mod tag;
mod tagged_document;
pub(crate) mod tagger;
mod to_conllu;
mod token;
mod tokenizer;
pub(crate) mod tree;
pub(crate) mod word_form;
pub(crate) mod word_vectors;

pub use analyzed_document::AnalyzedDocument;
pub use analyzer::{Analyzer, MODEL_FILES, ModelFolderError};
pub use labels::{Deprel, TokenId, UnknownLabel, Upos};
pub use lemma::{Lemmatizer, LemmatizerScratch};
pub use masked_sentence::MaskedSentence;
pub use masking::{MaskedWord, Masking, StandIn};
pub use model_file::ModelError;
pub use parser::{Parser, ParserScratch};
pub use sentence::{Sentence, SentenceKind};
pub use tag::{Tag, UnknownXpos, Xpos};
pub use tagged_document::{TaggedDocument, TaggedSentence};
pub use tagger::{Tagger, TaggerScratch};
pub use to_conllu::to_conllu;
pub use token::Token;
pub use tree::{DepTree, TreeError};
pub use word_vectors::WordVectors;

pub(crate) use analyzer::words_of;
