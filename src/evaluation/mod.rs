//! What was found and what is right in, scores out.

pub mod conllu;
mod counts;
pub mod names;
mod treebank;

pub use counts::Counts;
pub use treebank::{RawDocument, analyze_raw, analyze_words, raw_documents};
