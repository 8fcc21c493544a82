//! The data of one sentence that all rules share.

use std::cell::OnceCell;

use super::settings::Settings;
use crate::analysis::AnalyzedDocument;
use crate::date::PartialDate;
use crate::ids::SentenceId;
use crate::lexicon::{Lexicon, SentenceView};
use crate::mention::{Mention, by_sentence, gathering_noun, independent};
use crate::ontology::{EntityType, Ontology};
use crate::quantity::{TimeExpression, times_in};

/// How many sentences back the gathering may be that a sentence speaks of without naming it.
const SENTENCES_BACK: usize = 6;

/// How many sentences later the gathering may be named.
const SENTENCES_AHEAD: usize = 2;

/// The data of a sentence that all rules share.
pub(super) struct Parts<'a> {
    pub(super) id: SentenceId,
    pub(super) view: SentenceView<'a>,
    /// All mentions, including those inside the names of others.
    pub(super) all: &'a [Mention],
    pub(super) mentions: Vec<&'a Mention>,
    /// The gatherings that the text speaks of around the sentence, in text order.
    pub(super) gatherings: Vec<&'a Mention>,
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
        let gatherings = gatherings_near(mentions, id, lexicon);
        Parts {
            id,
            view,
            all,
            mentions: independent(all),
            gatherings,
            lexicon,
            ontology,
            published,
            times: OnceCell::new(),
        }
    })
}

/// The gatherings in a sentence, in the few before it and in the few after it, in text order.
fn gatherings_near<'a>(mentions: &'a [Mention], id: SentenceId, lexicon: &Lexicon) -> Vec<&'a Mention> {
    let last = id.index() + SENTENCES_AHEAD;
    let behind = mentions.partition_point(|mention| mention.provenance.sentence.index() <= last);
    let near = mentions[..behind].iter().rev();
    let near = near.take_while(|mention| mention.provenance.sentence.index() + SENTENCES_BACK >= id.index());
    let mut found: Vec<&Mention> = near.filter(|mention| is_gathering(mention, lexicon)).collect();
    found.reverse();
    found
}

/// Whether the mention is one gathering; "the visit" and "the election" are events, but nobody is present at them.
fn is_gathering(mention: &Mention, lexicon: &Lexicon) -> bool {
    let is_event = mention.entity_type == EntityType::EVENT && !mention.is_plural;
    is_event && (mention.identifies() || gathering_noun(mention, lexicon).is_some())
}
