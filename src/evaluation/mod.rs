//! What was found and what is right in, scores out.

pub mod conllu;
mod treebank;

pub use treebank::{analyze_raw, analyze_words};
