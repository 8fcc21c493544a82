//! A sentence as the parser read it, aligned with its tokens.

use super::labels::{Deprel, TokenId, Upos};
use super::masking::MaskedWord;
use super::token::Token;
use super::tree::DepTree;
use crate::span::Span;

/// The words that the parser read, their tree, and which tokens of the sentence they stand for.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MaskedSentence {
    /// The words, in text order.
    pub words: Vec<MaskedWord>,
    /// One token per word; its span covers all the word stands for, in bytes of the document's text.
    pub tokens: Vec<Token>,
    /// Which word depends on which, over the same words.
    pub tree: DepTree,
}

impl MaskedSentence {
    /// The word that covers the token of the sentence, or, for a token left out, the next one.
    #[must_use]
    pub fn word_at(&self, token: usize) -> usize {
        self.words.partition_point(|word| word.tokens.end() <= token)
    }

    /// The tree over all tokens of the sentence: inside a word all tokens depend on its head; what was left out
    /// depends on the verb of the clause before it, or after it at the start of the sentence.
    ///
    /// `tokens` are those of the sentence. The label is exact for heads of words; within a masked word it is
    /// [`Deprel::Flat`], [`Deprel::Compound`], [`Deprel::Appos`] and the like.
    ///
    /// # Complexity
    /// Linear in the number of tokens, times the depth of the tree for what was left out.
    #[must_use]
    pub(super) fn tree_over(&self, tokens: &[Token]) -> Option<DepTree> {
        let mut heads = vec![None; tokens.len()];
        let mut deprels = vec![Deprel::Dep; tokens.len()];
        for (index, word) in self.words.iter().enumerate() {
            let token = TokenId::new(index);
            heads[word.head.index()] = self.tree.head(token).map(|head| self.words[head.index()].head);
            deprels[word.head.index()] = self.tree.deprel(token);
            let apposition = apposition_in(tokens, word);
            for at in word.tokens.range().filter(|&at| at != word.head.index()) {
                heads[at] = Some(word.head);
                deprels[at] = match apposition {
                    Some(noun) if noun == at => Deprel::Appos,
                    _ => inner_label(tokens, at, word.head.index()),
                };
            }
        }
        for gap in self.gaps(tokens.len()) {
            let head = head_of_gap(tokens, gap);
            for at in gap.range().filter(|&at| at != head) {
                heads[at] = Some(TokenId::new(head));
                deprels[at] = inner_label(tokens, at, head);
            }
            heads[head] = Some(self.words[self.governor(gap)].head);
            deprels[head] = if tokens[head].tag.upos == Upos::Punct { Deprel::Punct } else { Deprel::Obl };
        }
        DepTree::new(heads, deprels).ok()
    }

    /// The stretches of tokens that are in no word.
    fn gaps(&self, length: usize) -> impl Iterator<Item = Span<TokenId>> {
        let starts = std::iter::once(0).chain(self.words.iter().map(|word| word.tokens.end()));
        let ends = self.words.iter().map(|word| word.tokens.start()).chain(std::iter::once(length));
        starts.zip(ends).filter(|(start, end)| start < end).map(|(start, end)| Span::new(start, end))
    }

    /// The word on which a stretch that was left out depends: the nearest verb above the word before it, or above the
    /// word after it at the start of the sentence.
    fn governor(&self, gap: Span<TokenId>) -> usize {
        let next = self.word_at(gap.start());
        let near = TokenId::new(next.saturating_sub(1));
        let mut above = std::iter::once(near).chain(self.tree.ancestors(near));
        let verb = above.find(|word| matches!(self.tokens[word.index()].tag.upos, Upos::Verb | Upos::Aux));
        verb.or_else(|| self.tree.root()).map_or(0, TokenId::index)
    }
}

/// The noun that explains a name after a comma within the same masked word: "Oli, the commander of the guard".
fn apposition_in(tokens: &[Token], word: &MaskedWord) -> Option<usize> {
    let mut after = word.head.index() + 1..word.tokens.end();
    after.find(|&at| tokens[at].tag.upos == Upos::Punct)?;
    after.find(|&at| tokens[at].tag.upos == Upos::Noun)
}

/// The label of a token below the head of its own masked word.
fn inner_label(tokens: &[Token], at: usize, head: usize) -> Deprel {
    match tokens[at].tag.upos {
        Upos::Punct => Deprel::Punct,
        Upos::Adp if at < head => Deprel::Case,
        Upos::Det => Deprel::Det,
        _ if at < head => Deprel::Compound,
        _ => Deprel::Flat,
    }
}

/// The noun or number that the others of the stretch depend on, or its last token.
fn head_of_gap(tokens: &[Token], gap: Span<TokenId>) -> usize {
    let is_nominal = |at: &usize| matches!(tokens[*at].tag.upos, Upos::Noun | Upos::Propn | Upos::Num);
    gap.range().rev().find(is_nominal).unwrap_or(gap.end() - 1)
}
