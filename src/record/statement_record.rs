//! A statement as stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::ids::{MentionId, RuleName};
use crate::ontology::RelationType;
use crate::quantity::TimeBasis;
use crate::relation::Status;
use crate::span::{Char, Span};

/// One relation that one sentence states.
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
    /// First character of the words that signal the relation.
    pub trigger: usize,
    /// The day, month or year that the sentence gives.
    pub date: Option<PartialDate>,
    /// The time as the sentence gives it.
    pub time: Option<TimeRecord>,
    /// The place, if the sentence gives one.
    pub place: Option<MentionId>,
    /// The speaker, if the text reports it as somebody's words.
    pub speaker: Option<MentionId>,
    /// What else the sentence says, by key.
    pub attributes: BTreeMap<String, String>,
    /// The paths from the trigger to both ends.
    pub path: String,
    /// The rule that found it.
    pub rule: RuleName,
    /// Score of the rule, 0.0 to 1.0.
    pub confidence: f32,
}

/// A time as its sentence gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "time"))]
#[non_exhaustive]
pub struct TimeRecord {
    /// The words.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub text: String,
    /// ISO 8601 interval of a period, both ends included: "2021-05-03/2021-05-05"; open ends are "..".
    pub interval: Option<String>,
    /// Whether the words alone give the time, or the words and the date of publication.
    pub basis: TimeBasis,
    /// What is wrong with the words, such as a weekday that does not fit its date.
    pub note: Option<String>,
}
