//! The features of a token, as keys.

use super::known_words::{KnownWords, word_key};
use crate::analysis::word_form::{Casing, casing, is_set_in_capitals, normalize_word, prefix, suffix};
use crate::stable_hash::fx;

/// Stands for the tag before the first word.
pub(crate) const START: u64 = 255;

/// Empty entries on either side of the sentence, so that features need no bounds checks.
const MARGIN: usize = 2;

/// Code of the casing of any word in a sentence that is set in capitals.
const HEADLINE: u64 = 7;

/// What the tagger sees of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SeenWord {
    word: u64,
    suffixes: [u64; 4],
    prefixes: [u64; 3],
    shape: u64,
    ambiguity: u64,
    /// The class of the word if it never has another one.
    pub(crate) fixed: Option<u8>,
}

impl SeenWord {
    /// Replaces `views` by those of `forms`, with a margin on both sides.
    pub(crate) fn fill(forms: &[&str], lexicon: &KnownWords, word: &mut String, views: &mut Vec<Self>) {
        views.clear();
        views.resize(MARGIN, Self::default());
        let is_headline = is_set_in_capitals(forms);
        for (at, form) in forms.iter().enumerate() {
            normalize_word(form, word);
            views.push(Self::new(form, word, at, is_headline, lexicon));
        }
        views.resize(forms.len() + 2 * MARGIN, Self::default());
    }

    /// The view of token `at`.
    pub(crate) fn of(views: &[Self], at: usize) -> &Self {
        &views[at + MARGIN]
    }

    fn new(form: &str, word: &str, at: usize, is_headline: bool, lexicon: &KnownWords) -> Self {
        let casing = casing(form);
        let hash = |text: &str| fx::hash(text.as_bytes());
        let case_code = if is_headline { HEADLINE } else { casing as u64 };
        let has_digit = word.contains('0');
        let has_hyphen = word.contains('-');
        let marks = u64::from(has_digit) | u64::from(has_hyphen) << 1 | u64::from(at == 0) << 2;
        let shape = case_code << 8 | marks << 4 | (word.len() as u64).min(4);
        let known = lexicon.get(word_key(word));
        let ambiguity = known
            .map_or_else(|| fx::step(fx::step(hash(suffix(word, 2)), case_code), 1), |info| u64::from(info.ambiguity));
        let has_case_of_its_own = matches!(casing, Casing::None | Casing::Lower) || at == 0 || is_headline;
        Self {
            word: hash(word),
            suffixes: [1, 2, 3, 4].map(|length| hash(suffix(word, length))),
            prefixes: [1, 2, 4].map(|length| hash(prefix(word, length))),
            shape,
            ambiguity,
            fixed: known.filter(|_| has_case_of_its_own).and_then(|info| info.fixed),
        }
    }
}

/// Replaces `keys` by the features of token `at`, whose two predecessors have the classes `before` and `before_that`.
///
/// Templates follow Ratnaparkhi 1996 ("A maximum entropy model for part-of-speech tagging", EMNLP), with ambiguity
/// classes of the words around.
pub(crate) fn features(views: &[SeenWord], at: usize, before: u64, before_that: u64, keys: &mut Vec<u32>) {
    let [ll, l, w, r, rr] = [0, 1, 2, 3, 4].map(|offset| &views[at + offset]);
    keys.clear();
    let mut number = 0;
    let mut add = |parts: &[u64]| {
        number += 1;
        keys.push(fx::key(parts.iter().fold(number, |hash, &part| fx::step(hash, part))));
    };
    add(&[]);
    add(&[w.word]);
    add(&[w.word, w.shape >> 8]);
    add(&[w.word, before]);
    add(&[w.word, before, before_that]);
    add(&[w.word, l.word]);
    add(&[w.word, r.word]);
    add(&[w.word, r.ambiguity]);
    add(&[w.word, before, r.ambiguity]);
    add(&[l.word]);
    add(&[r.word]);
    add(&[ll.word]);
    add(&[rr.word]);
    add(&[l.word, r.word]);
    add(&[before]);
    add(&[before, before_that]);
    add(&[before, r.word]);
    add(&[before, l.word]);
    add(&[w.ambiguity]);
    add(&[w.ambiguity, before]);
    add(&[w.ambiguity, before, before_that]);
    add(&[w.ambiguity, r.ambiguity]);
    add(&[w.ambiguity, r.ambiguity, rr.ambiguity]);
    add(&[w.ambiguity, before, r.ambiguity]);
    add(&[w.ambiguity, l.word]);
    add(&[w.ambiguity, r.word]);
    add(&[r.ambiguity]);
    add(&[rr.ambiguity]);
    add(&[before, r.ambiguity, rr.ambiguity]);
    add(&[l.ambiguity, w.ambiguity]);
    add(&[w.shape]);
    add(&[w.shape, before]);
    add(&[w.shape, l.shape, r.shape]);
    add(&[w.shape, r.word]);
    add(&[w.shape, l.word]);
    for suffix in w.suffixes {
        add(&[suffix]);
    }
    add(&[w.suffixes[2], before]);
    add(&[w.suffixes[2], w.shape]);
    add(&[w.suffixes[1], w.shape, before]);
    add(&[w.suffixes[2], r.ambiguity]);
    for prefix in w.prefixes {
        add(&[prefix]);
    }
    add(&[w.prefixes[2], w.suffixes[2]]);
    add(&[l.suffixes[2]]);
    add(&[r.suffixes[2]]);
    add(&[r.suffixes[1], r.shape]);
    add(&[l.shape >> 8, w.shape >> 8]);
}
