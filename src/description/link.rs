//! A link between two names that the words next to them describe.

use crate::ids::MentionId;
use crate::ontology::RelationType;
use crate::span::{Byte, Span};

/// An office held, or a part of a whole, as the words next to a name give it.
#[derive(Debug, Clone)]
pub(crate) struct DescribedLink {
    pub(crate) relation: RelationType,
    pub(crate) subject: MentionId,
    pub(crate) object: MentionId,
    /// The words of the position, for an office: "Minister of Health".
    pub(crate) position: Option<String>,
    /// The words that say it, in bytes of the document's text.
    pub(crate) trigger: Span<Byte>,
    pub(crate) rule: &'static str,
    /// How the words stand to the names, for an explanation.
    pub(crate) path: &'static str,
    pub(crate) confidence: f32,
}
