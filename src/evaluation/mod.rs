//! Scores the analysis, the mentions, the chains and the relations on annotated texts.
//!
//! Only with the feature `evaluation`. Each module scores one thing or reads one corpus; `whomet eval` prints the
//! results.

pub mod chain_scores;
pub mod conllu_scores;
mod counts;
mod form_class;
pub mod found_chains;
pub mod gold;
pub mod gum;
pub mod mention_alignment;
pub mod name_pairs;
pub mod name_scores;
pub mod negatives;
mod raw_document;
pub mod re3d;
pub mod relations;
pub mod surface_forms;

pub use counts::{Counts, SidedCounts};
pub use form_class::FormClass;
pub use raw_document::{RawDocument, analyze_raw, analyze_words, raw_documents};
