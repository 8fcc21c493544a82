//! The statement: who did what to whom, at one place in one document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::stated_time::StatedTime;
use crate::ids::MentionId;
use crate::ontology::RelationType;
use crate::provenance::Provenance;
use crate::span::{Byte, Span};

/// Whether a statement is a fact, a plan or a denial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "status"))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It happened or holds.
    Asserted,
    /// It is announced, intended or expected.
    Planned,
    /// It did not happen or was refused.
    Negated,
}

impl Status {
    /// The word for it in the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Planned => "planned",
            Self::Negated => "negated",
        }
    }
}

/// One statement at one place in a document.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Statement {
    /// The type of the relation.
    pub relation: RelationType,
    /// First end. For symmetric relations, the one that comes first in the text.
    pub subject: MentionId,
    /// Second end.
    pub object: MentionId,
    /// Fact, plan or denial.
    pub status: Status,
    /// When, if the sentence says so.
    pub time: Option<StatedTime>,
    /// Where, if the sentence says so.
    pub place: Option<MentionId>,
    /// Who says it, if the text reports it as somebody's words; `None` if the article itself states it.
    pub speaker: Option<MentionId>,
    /// Further content, by key: `position` of an office, `topic` of a meeting, `object` and `amount` of a pledge,
    /// `trainees`, `duration`, `mode` (visit, phone), `plover` (type of event).
    pub attributes: BTreeMap<&'static str, String>,
    /// The trigger, as bytes of the document's text.
    pub trigger: Span<Byte>,
    /// The paths from the trigger to both ends, as the rule writes them.
    pub path: String,
    /// Document, sentence (also the evidence span), rule and confidence.
    pub provenance: Provenance,
}
