//! What is known of a word from large collections of text: with which other words it is used alike.

use super::model_file::{ModelError, ModelKind, ModelReader};
use super::model_tables::{KeyMap, read_numbering};
use super::word_form::normalize_word;
use crate::stable_hash::fx;

/// Numbers of a vector. Chosen on the development parts of EWT and GUM: more cost bytes and gain nothing.
pub(crate) const VECTOR_WIDTH: usize = 48;

/// The row of a word that has no vector.
pub(crate) const NO_VECTOR: u32 = 0;

/// The tags of the forms of verbs that the dictionary lists, in the order of their bits.
pub(crate) const VERB_FORMS: [&str; 5] = ["VB", "VBD", "VBN", "VBG", "VBZ"];

/// The vectors of common words: words that are used alike have vectors that lie near to each other.
///
/// Row 0 is the zero vector, for all other words.
pub struct WordVectors {
    rows: KeyMap,
    /// [`VECTOR_WIDTH`] numbers for each row.
    numbers: Vec<i8>,
    /// What a number is multiplied by.
    scale: f32,
    /// The coarse and the fine cluster of each row.
    clusters: Vec<[u16; 2]>,
    /// Which forms of verbs each row can be.
    verb_forms: Vec<u8>,
}

impl WordVectors {
    /// Reads the vectors that `training::train_vectors` made.
    ///
    /// # Errors
    /// [`ModelError`] if `bytes` are not such a model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = ModelReader::new(bytes, ModelKind::Vectors)?;
        let (rows, count) = read_numbering(&mut input)?;
        let scale = f32::from_bits(input.number()? as u32);
        let mut numbers = vec![0; VECTOR_WIDTH];
        numbers.extend(input.bytes(count * VECTOR_WIDTH)?);
        let mut clusters = vec![[0, 0]];
        for _ in 0..count {
            clusters.push([input.number()? as u16, input.number()? as u16]);
        }
        let mut verb_forms = vec![0];
        verb_forms.extend(input.bytes(count)?.map(|byte| byte as u8));
        Ok(Self { rows, numbers, scale, clusters, verb_forms })
    }

    /// The row of a word that [`normalize_word`] has normalized; [`NO_VECTOR`] if it has none.
    #[inline]
    pub(crate) fn row(&self, normalized: &str) -> u32 {
        self.rows.get(fx::key(fx::hash(normalized.as_bytes()))).copied().unwrap_or(NO_VECTOR)
    }

    /// Writes the vector of a row into `out`, which has room for [`VECTOR_WIDTH`] numbers.
    #[inline]
    pub(crate) fn copy(&self, row: u32, out: &mut [f32]) {
        let numbers = &self.numbers[row as usize * VECTOR_WIDTH..][..VECTOR_WIDTH];
        out.iter_mut().zip(numbers).for_each(|(out, &number)| *out = f32::from(number) * self.scale);
    }

    /// The coarse and the fine cluster of a row, both from 1; 0 if it has no vector.
    #[inline]
    pub(crate) fn clusters(&self, row: u32) -> [u16; 2] {
        self.clusters[row as usize]
    }

    /// Which forms of verbs the word of a row can be, one bit for each of [`VERB_FORMS`].
    #[inline]
    pub(crate) fn verb_forms(&self, row: u32) -> u8 {
        self.verb_forms[row as usize]
    }

    /// How alike two words are used: the cosine of their vectors, from -1 to 1; `None` if one has no vector.
    #[must_use]
    pub fn similarity(&self, a: &str, b: &str) -> Option<f32> {
        let mut vectors = [[0.0; VECTOR_WIDTH]; 2];
        let mut normalized = String::new();
        for (word, vector) in [a, b].into_iter().zip(&mut vectors) {
            normalize_word(word, &mut normalized);
            let row = Some(self.row(&normalized)).filter(|&row| row != NO_VECTOR)?;
            self.copy(row, vector);
        }
        let dot = |a: usize, b: usize| vectors[a].iter().zip(&vectors[b]).map(|(a, b)| a * b).sum::<f32>();
        Some(dot(0, 1) / (dot(0, 0) * dot(1, 1)).sqrt().max(f32::MIN_POSITIVE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_used_alike_are_similar() {
        let vectors = WordVectors::shipped();
        let similar = |a, b| vectors.similarity(a, b).unwrap();
        assert!(similar("soldiers", "troops") > similar("soldiers", "loans") + 0.3);
        assert!(similar("Minister", "president") > similar("minister", "river") + 0.3);
        assert_eq!(vectors.similarity("soldiers", "xqzzy"), None);
    }
}
