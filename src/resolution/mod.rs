//! Mentions in, entities out.
//!
//! [`find_chains`] groups the mentions of one document that mean the same thing, [`resolve`] joins
//! the chains of all documents into [`Entity`]s. Each joining carries the name of the sieve that
//! made it. What is doubtful stays apart: a lone surname or first name joins no chain of another
//! document.

mod bodies;
mod canonical;
mod comparison;
mod coreference;
mod descriptions;
mod facts;
mod names;
mod plurals;
mod pronouns;
mod referents;
mod spelling;
mod union;

use std::collections::BTreeSet;

pub use canonical::{DocumentChains, resolve};
pub use comparison::{Comparison, Reason, Verdict, compare_names};
pub use coreference::find_chains;

use crate::ids::{ChainId, EntityId, MentionId, RuleName};
use crate::ontology::EntityType;

/// Mentions of one document that mean the same thing.
#[derive(Debug, Clone, PartialEq)]
pub struct CorefChain {
    /// Its index among the document's chains.
    pub id: ChainId,
    /// At least one, in text order.
    pub mentions: Vec<MentionId>,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// Why each mention but the first is in the chain; one entry fewer than `mentions`.
    pub links: Vec<CorefLink>,
}

/// Why a mention was joined to an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct CorefLink {
    /// The mention that was joined.
    pub mention: MentionId,
    /// The mention it was joined to.
    pub antecedent: MentionId,
    /// The sieve that decided: `same-name`, `same-entry`, `spelling`, `acronym`, `short-name`,
    /// `name-part`, `short-body`, `body-part`; for descriptions `apposition`, `office`, `office-near`, `counterpart`, `head-noun`,
    /// `head-noun-near`, `land-near`; for pronouns `pronoun`, `pronoun-it`, `its-office`, `its-object`, `former-latter`, `speaker`,
    /// `speaker-body`.
    pub sieve: RuleName,
    /// How sure the sieve is, a score from 0.0 to 1.0.
    pub confidence: f32,
}

/// A mention that means several things at once: "they", "both ministers".
#[derive(Debug, Clone, PartialEq)]
pub struct PluralReference {
    /// The plural mention, which is in no chain.
    pub mention: MentionId,
    /// At least two mentions, each in a chain of its own.
    pub members: Vec<MentionId>,
    /// The sieve that decided: `coordination`, `met-before`, `counted-near`, `counted-in-all`.
    pub sieve: RuleName,
    /// How sure the sieve is, a score from 0.0 to 1.0.
    pub confidence: f32,
}

/// What the mentions of one document mean.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Coreference {
    /// The things, ordered by their first name.
    pub chains: Vec<CorefChain>,
    /// The plural mentions whose members are known, in text order.
    pub plurals: Vec<PluralReference>,
}

/// One real-world thing across all documents: a node.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Stable across runs: type and name in small letters.
    pub id: EntityId,
    /// The fullest name that a document gives it, without titles; for countries the usual name.
    pub name: String,
    /// All other surface forms, sorted.
    pub aliases: BTreeSet<String>,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// ISO 3166-1 alpha-2 code, for countries.
    pub iso3166: Option<String>,
    /// Its chains, as index of the document and chain, sorted.
    pub chains: Vec<(usize, ChainId)>,
}

#[cfg(test)]
mod tests;
