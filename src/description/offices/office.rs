//! An office and its holder.

use crate::analysis::TokenId;
use crate::ids::MentionId;
use crate::span::Span;

/// An office with its holder and the organization it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Office {
    pub(crate) holder: MentionId,
    /// `None` if the sentence names no organization, or only a place.
    pub(crate) body: Option<MentionId>,
    /// The country or region named where an organization could be named.
    pub(crate) land: Option<MentionId>,
    /// The words of the position, without the organization: "second vice president", "Minister of Health".
    pub(crate) position: Span<TokenId>,
    /// The words before the phrase that say how the office is held: "the former Nepalese defense minister".
    pub(crate) holding: Option<Span<TokenId>>,
    /// The whole phrase without the holder, from the owner before it to the end of the complement.
    pub(crate) tokens: Span<TokenId>,
    /// The folded words of the position that identify its ministry: "foreign".
    pub(crate) portfolio: Vec<String>,
    /// Whether it is an office that only states have, named without any organization: "President Oli".
    pub(crate) is_bare_of_state: bool,
    /// Whether it may be an office of a state, named without any organization: "President Oli", "Speaker Tui".
    pub(crate) is_open: bool,
    pub(crate) rule: &'static str,
}

/// A person in an organization.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(crate) holder: MentionId,
    pub(crate) body: MentionId,
    pub(crate) position: Option<Span<TokenId>>,
    /// The words before the position that say how it is held.
    pub(crate) holding: Option<Span<TokenId>>,
    /// The words that state it.
    pub(crate) tokens: Span<TokenId>,
    pub(crate) rule: &'static str,
}
