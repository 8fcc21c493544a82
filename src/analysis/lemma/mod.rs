//! A word form and its tag in, the lemma out.
//!
//! Two decisions: how the small-letter form is edited ("forces" drops "s"), and how the result is cased ("Forces" as
//! part of a name keeps its capital). Each is a list of rules keyed by tag and ending, the longest matching ending
//! wins, a whole word being the longest of all. So exceptions ("met" -> "meet") are rules like any other. Edit scripts
//! as classes follow Chrupała 2006 ("Simple data-driven context-sensitive lemmatization").

pub(crate) mod edit;
pub(crate) mod ending_rules;
mod lemmatizer;

pub use lemmatizer::{Lemmatizer, LemmatizerScratch};
pub(crate) use lemmatizer::{case_context, push_lowercase};
