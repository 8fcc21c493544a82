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
pub use entity::{Entity, Naming, entities};
pub use fact::{Fact, FactKind};
pub use judgement::Judgement;
pub use memory_store::MemoryStore;
pub use name_profile::{MAX_SAMPLE, MAX_VALUES, NameProfile};
pub use profile_store::ProfileStore;
pub use resolver::Resolver;
pub use review_case::{Passage, ReviewCase, Side};
pub use ruling::{Ruling, apart};
pub use scope::Scope;
pub use similarity::{MAX_DIFFERENT, MIN_SAME, Sides, compare, compare_names, is_possible};

use crate::ids::{ChainId, NameKey};
use crate::lexicon::Lexicon;
use crate::record::DocumentRecord;

/// Joins the chains of all documents that tell of one thing, and names the results.
///
/// `rulings` are what people decided, oldest first. The result is ordered by entity id and does not depend on the
/// order of documents.
#[must_use]
pub fn resolve(records: &[DocumentRecord], rulings: &[Ruling], lexicon: &Lexicon) -> Vec<Entity> {
    let mut resolver = Resolver::new(MemoryStore::new(rulings.to_vec()), lexicon);
    let mut filed = Vec::new();
    for record in records {
        let profiles = chain_profiles(record, lexicon, &apart(&record.info.id, rulings));
        let Ok(()) = resolver.add(&record.info.id, &profiles);
        filed.push(profiles.into_iter().map(|profile| profile.key).collect::<Vec<_>>());
    }
    let entity_of = |document: usize, chain: ChainId| {
        let name = &filed[document][chain.index()];
        resolver.store.entities().get(name).cloned().expect("each dossier is grouped when it is filed")
    };
    let name_of = |name: &NameKey| resolver.store.name_of(name).unwrap_or_default().to_owned();
    let authorities = resolver.store.authorities();
    let authority_of = |name: &NameKey| authorities.get(name).cloned().unwrap_or_default();
    let naming = Naming { entity_of: &entity_of, name_of: &name_of, authority_of: &authority_of };
    entities(records, &naming, lexicon)
}

#[cfg(test)]
mod tests;
