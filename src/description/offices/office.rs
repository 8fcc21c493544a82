//! An office, and somebody who holds it.

use crate::analysis::TokenId;
use crate::ids::MentionId;
use crate::span::Span;

/// An office with the person who holds it and the body it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Office {
    pub(crate) holder: MentionId,
    /// `None` if the sentence names no body, or only a place.
    pub(crate) body: Option<MentionId>,
    /// The land or region that is named where a body could be.
    pub(crate) land: Option<MentionId>,
    /// The words of the position, without body: "second vice president", "Minister of Health".
    pub(crate) position: Span<TokenId>,
    /// The whole phrase without the holder, from an owner in front to the end of the complement.
    pub(crate) tokens: Span<TokenId>,
    /// The words in the position by which its ministry is known, folded: "foreign".
    pub(crate) portfolio: Vec<String>,
    pub(crate) rule: &'static str,
}

/// Somebody in a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(crate) holder: MentionId,
    pub(crate) body: MentionId,
    pub(crate) position: Option<Span<TokenId>>,
    /// The words that say it.
    pub(crate) tokens: Span<TokenId>,
    pub(crate) rule: &'static str,
}
