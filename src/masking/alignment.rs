//! Aligns mentions with the words that the parser read.

use crate::analysis::{MaskedSentence, TokenId};
use crate::mention::Mention;
use crate::span::Span;

/// The mentions that the parser read as separate words, in text order, with masked words as their tokens.
///
/// A name is one masked word; any other mention is the words it consists of. Mentions inside the mask of another name
/// are left out: the country in "Estonian minister Tamm" takes no part in the sentence.
pub(crate) fn masked_mentions(masked: &MaskedSentence, mentions: &[&Mention]) -> Vec<Mention> {
    let align = |mention: &&Mention| {
        let tokens = masked_tokens(masked, mention.tokens)?;
        let mut aligned = Mention::clone(mention);
        aligned.tokens = tokens;
        (aligned.title, aligned.phrase) = (None, None);
        Some(aligned)
    };
    mentions.iter().filter_map(align).collect()
}

/// The masked word whose name has these tokens, or the words that have exactly these tokens.
fn masked_tokens(masked: &MaskedSentence, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    let (first, last) = (masked.word_at(tokens.start()), masked.word_at(tokens.end() - 1));
    let words = masked.words.get(first..=last)?;
    if let [name] = words
        && name.stand_in.is_some()
    {
        return tokens.range().contains(&name.head.index()).then(|| Span::new(first, first + 1));
    }
    let is_plain = words.iter().all(|word| word.stand_in.is_none());
    let is_whole = words[0].tokens.start() == tokens.start() && words[words.len() - 1].tokens.end() == tokens.end();
    (is_plain && is_whole).then(|| Span::new(first, last + 1))
}
