//! Chains of mentions, their links, and the members of plural mentions.

use crate::ids::{ChainId, MentionId, RuleName};
use crate::ontology::EntityType;

/// The mentions of one document that refer to the same entity.
#[derive(Debug, Clone, PartialEq)]
pub struct CorefChain {
    /// Its index among the document's chains.
    pub id: ChainId,
    /// At least one, in text order.
    pub mentions: Vec<MentionId>,
    /// The type of the entity.
    pub entity_type: EntityType,
    /// Why each mention except the first is in the chain; one entry fewer than `mentions`.
    pub links: Vec<CorefLink>,
}

/// Why a mention was joined to an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct CorefLink {
    /// The mention that was joined.
    pub mention: MentionId,
    /// The mention it was joined to.
    pub antecedent: MentionId,
    /// The sieve that decided: `same-name`, `same-entry`, `spelling`, `acronym`, `short-name`, `name-part`,
    /// `short-body`, `body-part`; for descriptions `apposition`, `office`, `office-near`, `counterpart`, `head-noun`,
    /// `head-noun-near`, `land-near`; for pronouns `pronoun`, `pronoun-it`, `its-office`, `its-object`,
    /// `former-latter`, `speaker`, `speaker-body`.
    pub sieve: RuleName,
    /// How sure the sieve is, a score from 0.0 to 1.0.
    pub confidence: f32,
}

/// A mention that refers to several entities: "they", "both ministers".
#[derive(Debug, Clone, PartialEq)]
pub struct PluralReference {
    /// The plural mention; it is not in any chain.
    pub mention: MentionId,
    /// At least two mentions, each from a different chain.
    pub members: Vec<MentionId>,
    /// The sieve that decided: `coordination`, `met-before`, `counted-near`, `counted-in-all`.
    pub sieve: RuleName,
    /// How sure the sieve is, a score from 0.0 to 1.0.
    pub confidence: f32,
}

/// What the mentions of one document refer to.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Coreference {
    /// The chains, ordered by their first name.
    pub chains: Vec<CorefChain>,
    /// The plural mentions with known members, in text order.
    pub plurals: Vec<PluralReference>,
}
