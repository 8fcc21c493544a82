//! Records and what their dossiers tell of in, entities out.

use std::collections::{BTreeMap, BTreeSet};

use super::Entity;
use super::chain_profile::chain_profiles;
use super::judgement::Ruling;
use super::memory_store::MemoryStore;
use super::resolver::Resolver;
use crate::ids::{ChainId, DocumentId, NameKey};
use crate::lexicon::Lexicon;
use crate::record::{DocumentRecord, MentionRecord};

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

/// The dossiers whose name means something else in a document, as somebody ruled.
#[must_use]
pub fn apart(document: &DocumentId, rulings: &[Ruling]) -> BTreeSet<NameKey> {
    let ruled = rulings.iter().filter_map(|ruling| match ruling {
        Ruling::Apart { name, document: there } if there == document => Some(name.clone()),
        _ => None,
    });
    ruled.collect()
}

/// What entities are named by.
#[derive(Clone, Copy)]
pub struct Naming<'a> {
    /// The dossier that names the thing, for the index of a record and a chain of it.
    pub entity_of: &'a dyn Fn(usize, ChainId) -> NameKey,
    /// The name of such a dossier.
    pub name_of: &'a dyn Fn(&NameKey) -> String,
    /// The ids that authority lists give to the thing.
    pub authority_of: &'a dyn Fn(&NameKey) -> BTreeSet<String>,
}

/// The things of which the chains of `records` tell.
///
/// # Complexity
/// O(m log m) for m mentions.
#[must_use]
pub fn entities(records: &[DocumentRecord], naming: &Naming<'_>, lexicon: &Lexicon) -> Vec<Entity> {
    let mut chains_of: BTreeMap<NameKey, Vec<(usize, ChainId)>> = BTreeMap::new();
    for (document, record) in records.iter().enumerate() {
        for chain in (0..record.chains.len()).map(ChainId::new) {
            chains_of.entry((naming.entity_of)(document, chain)).or_default().push((document, chain));
        }
    }
    let entity = |(key, chains): (NameKey, Vec<(usize, ChainId)>)| {
        let ids = (naming.authority_of)(&key);
        let known = ids.iter().filter_map(|id| lexicon.authority(id)).map(|record| record.fields.clone());
        Entity { authority: known.collect(), ..entity(records, &key, (naming.name_of)(&key), chains) }
    };
    chains_of.into_iter().map(entity).collect()
}

fn entity(records: &[DocumentRecord], key: &NameKey, name: String, chains: Vec<(usize, ChainId)>) -> Entity {
    let members = chains.iter().flat_map(|&(document, chain)| {
        let record = &records[document];
        record.chains[chain.index()].mentions.iter().map(|id| record.mention(*id))
    });
    let mentions: Vec<&MentionRecord> = members.collect();
    let (document, first) = chains[0];
    let entity_type = records[document].chains[first.index()].entity_type;
    let labels = || mentions.iter().filter_map(|mention| Some((*mention, mention.label.as_deref()?)));
    Entity {
        id: key.as_str().into(),
        aliases: labels().map(|(_, label)| label).filter(|label| *label != name).map(str::to_owned).collect(),
        name,
        entity_type,
        iso3166: mentions.iter().find_map(|mention| mention.iso3166.clone()),
        authority: Vec::new(),
        chains,
    }
}
