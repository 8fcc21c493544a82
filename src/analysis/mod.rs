//! A document in, sentences of tokens out.

mod labels;
pub mod names;
mod random;

pub use labels::{Deprel, TokenId, UnknownLabel, Upos};
