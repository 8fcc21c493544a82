//! Drafts of one sentence in, those that do not overlap out.

use super::Draft;

/// Drafts of one sentence of which no two overlap.
#[derive(Debug)]
pub(super) struct Settled {
    drafts: Vec<Draft>,
    /// One entry per token: the draft that covers it.
    owner: Vec<Option<usize>>,
}

impl Settled {
    /// Of overlapping drafts the longest stays; of equal ones the surest, then the first rule by name.
    pub(super) fn new(length: usize, mut drafts: Vec<Draft>) -> Self {
        drafts.sort_by(|a, b| {
            let size = b.tokens.len().cmp(&a.tokens.len());
            size.then(b.confidence.total_cmp(&a.confidence)).then(a.rule.cmp(b.rule)).then(a.tokens.cmp(&b.tokens))
        });
        let mut settled = Self { drafts: Vec::new(), owner: vec![None; length] };
        for draft in drafts {
            settled.add(draft);
        }
        settled
    }

    /// The drafts, in no particular order.
    pub(super) fn drafts(&self) -> &[Draft] {
        &self.drafts
    }

    /// The drafts in text order.
    pub(super) fn into_drafts(mut self) -> Vec<Draft> {
        self.drafts.sort_by_key(|draft| draft.tokens);
        self.drafts
    }

    /// Whether no draft covers any of the tokens that `draft` would.
    pub(super) fn is_free(&self, draft: &Draft) -> bool {
        self.owner[draft.tokens.range()].iter().all(Option::is_none)
    }

    /// Adds `draft` where nothing else is.
    pub(super) fn add(&mut self, draft: Draft) {
        if self.is_free(&draft) {
            self.owner[draft.tokens.range()].fill(Some(self.drafts.len()));
            self.drafts.push(draft);
        }
    }

    /// The draft that covers exactly the same tokens as `draft`.
    pub(super) fn same_place(&mut self, draft: &Draft) -> Option<&mut Draft> {
        let index = self.owner[draft.tokens.start()]?;
        Some(&mut self.drafts[index]).filter(|other| other.tokens == draft.tokens)
    }
}
