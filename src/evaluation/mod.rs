//! What the program found and what an annotator found in, scores out.

pub mod names;
pub mod raw_text;
