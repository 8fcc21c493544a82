//! Reduces vectors of words, made from large collections of text, to a table that the models can carry.

mod k_means;
mod principal_axes;

use std::collections::BTreeMap;

use k_means::{k_means, normalized};
use principal_axes::principal_axes;

use super::model_writer::{ModelWriter, write_map};
use crate::analysis::model_file::ModelKind;
use crate::analysis::word_form::normalize_word;
use crate::analysis::word_vectors::{VECTOR_WIDTH, VERB_FORMS};
use crate::corpus::{Embeddings, VerbForm};
use crate::stable_hash::fx;
use crate::stable_random::Random;

/// How vectors are reduced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VectorOptions {
    /// The words to keep, the most frequent first.
    pub words: usize,
    /// The number of coarse and of fine clusters.
    pub clusters: [usize; 2],
}

impl Default for VectorOptions {
    /// Chosen on the development parts of EWT and GUM.
    fn default() -> Self {
        Self { words: 40_000, clusters: [64, 512] }
    }
}

/// Numbers beyond this many standard deviations are cut, so that the others are stored more finely.
const CUT: f32 = 4.0;

/// Keeps the most frequent words of `embeddings`, turns their vectors to their principal axes, of which the first
/// 48 stay, and writes them in bytes, with the cluster of each word and the forms of verbs that it can be.
///
/// # Complexity
/// O(n·w² + n·k·w) for n words, w numbers and k clusters: some minutes.
#[must_use]
pub fn train_vectors(embeddings: &Embeddings, dictionary: &[VerbForm], options: &VectorOptions) -> Vec<u8> {
    let kept = keep_words(&embeddings.words, options.words);
    let width = embeddings.width;
    let original: Vec<f32> = kept.values().flat_map(|&at| embeddings.vector(at).iter().copied()).collect();
    let (mean, axes) = principal_axes(&original, width);
    let reduced: Vec<f32> = original.chunks_exact(width).flat_map(|vector| turn(vector, &mean, &axes)).collect();
    let clusters = clusters_of(&reduced, options.clusters);
    let squares: f32 = reduced.iter().map(|number| number * number).sum();
    let largest = (squares / reduced.len().max(1) as f32).sqrt() * CUT;
    let mut out = ModelWriter::default();
    write_map(&kept.keys().zip(1..).map(|(&key, row)| (key, row)).collect::<Vec<_>>(), &mut out);
    out.number(u64::from(UNIT.to_bits()));
    for number in reduced {
        out.byte((number / largest * 127.0).round().clamp(-127.0, 127.0) as i8);
    }
    clusters.iter().flatten().for_each(|&cluster| out.number(cluster as u64 + 1));
    let forms = forms_of(dictionary);
    kept.keys().for_each(|key| out.byte(forms.get(key).copied().unwrap_or_default() as i8));
    out.finish(ModelKind::Vectors)
}

/// What a stored number is multiplied by; numbers of all vectors then have a standard deviation near a quarter.
const UNIT: f32 = 1.0 / 127.0;

/// The places of the words to keep, by their keys. Words with anything but letters, hyphens, apostrophes and stops are
/// left out; of two words with one key the more frequent one is kept.
fn keep_words(words: &[String], count: usize) -> BTreeMap<u32, usize> {
    let is_word = |word: &&(usize, &String)| {
        word.1.chars().any(char::is_alphabetic)
            && word.1.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '.'))
    };
    let mut kept = BTreeMap::new();
    let mut normal = String::new();
    for (at, word) in words.iter().enumerate().filter(|word| is_word(&word)) {
        if kept.len() == count {
            break;
        }
        normalize_word(word, &mut normal);
        kept.entry(fx::key(fx::hash(normal.as_bytes()))).or_insert(at);
    }
    kept
}

/// Which forms of verbs the words of the dictionary are, by their keys.
fn forms_of(dictionary: &[VerbForm]) -> BTreeMap<u32, u8> {
    let mut forms = BTreeMap::new();
    let mut normal = String::new();
    for VerbForm { form, xpos, .. } in dictionary {
        normalize_word(form, &mut normal);
        let bit = VERB_FORMS.iter().position(|known| *known == xpos.as_str()).map_or(0, |at| 1 << at);
        *forms.entry(fx::key(fx::hash(normal.as_bytes()))).or_default() |= bit;
    }
    forms
}

/// The place of a vector on the first axes.
fn turn(vector: &[f32], mean: &[f64], axes: &[Vec<f64>]) -> [f32; VECTOR_WIDTH] {
    let mut turned = [0.0; VECTOR_WIDTH];
    for (turned, axis) in turned.iter_mut().zip(axes) {
        let on_axis =
            vector.iter().zip(mean).zip(axis).map(|((&number, mean), axis)| (f64::from(number) - mean) * axis);
        *turned = on_axis.sum::<f64>() as f32;
    }
    turned
}

/// The coarse and the fine cluster of each vector; coarse clusters are clusters of fine ones.
fn clusters_of(vectors: &[f32], [coarse, fine]: [usize; 2]) -> Vec<[usize; 2]> {
    let mut unit = vec![0.0; vectors.len()];
    for (out, vector) in unit.chunks_exact_mut(VECTOR_WIDTH).zip(vectors.chunks_exact(VECTOR_WIDTH)) {
        normalized(vector, out).unwrap_or_default();
    }
    let mut random = Random::new(0x5645_4354);
    let (clusters, centers) = k_means(&unit, VECTOR_WIDTH, fine, &mut random);
    let (above, _) = k_means(&centers, VECTOR_WIDTH, coarse, &mut random);
    clusters.into_iter().map(|fine| [above[fine], fine]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::WordVectors;

    #[test]
    fn frequent_words_keep_their_likeness() {
        let words = ["visit", "trip", "42", "boat"].map(str::to_owned).to_vec();
        let numbers = [[1.0, 0.0, 0.2], [0.9, 0.1, 0.2], [0.0; 3], [-1.0, 0.5, 0.1]].concat();
        let embeddings = Embeddings { words, width: 3, numbers };
        let options = VectorOptions { words: 3, clusters: [2, 2] };
        let dictionary = [VerbForm { lemma: "visit".into(), form: "visit".into(), xpos: "VB".parse().unwrap() }];
        let bytes = train_vectors(&embeddings, &dictionary, &options);
        assert_eq!(bytes, train_vectors(&embeddings, &dictionary, &options));
        let vectors = WordVectors::from_bytes(&bytes).unwrap();
        assert!(vectors.similarity("Visit", "trip").unwrap() > 0.9);
        assert!(vectors.similarity("visit", "boat").unwrap() < 0.0);
        assert_eq!(vectors.similarity("visit", "42"), None);
        assert_eq!(["visit", "trip"].map(|word| vectors.verb_forms(vectors.row(word))), [1, 0]);
    }
}
