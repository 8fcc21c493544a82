//! Lemmatizes tagged words.
//!
//! Two decisions are made for each word: how to edit the lower-case form ("forces" drops "s"), and which case the
//! result has ("Forces" in a name keeps its capital). Each decision is a list of rules keyed by tag and ending. The
//! rule with the longest matching ending wins; a rule for a whole word is the longest, so exceptions ("met" -> "meet")
//! are ordinary rules. Edit scripts as classes follow Chrupała 2006 ("Simple data-driven context-sensitive
//! lemmatization").

pub(crate) mod edit;
pub(crate) mod ending_rules;
pub(crate) mod lemmatizer;

pub use lemmatizer::{Lemmatizer, LemmatizerScratch};
