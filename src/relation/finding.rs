//! A statement before it is checked and completed.

use std::collections::BTreeMap;

use super::statement::Status;
use crate::description::DescribedLink;
use crate::ids::{MentionId, RuleName};
use crate::ontology::RelationType;
use crate::span::{Byte, Span};

/// A statement within one sentence, before the ontology is checked and circumstances are added.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) relation: RelationType,
    pub(crate) subject: MentionId,
    pub(crate) object: MentionId,
    pub(crate) status: Status,
    pub(crate) attributes: BTreeMap<&'static str, String>,
    /// The words that signal the relation.
    pub(crate) trigger: Span<Byte>,
    pub(crate) rule: RuleName,
    /// The paths from the trigger to both ends.
    pub(crate) path: String,
    pub(crate) confidence: f32,
}

impl From<DescribedLink> for Finding {
    /// A link described by the words next to a name is a fact.
    fn from(link: DescribedLink) -> Self {
        Self {
            relation: link.relation,
            subject: link.subject,
            object: link.object,
            status: Status::Asserted,
            attributes: link.position.into_iter().map(|position| ("position", position)).collect(),
            trigger: link.trigger,
            rule: link.rule.into(),
            path: link.path.to_owned(),
            confidence: link.confidence,
        }
    }
}
