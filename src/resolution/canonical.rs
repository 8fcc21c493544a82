//! Records and what their dossiers tell of in, entities out.

use std::collections::{BTreeMap, BTreeSet};

use super::Entity;
use super::engine::Resolver;
use super::judgement::Ruling;
use super::memory::MemoryStore;
use super::profile::profiles_of;
use crate::ids::{ChainId, DocumentId, DossierKey};
use crate::mention::Lexicon;
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
        let profiles = profiles_of(record, lexicon, &apart(&record.info.id, rulings));
        let Ok(()) = resolver.add(&record.info.id, &profiles);
        filed.push(profiles.into_iter().map(|profile| profile.key).collect::<Vec<_>>());
    }
    let entity_of = |document: usize, chain: ChainId| {
        let dossier = &filed[document][chain.index()];
        resolver.store.entity_of(dossier).cloned().expect("each dossier is grouped when it is filed")
    };
    let name_of = |dossier: &DossierKey| resolver.store.name_of(dossier).unwrap_or_default().to_owned();
    entities(records, &entity_of, &name_of)
}

/// The dossiers whose name means something else in a document, as somebody ruled.
#[must_use]
pub fn apart(document: &DocumentId, rulings: &[Ruling]) -> BTreeSet<DossierKey> {
    let ruled = rulings.iter().filter_map(|ruling| match ruling {
        Ruling::Apart { dossier, document: there } if there == document => Some(dossier.clone()),
        _ => None,
    });
    ruled.collect()
}

/// The things of which the chains of `records` tell, where `entity_of` gives for the index of a record and a chain the
/// dossier that names the thing, and `name_of` the name of such a dossier.
///
/// # Complexity
/// O(m log m) for m mentions.
#[must_use]
pub fn entities(
    records: &[DocumentRecord],
    entity_of: &dyn Fn(usize, ChainId) -> DossierKey,
    name_of: &dyn Fn(&DossierKey) -> String,
) -> Vec<Entity> {
    let mut chains_of: BTreeMap<DossierKey, Vec<(usize, ChainId)>> = BTreeMap::new();
    for (document, record) in records.iter().enumerate() {
        for chain in (0..record.chains.len()).map(ChainId::new) {
            chains_of.entry(entity_of(document, chain)).or_default().push((document, chain));
        }
    }
    chains_of.into_iter().map(|(key, chains)| entity(records, &key, name_of(&key), chains)).collect()
}

fn entity(records: &[DocumentRecord], key: &DossierKey, name: String, chains: Vec<(usize, ChainId)>) -> Entity {
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
        chains,
    }
}
