//! Tags the words of a sentence.
//!
//! The tagger is greedy and works from left to right. Each word gets the pair of universal and treebank tag that an
//! averaged perceptron scores highest, given the word, its neighbors and the two tags before it. The ambiguity class of
//! a word, that is, the set of its tags in training, stands in for the tags to the right, which are not known yet
//! (Toutanova et al. 2003, "Feature-rich part-of-speech tagging", NAACL). Words with practically one tag need no
//! decision.

pub(crate) mod greedy_tagger;
pub(crate) mod known_words;
pub(crate) mod tag_features;

pub use greedy_tagger::{Tagger, TaggerScratch};
