//! Turns the records of documents into entities: one entity for each real-world thing.
//!
//! What one document says of a chain is a [`ChainProfile`]. All chains of one type, name and scope share a
//! [`NameProfile`]. Profiles that share a blocking key are compared ([`compare`]); those that the comparison finds to
//! mean one entity are merged, unless a person ruled otherwise ([`Judgement`]). [`Resolver`] does this one document at
//! a time, over a [`ProfileStore`]; [`resolve`] does it for all documents at once, in memory.
//!
//! [`Duplicates`] says which documents are copies of one article, so that each of its statements is counted once.
//!
//! Doubtful names stay apart: a lone surname or given name, a bare role or a described gathering means something only
//! in its own document, and organizations that share a name but belong to different countries are two entities.

mod answer;
mod blocking;
mod chain_profile;
mod clusters;
mod comparison;
mod component;
mod countries;
mod duplicates;
mod entity;
mod fact;
mod judgement;
mod memory_store;
mod name_parts;
mod name_profile;
mod profile_store;
mod resolver;
mod review_case;
mod ruling;
mod scope;
mod similarity;

pub use answer::Answer;
pub use blocking::{BlockingKeys, blocking_keys};
pub use chain_profile::{ChainProfile, chain_profiles};
pub use comparison::{Comparison, Reason, Verdict};
pub(crate) use duplicates::precedence;
pub use duplicates::{Duplicates, Sketch, near_duplicates};
#[cfg(feature = "sqlite")]
pub(crate) use entity::EntityDrafts;
pub use entity::{Entity, Naming, entities};
pub use fact::{Fact, FactKind};
pub use judgement::Judgement;
pub use memory_store::MemoryStore;
pub use name_profile::{MAX_SAMPLE, MAX_VALUES, NameProfile};
pub use profile_store::ProfileStore;
pub use resolver::Resolver;
pub use review_case::{Passage, ReviewCase, Side};
pub use ruling::{Ruling, names_apart};
pub use scope::Scope;
pub use similarity::{MAX_DIFFERENT, MIN_SAME, ProfilePair, compare, compare_names, is_possible};

use crate::ids::{ChainId, NameKey};
use crate::lexicon::Lexicon;
use crate::record::DocumentRecord;

/// Joins the chains of all documents into entities, and names these.
///
/// `rulings` are ordered oldest first. The result is ordered by entity id and does not depend on the order of
/// documents.
#[must_use]
pub fn resolve(records: &[DocumentRecord], rulings: &[Ruling], lexicon: &Lexicon) -> Vec<Entity> {
    let mut resolver = Resolver::new(MemoryStore::new(rulings.to_vec()), lexicon);
    let mut filed = Vec::new();
    for record in records {
        let profiles = chain_profiles(record, lexicon, &names_apart(&record.info.id, rulings));
        let Ok(()) = resolver.add(&record.info.id, &profiles);
        filed.push(profiles.into_iter().map(|profile| profile.key).collect::<Vec<_>>());
    }
    let entity_of = |document: usize, chain: ChainId| {
        let name = &filed[document][chain.index()];
        resolver.store.entities().get(name).cloned().expect("every name is grouped when it is filed")
    };
    let name_of = |name: &NameKey| resolver.store.name_of(name).unwrap_or_default().to_owned();
    let authorities = resolver.store.authorities();
    let authority_of = |name: &NameKey| authorities.get(name).cloned().unwrap_or_default();
    let naming = Naming { entity_of: &entity_of, name_of: &name_of, authority_of: &authority_of };
    entities(records, &naming, lexicon)
}

#[cfg(test)]
mod tests;
