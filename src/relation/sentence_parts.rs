//! The data of one sentence that all rules share.

use std::cell::OnceCell;

use super::settings::Settings;
use crate::analysis::AnalyzedDocument;
use crate::date::PartialDate;
use crate::ids::SentenceId;
use crate::lexicon::{Lexicon, SentenceView};
use crate::mention::{Mention, by_sentence, independent};
use crate::ontology::Ontology;
use crate::quantity::{TimeExpression, times_in};

/// The data of a sentence that all rules share.
pub(super) struct Parts<'a> {
    pub(super) id: SentenceId,
    pub(super) view: SentenceView<'a>,
    /// All mentions, including those inside the names of others.
    pub(super) all: &'a [Mention],
    pub(super) mentions: Vec<&'a Mention>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) ontology: &'a Ontology,
    /// The day of publication.
    pub(super) published: Option<PartialDate>,
    /// Read on first use, because most sentences state nothing.
    pub(super) times: OnceCell<Vec<TimeExpression>>,
}

impl Parts<'_> {
    pub(super) fn times(&self) -> &[TimeExpression] {
        self.times.get_or_init(|| times_in(&self.view, self.lexicon, self.published))
    }
}

/// The data of each sentence with mentions.
pub(super) fn parts_of<'a>(
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
    data: &Settings<'a>,
) -> impl Iterator<Item = Parts<'a>> {
    let Settings { lexicon, ontology, .. } = *data;
    by_sentence(document, mentions).map(move |(id, all)| {
        let view = SentenceView::new(document, document.sentence(id), lexicon);
        let published = document.document.date;
        Parts { id, view, all, mentions: independent(all), lexicon, ontology, published, times: OnceCell::new() }
    })
}
