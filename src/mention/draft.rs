//! A mention before overlaps are settled.

use super::model::MentionKind;
use super::vote::Ballot;
use crate::analysis::TokenId;
use crate::lexicon::KnownName;
use crate::ontology::EntityType;
use crate::span::Span;

/// A mention in the making, before overlaps are settled.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) tokens: Span<TokenId>,
    pub(crate) kind: MentionKind,
    pub(crate) entity_type: EntityType,
    pub(crate) known: Option<KnownName>,
    pub(crate) title: Option<Span<TokenId>>,
    /// Whether it means several things at once.
    pub(crate) is_plural: bool,
    pub(crate) rule: &'static str,
    pub(crate) confidence: f32,
    /// Tokens of the name that this acronym stands for, in the same sentence.
    pub(crate) stands_for: Option<Span<TokenId>>,
    /// The full name where the noun stands with another one: "Ministry of Education".
    pub(crate) spelled_out: Option<String>,
    /// The whole description of a gathering without name.
    pub(crate) described: Option<Span<TokenId>>,
    /// For a gathering without name its whole phrase, from the article on.
    pub(crate) phrase: Option<Span<TokenId>>,
    /// Other candidates that overlap.
    pub(super) votes: Vec<Ballot>,
}

impl Draft {
    pub(crate) fn name(tokens: Span<TokenId>, entity_type: EntityType, rule: &'static str, confidence: f32) -> Self {
        Self {
            tokens,
            kind: MentionKind::Name,
            entity_type,
            known: None,
            title: None,
            is_plural: false,
            rule,
            confidence,
            stands_for: None,
            spelled_out: None,
            described: None,
            phrase: None,
            votes: Vec::new(),
        }
    }
}
