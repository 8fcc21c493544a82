//! The words and tags that have rows of their own in the tables of the network.

use super::tensors::{AFFIX_ROWS, SHAPE_ROWS};
use crate::analysis::model_file::{ModelError, ModelReader};
use crate::analysis::model_tables::{KeyMap, read_numbering};
use crate::analysis::tag::Tag;
use crate::analysis::word_form::{casing, is_set_in_capitals, normalize_word, prefix, suffix};
use crate::analysis::word_vectors::WordVectors;
use crate::stable_hash::fx;

/// Row of unknown words.
pub(crate) const UNKNOWN: u32 = 0;

/// The rows of a token in the six embedding tables, and of its vector.
pub(crate) type Rows = [u32; 7];

/// The place of the vector in [`Rows`].
pub(crate) const VECTOR: usize = 6;

/// The words and tags that have rows of their own.
pub(crate) struct Vocabulary {
    pub(crate) vectors: &'static WordVectors,
    pub(crate) words: KeyMap,
    pub(crate) word_rows: usize,
    /// Row of each tag code.
    pub(crate) tags: KeyMap,
    pub(crate) tag_rows: usize,
}

impl Vocabulary {
    /// Reads the words and tags that training wrote.
    pub(crate) fn read(input: &mut ModelReader) -> Result<Self, ModelError> {
        let (words, word_rows) = read_numbering(input)?;
        let (tags, tag_rows) = read_numbering(input)?;
        Ok(Self { vectors: WordVectors::shipped(), words, word_rows: word_rows + 1, tags, tag_rows: tag_rows + 1 })
    }

    /// Rows of the tables of words and tags, counting the one for unknown ones.
    pub(crate) fn rows(&self) -> (usize, usize) {
        (self.word_rows, self.tag_rows)
    }

    /// Whether the word has a row of its own.
    pub(crate) fn knows(&self, word: &str) -> bool {
        let mut normalized = String::new();
        normalize_word(word, &mut normalized);
        self.words.get(fx::key(fx::hash(normalized.as_bytes()))).is_some()
    }

    /// Replaces `rows` by those of the sentence `forms`, with `tags` if they are known. `word` is a buffer.
    pub(crate) fn look_up(&self, forms: &[&str], tags: Option<&[Tag]>, word: &mut String, rows: &mut Vec<Rows>) {
        rows.clear();
        let is_headline = is_set_in_capitals(forms);
        for (at, form) in forms.iter().enumerate() {
            normalize_word(form, word);
            let case = if is_headline { SHAPE_ROWS / 2 - 1 } else { casing(form) as usize };
            let known = self.words.get(fx::key(fx::hash(word.as_bytes()))).copied();
            let vector = self.vectors.row(word);
            rows.push([
                known.unwrap_or(UNKNOWN),
                affix_row(suffix(word, 3)),
                affix_row(prefix(word, 3)),
                (case + if at == 0 { SHAPE_ROWS / 2 } else { 0 }) as u32,
                tags.and_then(|tags| self.tags.get(u32::from(tags[at].code()))).copied().unwrap_or(UNKNOWN),
                u32::from(self.vectors.verb_forms(vector)),
                vector,
            ]);
        }
    }
}

fn affix_row(affix: &str) -> u32 {
    fx::key(fx::hash(affix.as_bytes())) % AFFIX_ROWS as u32
}
