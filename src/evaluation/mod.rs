//! What was found and what is right in, scores out.

pub mod conllu;
