//! The passages that nodes and edges rest on.

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
    /// The rule that read it.
    pub rule: RuleName,
    /// What the sentence says: fact, plan or denial.
    pub status: Status,
    /// When, if the sentence gives a day, month or year.
    pub date: Option<PartialDate>,
    /// The node where it took or takes place, if the sentence says so.
    pub place: Option<EntityId>,
    /// The node that says so, if the text reports it as somebody's words.
    pub speaker: Option<EntityId>,
    /// Score of the rule or of the joining of an end to its name, whichever is lower, 0.0 to 1.0; not a probability.
    #[serde(serialize_with = "forms::two_decimals")]
    #[cfg_attr(test, schemars(range(min = 0.0, max = 1.0)))]
    pub confidence: f32,
    /// How the sentence says when.
    pub time: Option<TimeRecord>,
    /// The paths from the trigger to both ends, as the rule writes them.
    #[serde(default)]
    pub path: String,
    /// Document and first character of the words for one event: edges drawn from it share them, and so do the reports
    /// of it in several documents; theirs is the smallest.
    #[serde(default)]
    pub occurrence: String,
    /// What each end does in it, by the id of its node: "trainer", "trainee".
    #[serde(default)]
    pub roles: BTreeMap<EntityId, String>,
    /// Other documents that print the same article with this sentence, sorted; it counts once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(min = 1), extend("uniqueItems" = true)))]
    pub also_in: Vec<DocumentId>,
}
