//! A mention as stored.

use crate::ids::{ChainId, RuleName};
use crate::language::Gender;
use crate::mention::MentionKind;
use crate::ontology::EntityType;
use crate::span::{Char, Span};

/// One place of a document where something is named or referred to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MentionRecord {
    /// Its place in the text.
    pub span: Span<Char>,
    /// Exactly the characters at `span`.
    pub surface: String,
    /// Name, nominal or pronoun.
    pub kind: MentionKind,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// The name it uses, on one line; `None` if the mention alone does not identify the thing.
    pub label: Option<String>,
    /// The usual name of the thing, if the gazetteers have exactly one.
    pub canonical: Option<String>,
    /// ISO 3166-1 alpha-2 code if the thing is a country.
    pub iso3166: Option<String>,
    /// Whether it is an adjective or noun for a people ("Peruvian").
    pub is_demonym: bool,
    /// The titles and ranks right before the name.
    pub title: Option<String>,
    /// The gender it shows.
    pub gender: Option<Gender>,
    /// The rule or list that found it.
    pub rule: RuleName,
    /// Score of the rule, 0.0 to 1.0.
    pub confidence: f32,
    /// Its coreference chain.
    pub chain: Option<ChainId>,
    /// The sieve that put it into the chain; `None` for the first name of the chain.
    pub joined: Option<Joining>,
}

/// The sieve that joined a mention to its chain.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Joining {
    /// Its name, as in [`CorefLink::sieve`](crate::coreference::CorefLink::sieve).
    pub sieve: RuleName,
    /// Its score, 0.0 to 1.0.
    pub confidence: f32,
}
