//! Finds known phrases in a sequence of words.

use std::collections::HashMap;

/// A set of phrases with a value each, looked up by longest match.
#[derive(Debug, Clone)]
pub(crate) struct Phrases<T> {
    /// By first word; the longest phrase first.
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<T> Phrases<T> {
    /// The value of the phrase `words`; `default` creates it if the phrase is new.
    pub(crate) fn entry(&mut self, words: Vec<String>, default: impl FnOnce() -> T) -> &mut T {
        let same_first = self.by_first.entry(words[0].clone()).or_default();
        let place = same_first.partition_point(|(other, _)| (words.len(), &words) < (other.len(), other));
        if same_first.get(place).is_none_or(|(other, _)| *other != words) {
            same_first.insert(place, (words, default()));
        }
        &mut same_first[place].1
    }

    /// The longest phrase that `words` begins with: its length in words and its value.
    ///
    /// # Complexity
    /// O(p·l) for p phrases of at most l words that share the first word.
    pub(crate) fn longest<'s>(&'s self, words: &[&str]) -> Option<(usize, &'s T)> {
        let same_first = self.by_first.get(*words.first()?)?;
        let (phrase, value) = same_first.iter().find(|(phrase, _)| {
            phrase.len() <= words.len() && phrase.iter().zip(words).all(|(expected, found)| expected == found)
        })?;
        Some((phrase.len(), value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        let mut phrases = Phrases::default();
        for (text, value) in [("costa", 1), ("costa rica", 2), ("costa brava", 3)] {
            phrases.entry(text.split(' ').map(str::to_owned).collect(), || value);
        }
        assert_eq!(phrases.longest(&["costa", "rica", "won"]), Some((2, &2)));
        assert_eq!(phrases.longest(&["costa", "verde"]), Some((1, &1)));
        assert_eq!(phrases.longest(&["rica"]), None);
    }
}
