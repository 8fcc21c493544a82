//! A parsed sentence: its words and its tree.

use std::ops::Deref;

use super::lookup::Lexicon;
use super::word_view::WordView;
use crate::analysis::{AnalyzedDocument, DepTree, Deprel, Sentence, TokenId};

/// The words of a sentence with their tree.
#[derive(Debug)]
pub(crate) struct SentenceView<'a> {
    words: WordView<'a>,
    tree: &'a DepTree,
}

impl<'a> Deref for SentenceView<'a> {
    type Target = WordView<'a>;

    fn deref(&self) -> &WordView<'a> {
        &self.words
    }
}

impl<'a> SentenceView<'a> {
    /// The view of a sentence of `document`.
    pub(crate) fn new(document: &AnalyzedDocument, sentence: &'a Sentence, lexicon: &'a Lexicon) -> Self {
        let Sentence { tokens, names, kind, tree, .. } = sentence;
        Self { words: WordView::new(&document.document.text, tokens, names, *kind, lexicon), tree }
    }

    /// The view of a sentence of `document` as the parser read it: masked words are single tokens.
    pub(crate) fn masked(document: &AnalyzedDocument, sentence: &'a Sentence, lexicon: &'a Lexicon) -> Self {
        let Some(masked) = &sentence.masked else { return Self::new(document, sentence, lexicon) };
        let words = WordView::new(&document.document.text, &masked.tokens, &[], sentence.kind, lexicon);
        Self { words, tree: &masked.tree }
    }

    /// The label and head of the token at `at`; `None` for the root.
    pub(crate) fn dependency(&self, at: usize) -> Option<(Deprel, usize)> {
        self.tree.heads()[at].map(|head| (self.tree.deprels()[at], head.index()))
    }

    /// Whether the token at `at` depends on its head with this label.
    pub(crate) fn is_labelled(&self, at: usize, deprel: Deprel) -> bool {
        self.tree.deprels()[at] == deprel
    }

    /// Whether the token at `at` has a dependent with this label.
    pub(crate) fn has_child(&self, at: usize, deprel: Deprel) -> bool {
        self.children(at).any(|child| self.is_labelled(child, deprel))
    }

    /// The dependents of the token at `at`, in text order.
    pub(crate) fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        let token = TokenId::new(at);
        self.tree.children(token).iter().map(|child| child.index())
    }
}
