//! A missed relation and where it was lost.

use std::fmt;

use super::cause::Cause;
use crate::ids::RuleName;
use crate::ontology::RelationType;
use crate::relation::Status;

/// A required relation that was not found with its status, and where it was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// Class of the relation.
    pub relation: RelationType,
    /// The name of its first end.
    pub head: String,
    /// The name of its second end.
    pub tail: String,
    /// Annotated status.
    pub status: Status,
    /// Where it was lost.
    pub cause: Cause,
    /// The rule that failed or found other ends.
    pub rule: Option<RuleName>,
    /// The sentences of the evidence on one line, or the evidence itself if it does not stand in the article.
    pub sentence: String,
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { relation, head, tail, status, cause, rule, sentence } = self;
        let rule = rule.as_ref().map(|rule| format!(" ({rule})")).unwrap_or_default();
        write!(f, "{relation}({head}, {tail}) [{}]: {cause}{rule}: {sentence}", status.as_str())
    }
}
