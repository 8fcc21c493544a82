//! Sentences on their way into the corpus, and variants of their spelling.

use std::ops::Range;

use crate::analysis::names::name_kind::NameKind;

/// A sentence on its way into the corpus.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Draft {
    pub(crate) tokens: Vec<String>,
    /// In text order, without overlap.
    pub(crate) names: Vec<DraftName>,
    /// Tokens that a treebank has as proper nouns without telling the name they belong to.
    pub(crate) proper_nouns: Vec<usize>,
    /// Names of an unknown kind.
    pub(crate) proper_names: Vec<Range<usize>>,
}

/// A name of a [`Draft`]; `kind` is `None` where the corpus does not tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DraftName {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: Option<NameKind>,
}

/// Characters that some corpora have as tokens of their own within a word: `Al - Shabaab`, `U . S .`, `Kenya ’ s`.
const SPLIT_OFF: [char; 4] = ['-', '.', '’', '/'];

/// The sentence with words in parts at hyphens, and at stops and apostrophes too if `finely`.
pub(crate) fn split_words(draft: &Draft, finely: bool) -> Draft {
    let mut split = Draft::default();
    let mut starts = Vec::with_capacity(draft.tokens.len() + 1);
    for token in &draft.tokens {
        starts.push(split.tokens.len());
        let marks = if finely { &SPLIT_OFF[..] } else { &SPLIT_OFF[..1] };
        if token.contains(marks) && token.chars().any(char::is_alphabetic) {
            let parts = token.split_inclusive(marks).flat_map(|part| {
                let word = part.trim_end_matches(marks);
                [word, &part[word.len()..]]
            });
            split.tokens.extend(parts.filter(|part| !part.is_empty()).map(str::to_owned));
        } else {
            split.tokens.push(token.clone());
        }
    }
    starts.push(split.tokens.len());
    let moved =
        |name: &DraftName| DraftName { tokens: starts[name.tokens.start]..starts[name.tokens.end], kind: name.kind };
    split.names = draft.names.iter().map(moved).collect();
    split.proper_nouns = draft.proper_nouns.iter().flat_map(|&at| starts[at]..starts[at + 1]).collect();
    split.proper_names = draft.proper_names.iter().map(|name| starts[name.start]..starts[name.end]).collect();
    split
}

pub(crate) fn recase(draft: &Draft, case: impl Fn(&str, usize) -> String) -> Draft {
    let tokens = draft.tokens.iter().enumerate().map(|(at, token)| case(token, at)).collect();
    Draft { tokens, ..draft.clone() }
}

/// A word of a headline: with a capital if it is long or first.
pub(crate) fn title_case(token: &str, at: usize) -> String {
    if at > 0 && token.len() < 4 {
        return token.to_owned();
    }
    let mut chars = token.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_move_with_their_split_words() {
        let tokens = ["Port-au-Prince", "-", "based"].map(str::to_owned).to_vec();
        let draft =
            Draft { tokens, names: vec![DraftName { tokens: 0..1, kind: Some(NameKind::Place) }], ..Draft::default() };
        let split = split_words(&draft, false);
        assert_eq!(split.tokens, ["Port", "-", "au", "-", "Prince", "-", "based"]);
        assert_eq!(split.names[0].tokens, 0..5);
    }

    #[test]
    fn proper_nouns_move_with_their_split_words() {
        let tokens = ["the", "Tal-Tas", "bay"].map(str::to_owned).to_vec();
        let split = split_words(
            &Draft { tokens, proper_nouns: vec![1], proper_names: std::iter::once(1..2).collect(), ..Draft::default() },
            false,
        );
        assert_eq!(split.proper_nouns, [1, 2, 3]);
        assert_eq!((split.proper_names.len(), split.proper_names[0].clone()), (1, 1..4));
    }

    #[test]
    fn headlines_keep_their_short_words_small() {
        let draft = Draft { tokens: ["talks", "in", "suva"].map(str::to_owned).to_vec(), ..Draft::default() };
        assert_eq!(recase(&draft, title_case).tokens, ["Talks", "in", "Suva"]);
    }
}
