//! The offices in a document, sentence by sentence.

use super::offices::{Office, find_offices};
use crate::analysis::AnalyzedDocument;
use crate::ids::SentenceId;
use crate::lexicon::{Lexicon, SentenceView};
use crate::mention::{Mention, by_sentence, independent};

/// The offices that the sentences of a document describe.
#[derive(Debug, Default)]
pub struct Descriptions {
    /// One entry per sentence, in text order.
    offices: Vec<Vec<Office>>,
}

impl Descriptions {
    /// The offices in a sentence, in text order.
    pub(crate) fn offices(&self, sentence: SentenceId) -> &[Office] {
        self.offices.get(sentence.index()).map_or(&[], Vec::as_slice)
    }

    /// All offices of the document, in text order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Office> {
        self.offices.iter().flatten()
    }

    /// Changes each office with `change`.
    pub(crate) fn map(self, change: impl Fn(Office) -> Office) -> Self {
        let offices = self.offices.into_iter().map(|offices| offices.into_iter().map(&change).collect()).collect();
        Self { offices }
    }
}

/// Finds the offices in a parsed document. `mentions` holds its mentions, in text order.
///
/// # Complexity
/// Linear in the number of tokens, times the mentions of a sentence.
#[must_use]
pub fn find_descriptions(document: &AnalyzedDocument, mentions: &[Mention], lexicon: &Lexicon) -> Descriptions {
    let mut offices = vec![Vec::new(); document.sentences.len()];
    for (id, here) in by_sentence(document, mentions) {
        let view = SentenceView::new(document, document.sentence(id), lexicon);
        offices[id.index()] = find_offices(&view, lexicon, &independent(here));
    }
    Descriptions { offices }
}
