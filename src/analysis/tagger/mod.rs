//! Tags the words of a sentence.
//!
//! A network computes a vector for each word in its context and chooses the pair of universal and treebank tag that it
//! scores highest. No choice depends on another one, so all words of a sentence are tagged at once (Collobert et al. 2011,
//! "Natural language processing (almost) from scratch", JMLR 12, section 3).

pub(crate) mod network_tagger;

pub use network_tagger::{Tagger, TaggerScratch};
