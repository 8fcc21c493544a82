//! Which tokens of a sentence the parser reads, and as which words.

use super::labels::{TokenId, Upos};
use super::tag::{Tag, Xpos};
use crate::span::Span;

/// The plain name that the parser reads in place of a masked one.
///
/// The forms are frequent in the treebanks the parser learned from, so that it knows how such a word behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandIn {
    /// For a person.
    Person,
    /// For a country.
    Country,
    /// For any other place.
    Place,
    /// For an organization, program or event.
    Organization,
}

impl StandIn {
    /// The form that the parser reads.
    #[must_use]
    pub fn form(self) -> &'static str {
        match self {
            Self::Person => "John",
            Self::Country => "Iraq",
            Self::Place => "Paris",
            Self::Organization => "Congress",
        }
    }

    /// The tag that the parser reads: a proper noun in the singular.
    #[must_use]
    pub fn tag() -> Tag {
        Tag { upos: Upos::Propn, xpos: Xpos::NNP }
    }
}

/// Tokens that the parser reads as one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MaskedWord {
    /// At least one token of the sentence.
    pub tokens: Span<TokenId>,
    /// The token among them on which the others depend.
    pub head: TokenId,
    /// What the parser reads for them; `None` for a single token that is read as it stands.
    pub stand_in: Option<StandIn>,
}

impl MaskedWord {
    /// The token at `at`, read as it stands.
    #[must_use]
    pub fn plain(at: usize) -> Self {
        Self { tokens: Span::new(at, at + 1), head: TokenId::new(at), stand_in: None }
    }
}

/// How the parser is to read a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Masking {
    /// At least one word, in text order, without overlap. Tokens in none of them are left out.
    pub words: Vec<MaskedWord>,
    /// Whether the sentence is a headline in title case, in which capitals say nothing.
    pub is_title_case: bool,
}

impl Masking {
    /// Whether the parser would read the sentence as it stands.
    #[must_use]
    pub fn is_plain(&self, tokens: usize) -> bool {
        self.words.len() == tokens && !self.is_title_case && self.words.iter().all(|word| word.stand_in.is_none())
    }
}
