//! A document in, sentences of tokens out.

pub mod conllu;
pub mod training;
pub mod treebank;

mod hash;
mod labels;
mod lemma;
mod model;
mod parser;
mod perceptron;
mod random;
mod shipped;
mod tagger;
mod tree;
mod weights;

pub use labels::{Deprel, TokenId, UnknownLabel, Upos};
pub use lemma::{Lemmatizer, LemmatizerScratch};
pub use model::ModelError;
pub use parser::{Parser, ParserOptions, ParserScratch};
pub use tagger::{Tag, Tagger, TaggerOptions, TaggerScratch, UnknownXpos, Xpos};
pub use tree::{DepTree, TreeError};
