//! What an event was about, according to a report.

use std::collections::BTreeSet;

use crate::record::StatementRecord;
use crate::text::fold;

/// Shorter words are mostly function words.
const MIN_LETTERS: usize = 4;

/// What was discussed, agreed or promised, as words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Topic {
    discussed: BTreeSet<String>,
    object: BTreeSet<String>,
    /// The words with digits in amounts of money and numbers of people.
    numbers: BTreeSet<String>,
}

impl Topic {
    pub(super) fn of(statement: &StatementRecord) -> Self {
        let words = |keys: &[&str]| -> Vec<String> {
            let values = keys.iter().filter_map(|key| statement.attributes.get(*key));
            values.flat_map(|value| fold(value).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
        };
        let is_long = |word: &String| word.chars().count() >= MIN_LETTERS;
        let has_digit = |word: &String| word.contains(|c: char| c.is_ascii_digit());
        Self {
            discussed: words(&["topic"]).into_iter().filter(is_long).collect(),
            object: words(&["object"]).into_iter().filter(is_long).collect(),
            numbers: words(&["amount", "trainees"]).into_iter().filter(has_digit).collect(),
        }
    }

    /// Whether both can be about one event. In one meeting people discuss several topics, and each reporter picks some,
    /// so the topics of one day need not agree; what was promised, and how much, must.
    pub(super) fn fits(&self, other: &Self, is_same_day: bool) -> bool {
        let is_one_sum = self.numbers.is_empty() || other.numbers.is_empty() || self.numbers == other.numbers;
        is_one_sum && share(&self.object, &other.object) && (is_same_day || share(&self.discussed, &other.discussed))
    }
}

/// Whether half of the words of the shorter are in the other. No words contradict nothing.
fn share(ours: &BTreeSet<String>, theirs: &BTreeSet<String>) -> bool {
    ours.intersection(theirs).count() * 2 >= ours.len().min(theirs.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(topic: &str, object: &str, numbers: &str) -> Topic {
        let words = |text: &str| fold(text).split_whitespace().map(str::to_owned).collect();
        Topic { discussed: words(topic), object: words(object), numbers: words(numbers) }
    }

    #[test]
    fn topics_fit_if_half_of_their_words_do_and_always_on_one_day() {
        let visas = about("visa rules", "", "");
        assert!(visas.fits(&about("rules for visa holders", "", ""), false));
        assert!(visas.fits(&about("", "", ""), false), "unknown is no contradiction");
        assert!(!visas.fits(&about("common border post", "", ""), false));
        assert!(visas.fits(&about("common border post", "", ""), true));
    }

    #[test]
    fn different_gifts_and_sums_never_fit() {
        let boats = about("", "patrol boats", "10");
        assert!(boats.fits(&about("", "two patrol boats", ""), false));
        assert!(!boats.fits(&about("", "blankets", ""), true));
        assert!(!boats.fits(&about("", "patrol boats", "12"), true));
    }
}
