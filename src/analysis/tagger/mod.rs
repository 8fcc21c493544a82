//! Word forms of a sentence in, one tag per word out.
//!
//! A greedy tagger from left to right: each word gets the pair of universal and treebank tag that an averaged
//! perceptron scores highest, given the word, its neighbours and the two tags before it. What tags a word had in
//! training (its ambiguity class; Toutanova et al. 2003, "Feature-rich part-of-speech tagging", NAACL) stands in for
//! the tags to the right, which are not known yet. Words with practically one tag skip the decision.

mod greedy_tagger;
pub(crate) mod known_words;
pub(crate) mod tag_features;

pub(crate) use greedy_tagger::best_class;
pub use greedy_tagger::{Tagger, TaggerScratch};
