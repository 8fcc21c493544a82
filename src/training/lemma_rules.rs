//! Learns rules by tag and ending from observed decisions.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::lemma::ending_rules::{Keys, LONGEST_ENDING};

/// Different words that must agree before their ending becomes a rule.
const MIN_WORDS: u32 = 2;

/// A decision seen in training.
pub(crate) struct Observation {
    /// What the rule depends on apart from the word.
    pub(crate) context: u64,
    /// The normalized word.
    pub(crate) word: String,
    /// The number of the decision.
    pub(crate) decision: u32,
}

/// Rules that reproduce `observations`, in ascending order of their keys.
///
/// An ending is judged by the number of different words, a whole word by its occurrences. A rule that says what
/// the next shorter one says is left out.
pub(crate) fn lemma_rules(observations: &[Observation]) -> Vec<(u32, u32)> {
    let mut by_word: BTreeMap<u32, BTreeMap<u32, u32>> = BTreeMap::new();
    let mut types: BTreeSet<(u64, &str, u32)> = BTreeSet::new();
    for seen in observations {
        let whole = Keys::new(seen.context, &seen.word).whole;
        *by_word.entry(whole).or_default().entry(seen.decision).or_default() += 1;
        types.insert((seen.context, &seen.word, seen.decision));
    }
    let mut by_ending: [BTreeMap<u32, BTreeMap<u32, u32>>; LONGEST_ENDING + 1] = Default::default();
    for &(context, word, decision) in &types {
        let keys = Keys::new(context, word);
        for (length, key) in keys.endings[..keys.count].iter().enumerate() {
            *by_ending[length].entry(*key).or_default().entry(decision).or_default() += 1;
        }
    }
    let mut rules: BTreeMap<u32, u32> = BTreeMap::new();
    for length in 0..=LONGEST_ENDING {
        for &(context, word, _) in &types {
            let keys = Keys::new(context, word);
            if keys.count > length {
                let decision = best(&by_ending[length][&keys.endings[length]], MIN_WORDS);
                add_rule(&mut rules, keys.endings[length], &keys.endings[..length], decision);
            }
        }
    }
    for &(context, word, _) in &types {
        let keys = Keys::new(context, word);
        add_rule(&mut rules, keys.whole, &keys.endings[..keys.count], best(&by_word[&keys.whole], 1));
    }
    rules.into_iter().collect()
}

/// The decision seen most often, the first of equal ones, if it was seen at least `min` times.
fn best(counts: &BTreeMap<u32, u32>, min: u32) -> Option<u32> {
    let (decision, count) = counts.iter().min_by_key(|(_, count)| u32::MAX - **count)?;
    (*count >= min).then_some(*decision)
}

/// Adds a rule unless the longest of the `shorter` ones, ordered by length, says the same.
fn add_rule(rules: &mut BTreeMap<u32, u32>, key: u32, shorter: &[u32], decision: Option<u32>) {
    let fallback = shorter.iter().rev().find_map(|key| rules.get(key)).copied();
    if let Some(decision) = decision.filter(|_| fallback != decision) {
        rules.insert(key, decision);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_from_the_shorter_ending_is_stored() {
        let seen = |word: &str, decision| Observation { context: 1, word: word.to_owned(), decision };
        let rules = lemma_rules(&[seen("cars", 0), seen("towns", 0), seen("men", 1), seen("ties", 0)]);
        assert_eq!(rules.len(), 2);
    }
}
