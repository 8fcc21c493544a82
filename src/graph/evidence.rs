//! The passages that support nodes and edges.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::forms;
use crate::date::PartialDate;
use crate::ids::{DocumentId, EntityId, MentionId, RuleName};
use crate::record::{DocumentRecord, TimeRecord};
use crate::relation::Status;
use crate::span::{Char, Span};

/// A passage of a document, quoted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "quote"))]
#[non_exhaustive]
pub struct Quote {
    /// The document.
    pub document: DocumentId,
    /// The passage, in characters of the document's text.
    #[serde(flatten, with = "forms::ends")]
    #[cfg_attr(test, schemars(with = "forms::ends::Ends"))]
    pub span: Span<Char>,
    /// Exactly the characters from `start` to `end`.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub text: String,
}

impl Quote {
    pub(super) fn of_mention(record: &DocumentRecord, mention: MentionId) -> Self {
        let mention = record.mention(mention);
        Self { document: record.info.id.clone(), span: mention.span, text: mention.surface.clone() }
    }
}

/// A sentence that states an edge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "evidence"))]
#[non_exhaustive]
pub struct Evidence {
    /// The sentence.
    #[serde(flatten)]
    pub quote: Quote,
    /// The rule that found it.
    pub rule: RuleName,
    /// What the sentence says: fact, plan or denial.
    pub status: Status,
    /// The day, month or year that the sentence gives.
    pub date: Option<PartialDate>,
    /// The node of the place that the sentence gives.
    pub place: Option<EntityId>,
    /// The node of the speaker, if the text reports it as somebody's words.
    pub speaker: Option<EntityId>,
    /// The lower score of the rule and of the coreference of its ends, 0.0 to 1.0; not a probability.
    #[serde(serialize_with = "forms::two_decimals")]
    #[cfg_attr(test, schemars(range(min = 0.0, max = 1.0)))]
    pub confidence: f32,
    /// The time as the sentence gives it.
    pub time: Option<TimeRecord>,
    /// The paths from the trigger to both ends, as the rule writes them.
    #[serde(default)]
    pub path: String,
    /// Names one event by the document and first character of the words for it. Edges from one event share it; reports
    /// of one event in several documents share the smallest.
    #[serde(default)]
    pub occurrence: String,
    /// The role of each end in the event, by the id of its node: "trainer", "trainee".
    #[serde(default)]
    pub roles: BTreeMap<EntityId, String>,
    /// Other documents with the same article and this sentence, sorted; the sentence counts once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(min = 1), extend("uniqueItems" = true)))]
    pub also_in: Vec<DocumentId>,
}
