//! What the program found and what an annotator found in, scores out.

pub mod names;
