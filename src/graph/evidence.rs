//! The passages that nodes and edges rest on.

use std::collections::BTreeMap;

use crate::date::PartialDate;
use crate::ids::{DocumentId, EntityId, MentionId, RuleName};
use crate::record::{DocumentRecord, SaidTime};
use crate::relation::Status;
use crate::span::{Char, Span};

/// A passage of a document, quoted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quote {
    /// The document.
    pub document: DocumentId,
    /// The passage, in characters of the document's text.
    pub span: Span<Char>,
    /// Exactly the characters at `span`.
    pub text: String,
}

impl Quote {
    pub(super) fn of_mention(record: &DocumentRecord, mention: MentionId) -> Self {
        let mention = record.mention(mention);
        Self { document: record.info.id.clone(), span: mention.span, text: mention.surface.clone() }
    }
}

/// The passage behind an edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The sentence.
    pub quote: Quote,
    /// The rule that read it.
    pub rule: RuleName,
    /// What the sentence says: fact, plan or denial.
    pub status: Status,
    /// When, if the sentence gives a day, month or year.
    pub date: Option<PartialDate>,
    /// How the sentence says when.
    pub time: Option<SaidTime>,
    /// Where, if the sentence says so.
    pub place: Option<EntityId>,
    /// Who says so, if the text reports it as somebody's words.
    pub speaker: Option<EntityId>,
    /// The ways from the trigger to both ends, as the rule writes them.
    pub path: String,
    /// Document and first character of the words for one event: edges drawn from it share them, and so do the reports
    /// of it in several documents, of which it is the smallest.
    pub occurrence: String,
    /// What each end does in it: "trainer", "trainee".
    pub roles: BTreeMap<EntityId, String>,
    /// Other documents that print the same article with this sentence, sorted; it counts once.
    pub also_in: Vec<DocumentId>,
    /// Score of the rule or of the joining of an end to its name, whichever is lower, 0.0 to 1.0.
    pub confidence: f32,
}
