//! Makes model files from annotated texts.
//!
//! Only with the feature `training`; reading articles needs none of it. [`train_tagger`], [`train_lemmatizer`] and
//! [`train_parser`] learn from the sentences of treebanks ([`GoldSentence`]), [`train_name_finder`] from documents with
//! labelled names (see [`corpus`](crate::corpus)). The same data and options give the same bytes on every machine.
//! CONTRIBUTING.md has the commands that made the shipped models.

mod gold_sentence;
mod jackknife;
mod lemma_rules;
mod lemmatizer;
mod model_writer;
mod names;
mod network;
mod parser;
mod plain_text;
mod progress;
mod tagger;
mod vectors;

pub use gold_sentence::{GoldSentence, TreebankError};
pub use jackknife::jackknife_tags;
pub use lemmatizer::train_lemmatizer;
pub use names::{NameLists, Recipe, Source, TrainError, train_name_finder};
pub use parser::{ParserOptions, train_parser};
pub use plain_text::read_text;
pub use progress::{OnProgress, Progress};
pub use tagger::{TaggerOptions, train_tagger};
pub use vectors::{VectorOptions, train_vectors};
