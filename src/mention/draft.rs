//! A candidate for a mention before overlaps are resolved.

use super::model::MentionKind;
use super::vote::Ballot;
use crate::analysis::TokenId;
use crate::lexicon::KnownName;
use crate::ontology::EntityType;
use crate::span::Span;

/// A candidate for a mention before overlaps are resolved.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) tokens: Span<TokenId>,
    pub(crate) kind: MentionKind,
    pub(crate) entity_type: EntityType,
    pub(crate) known: Option<KnownName>,
    pub(crate) title: Option<Span<TokenId>>,
    /// Whether it refers to several entities at once.
    pub(crate) is_plural: bool,
    pub(crate) rule: &'static str,
    pub(crate) confidence: f32,
    /// Tokens of the name that this acronym stands for, in the same sentence.
    pub(crate) stands_for: Option<Span<TokenId>>,
    /// The full name if it shares its noun with another: "Ministry of Education".
    pub(crate) spelled_out: Option<String>,
    /// The whole description of an unnamed gathering.
    pub(crate) described: Option<Span<TokenId>>,
    /// For an unnamed gathering, the whole phrase with its article.
    pub(crate) phrase: Option<Span<TokenId>>,
    /// Other candidates that overlap this one.
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
