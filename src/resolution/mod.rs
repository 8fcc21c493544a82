//! Records of documents in, entities out: one real-world thing is one entity.
//!
//! What a document tells of a chain is a [`ChainProfile`]; all profiles of one type, name and scope are a [`NameProfile`].
//! Dossiers that share a blocking key are compared ([`compare`]), and those that the evidence shows to be one thing are
//! merged, unless a person ruled otherwise ([`Judgement`]). [`Resolver`] does so document by document, over a
//! [`ProfileStore`]; [`resolve`] does it for all documents at once in memory.
//!
//! [`Duplicates`] says which documents are one article, so that what it states is counted once.
//!
//! What is doubtful stays apart: a lone surname or first name, a bare role and a described gathering mean something
//! only in their document, and two bodies of one name in different lands are two.

mod blocking;
mod canonical;
mod chain_profile;
mod clusters;
mod comparison;
mod countries;
mod duplicates;
mod judgement;
mod memory_store;
mod name_parts;
mod name_profile;
mod resolver;
mod review_case;
mod similarity;

use std::collections::{BTreeMap, BTreeSet};

pub use blocking::{BlockingKeys, blocking_keys};
pub use canonical::{Naming, apart, entities, resolve};
pub use chain_profile::{ChainProfile, chain_profiles};
pub use comparison::{Comparison, Reason, Verdict};
pub(crate) use duplicates::precedence;
pub use duplicates::{Duplicates, Sketch, near_duplicates};
pub use judgement::{Judgement, Ruling};
pub use memory_store::MemoryStore;
pub use name_profile::{Fact, FactKind, MAX_SAMPLE, MAX_VALUES, NameProfile, Scope};
pub use resolver::{ProfileStore, Resolver};
pub use review_case::{Passage, ReviewCase, Side};
pub(crate) use similarity::kind_of_event;
pub use similarity::{MAX_DIFFERENT, MIN_SAME, Sides, compare, compare_names, is_possible};

use crate::ids::{ChainId, EntityId};
use crate::ontology::EntityType;

/// One real-world thing across all documents: a node.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// The key of the dossier that names it: `type/name`, with `@land` or `@document` where the name alone
    /// does not say which thing is meant.
    pub id: EntityId,
    /// The usual name where a gazetteer knows it, else the full name that most documents give it, without titles.
    pub name: String,
    /// All other surface forms, sorted.
    pub aliases: BTreeSet<String>,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// ISO 3166-1 alpha-2 code, for countries.
    pub iso3166: Option<String>,
    /// What the user's authority lists say of it: the fields of each record that it fits, ordered by id.
    pub authority: Vec<BTreeMap<String, String>>,
    /// Its chains, as index of the document and chain, sorted.
    pub chains: Vec<(usize, ChainId)>,
}

#[cfg(test)]
mod tests;
