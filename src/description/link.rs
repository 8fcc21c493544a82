//! A link between two names that the words next to them describe.

use crate::ids::MentionId;
use crate::ontology::RelationType;
use crate::span::{Byte, Span};

/// An office or a membership in a whole, as described by the words next to a name.
#[derive(Debug, Clone)]
pub(crate) struct DescribedLink {
    pub(crate) relation: RelationType,
    pub(crate) subject: MentionId,
    pub(crate) object: MentionId,
    /// For an office, the words of the position: "Minister of Health".
    pub(crate) position: Option<String>,
    /// The words that state it, as bytes of the document's text.
    pub(crate) trigger: Span<Byte>,
    pub(crate) rule: &'static str,
    /// How the words relate to the names, for an explanation.
    pub(crate) path: &'static str,
    pub(crate) confidence: f32,
}
