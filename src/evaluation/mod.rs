//! What was found and what is right in, scores out.

pub mod alignment;
pub mod chains;
pub mod conllu;
pub mod coreference;
mod counts;
pub mod forms;
pub mod gum;
pub mod name_pairs;
pub mod names;
pub mod negatives;
pub mod re3d;
pub mod relations;
mod treebank;

pub use counts::{Counts, SidedCounts};
pub use treebank::{RawDocument, analyze_raw, analyze_words, raw_documents};
