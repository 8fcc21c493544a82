//! A document in, sentences of tokens out.

mod labels;

pub use labels::{Deprel, TokenId, UnknownLabel, Upos};
