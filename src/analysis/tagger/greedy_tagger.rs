//! The tagger and its model.

use super::known_words::{KnownWords, word_key};
use super::tag_features::{START, SeenWord, features};

use crate::analysis::model_file::{ModelError, ModelKind, ModelReader};
use crate::analysis::model_tables::RowTable;
use crate::analysis::tag::Tag;
use crate::analysis::word_form::normalize_word;

/// Finds the part of speech of each word of a sentence.
///
/// # Example
/// ```
/// use whomet::analysis::{Tagger, TaggerScratch};
///
/// let mut tags = Vec::new();
/// let tagger = Tagger::shipped();
/// tagger.tag(&["Museveni", "met", "Kagame", "."], &mut TaggerScratch::default(), &mut tags);
/// let xpos: Vec<&str> = tags.iter().map(|tag| tag.xpos.as_str()).collect();
/// assert_eq!(xpos, ["NNP", "VBD", "NNP", "."]);
/// ```
pub struct Tagger {
    lexicon: KnownWords,
    classes: Vec<Tag>,
    weights: RowTable,
}

/// Buffers of the tagger, reused between sentences.
#[derive(Default)]
pub struct TaggerScratch {
    views: Vec<SeenWord>,
    word: String,
    keys: Vec<u32>,
    scores: Vec<i32>,
}

impl Tagger {
    /// Reads a model that `training::train_tagger` made.
    ///
    /// # Errors
    /// [`ModelError`] if `bytes` are not such a model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = ModelReader::new(bytes, ModelKind::Tagger)?;
        let count = input.count()?;
        let classes = (0..count)
            .map(|_| Tag::from_code(input.number()?).ok_or(ModelError::Damaged { what: "a tag" }))
            .collect::<Result<Vec<_>, _>>()?;
        let lexicon = KnownWords::read(&mut input, classes.len())?;
        let weights = RowTable::read(&mut input)?;
        if classes.is_empty() || weights.classes() != classes.len() {
            return Err(ModelError::Damaged { what: "the list of tags" });
        }
        Ok(Self { lexicon, classes, weights })
    }

    /// Whether the training data has `word` often enough to know its tags.
    pub(crate) fn knows(&self, word: &str) -> bool {
        let mut normalized = String::new();
        normalize_word(word, &mut normalized);
        self.lexicon.get(word_key(&normalized)).is_some()
    }

    /// Replaces `tags` by the tags of the sentence `forms`, one per form, in text order.
    ///
    /// # Complexity
    /// O(n) for n forms.
    pub fn tag(&self, forms: &[&str], scratch: &mut TaggerScratch, tags: &mut Vec<Tag>) {
        tags.clear();
        SeenWord::fill(forms, &self.lexicon, &mut scratch.word, &mut scratch.views);
        let (mut before, mut before_that) = (START, START);
        for at in 0..forms.len() {
            let class = match SeenWord::of(&scratch.views, at).fixed {
                Some(class) => class,
                None => {
                    features(&scratch.views, at, before, before_that, &mut scratch.keys);
                    self.weights.score(&scratch.keys, &mut scratch.scores);
                    best_class(&scratch.scores)
                }
            };
            tags.push(self.classes[class as usize]);
            (before, before_that) = (u64::from(class), before);
        }
    }
}

/// The class with the highest score, the first of equal ones.
pub(crate) fn best_class<T: PartialOrd + Copy>(scores: &[T]) -> u8 {
    let mut best = 0;
    for (class, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = class;
        }
    }
    best as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn xpos(tagger: &Tagger, forms: &[&str]) -> Vec<&'static str> {
        let mut tags = Vec::new();
        tagger.tag(forms, &mut TaggerScratch::default(), &mut tags);
        tags.iter().map(|tag| tag.xpos.as_str()).collect()
    }

    #[test]
    fn the_shipped_model_tags_names_and_verbs() {
        let tagger = Tagger::shipped();
        let forms = ["The", "Ugandan", "army", "has", "sent", "soldiers", "to", "Jinja", "."];
        assert_eq!(xpos(&tagger, &forms), ["DT", "JJ", "NN", "VBZ", "VBN", "NNS", "IN", "NNP", "."]);
    }

    #[test]
    fn a_headline_in_capitals_is_not_all_names() {
        let tags = xpos(&Tagger::shipped(), &["UGANDA", "SENDS", "TROOPS", "TO", "SOMALIA"]);
        assert_eq!(tags[..3], ["NNP", "VBZ", "NNS"]);
    }

    #[test]
    fn odd_words_are_tagged_without_panic() {
        let long = "x".repeat(100_000);
        assert_eq!(xpos(&Tagger::shipped(), &["", "\u{0}", "\u{202e}\u{1f600}", &long]).len(), 4);
        assert!(xpos(&Tagger::shipped(), &[]).is_empty());
    }
}
