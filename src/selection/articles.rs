//! Which documents a selection chooses, and when they appeared.

use std::collections::BTreeMap;

use super::criteria::Selection;
use crate::date::PartialDate;
use crate::graph::{Evidence, GraphParts};
use crate::ids::DocumentId;

/// What a selection says about the documents of a graph.
pub(super) struct Articles<'s> {
    selection: &'s Selection,
    /// Whether each document is chosen, and its date.
    documents: BTreeMap<DocumentId, (bool, Option<PartialDate>)>,
}

impl<'s> Articles<'s> {
    pub(super) fn new(selection: &'s Selection, parts: &GraphParts) -> Self {
        let Selection { sources, documents, .. } = selection;
        let entries = parts.documents.iter().map(|info| {
            let is_of_source =
                sources.is_empty() || info.source.as_ref().is_some_and(|source| sources.contains(source));
            let is_chosen = is_of_source && (documents.is_empty() || documents.contains(&info.id));
            (info.id.clone(), (is_chosen, info.date))
        });
        Self { selection, documents: entries.collect() }
    }

    /// Whether the selection names documents or publishers at all.
    pub(super) fn are_chosen(&self) -> bool {
        !self.selection.sources.is_empty() || !self.selection.documents.is_empty()
    }

    /// Whether a document is among the chosen ones.
    pub(super) fn is_chosen(&self, document: &DocumentId) -> bool {
        self.documents.get(document).is_some_and(|(is_chosen, _)| *is_chosen)
    }

    /// Whether a document appeared in the period of the selection.
    pub(super) fn is_of_period(&self, document: &DocumentId) -> bool {
        self.is_in_period(self.date_of(document))
    }

    /// Whether a chosen document states this evidence, of the period of the selection.
    pub(super) fn is_evidence(&self, evidence: &Evidence) -> bool {
        let mut documents = std::iter::once(&evidence.quote.document).chain(&evidence.also_in);
        let date = || evidence.date.or_else(|| self.date_of(&evidence.quote.document));
        documents.any(|document| self.is_chosen(document)) && self.is_in_period(date())
    }

    fn date_of(&self, document: &DocumentId) -> Option<PartialDate> {
        self.documents.get(document).and_then(|(_, date)| *date)
    }

    /// Whether a date may lie in the period; nothing is known of a missing date, so it lies in no period.
    fn is_in_period(&self, date: Option<PartialDate>) -> bool {
        let Selection { since, until, .. } = self.selection;
        let is_open = since.is_none() && until.is_none();
        is_open || date.is_some_and(|date| date.may_lie_within(*since, *until))
    }
}
