//! Chains of all documents in, entities out.

mod canonical;
mod case;
mod comparison;
mod judgement;
mod similarity;

use std::collections::BTreeSet;

pub use canonical::resolve;
pub use case::{Case, Passage, Side};
pub use comparison::{Comparison, Reason, Verdict};
pub use judgement::{Judgement, Ruling};
pub use similarity::compare_names;

use crate::ids::{ChainId, EntityId};
use crate::ontology::EntityType;

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
