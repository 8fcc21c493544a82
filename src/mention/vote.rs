//! A candidate for a mention other than the chosen one.

use crate::analysis::TokenId;
use crate::ids::RuleName;
use crate::ontology::EntityType;
use crate::span::{Byte, Span};

/// A candidate other than the chosen one.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Vote {
    /// The rule that proposed it.
    pub rule: RuleName,
    /// The type it proposed.
    pub entity_type: EntityType,
    /// Where it is in the document.
    pub span: Span<Byte>,
    /// Its own confidence, a score from 0.0 to 1.0.
    pub confidence: f32,
    /// Whether it proposed the same span and type as were chosen.
    pub agrees: bool,
}

/// A vote whose tokens are not yet mapped to the document.
#[derive(Debug, Clone)]
pub(super) struct Ballot {
    pub(super) tokens: Span<TokenId>,
    pub(super) entity_type: EntityType,
    pub(super) rule: &'static str,
    pub(super) confidence: f32,
}
