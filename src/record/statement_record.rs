//! A statement as stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::ids::{MentionId, RuleName};
use crate::ontology::RelationType;
use crate::quantity::TimeBasis;
use crate::relation::Status;
use crate::span::{Char, Span};

/// A statement as kept.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatementRecord {
    /// Class of the relation.
    pub relation: RelationType,
    /// First end.
    pub subject: MentionId,
    /// Second end.
    pub object: MentionId,
    /// Fact, plan or denial.
    pub status: Status,
    /// The sentence.
    pub span: Span<Char>,
    /// First character of the words that signal it.
    pub trigger: usize,
    /// A day, month or year that the sentence gives.
    pub date: Option<PartialDate>,
    /// How the sentence says when.
    pub time: Option<TimeRecord>,
    /// Where, if the sentence says so.
    pub place: Option<MentionId>,
    /// Who says it, if the text reports it as somebody's words.
    pub speaker: Option<MentionId>,
    /// What else is said, by key.
    pub attributes: BTreeMap<String, String>,
    /// The paths from the trigger to both ends.
    pub path: String,
    /// The rule that read it.
    pub rule: RuleName,
    /// Score of the rule, 0.0 to 1.0.
    pub confidence: f32,
}

/// When something was or will be, as its sentence says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "time"))]
#[non_exhaustive]
pub struct TimeRecord {
    /// The words.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub text: String,
    /// ISO 8601 interval where it is a stretch: "2021-05-03/2021-05-05", open ends "..".
    pub interval: Option<String>,
    /// Whether the words alone say so, or they and the date of publication.
    pub basis: TimeBasis,
    /// What is wrong with the words, such as a weekday that does not fit its date.
    pub note: Option<String>,
}
