//! A mention as stored.

use crate::ids::{ChainId, RuleName};
use crate::language::Gender;
use crate::mention::MentionKind;
use crate::ontology::EntityType;
use crate::span::{Char, Span};

/// A mention as kept.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MentionRecord {
    /// Where it stands.
    pub span: Span<Char>,
    /// Exactly the characters at `span`.
    pub surface: String,
    /// Name, nominal or pronoun.
    pub kind: MentionKind,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// For a mention that says alone which thing is meant, what it calls it, on one line.
    pub label: Option<String>,
    /// The usual name of the thing if a gazetteer knows exactly one.
    pub canonical: Option<String>,
    /// ISO 3166-1 alpha-2 code if the thing is a country.
    pub iso3166: Option<String>,
    /// Whether it is an adjective or a word for a people.
    pub is_demonym: bool,
    /// The titles and ranks right before the name.
    pub title: Option<String>,
    /// The gender that it shows.
    pub gender: Option<Gender>,
    /// The rule or list that found it.
    pub rule: RuleName,
    /// How sure the rule is, 0.0 to 1.0.
    pub confidence: f32,
    /// The chain it is in.
    pub chain: Option<ChainId>,
    /// Why it is in the chain, unless it is the chain's first name.
    pub joined: Option<Joining>,
}

/// The sieve that joined a mention to its chain.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Joining {
    /// Its name, as in [`CorefLink::sieve`](crate::coreference::CorefLink::sieve).
    pub sieve: RuleName,
    /// How sure it is, 0.0 to 1.0.
    pub confidence: f32,
}
