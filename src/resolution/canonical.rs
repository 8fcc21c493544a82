//! Chains of all documents in, entities out.

use std::collections::{BTreeMap, BTreeSet};

use super::Entity;
use crate::coreference::{is_short_name, sets};
use crate::ids::{ChainId, EntityId};
use crate::mention::MentionKind;
use crate::ontology::EntityType;
use crate::record::{ChainRecord, DocumentRecord, MentionRecord};
use crate::text::{fold, is_all_caps};

/// A chain with what decides whether it is joined to another.
struct Candidate<'a> {
    document: usize,
    id: ChainId,
    entity_type: EntityType,
    /// The names of the chain; descriptions and pronouns name nothing.
    mentions: Vec<&'a MentionRecord>,
    surfaces: Vec<String>,
    /// The names, folded, that mean the same thing in every document.
    full: BTreeSet<String>,
    canonical: Option<&'a str>,
    name: String,
}

/// Joins chains of equal type that share a name or a gazetteer entry, and names the results.
///
/// The result is ordered by entity id and does not depend on the order of documents. A personal name
/// of one word is joined to nothing outside its document.
///
/// # Complexity
/// O(n log n) for n mentions: chains meet through a table of names, never pair by pair.
#[must_use]
pub fn resolve(documents: &[DocumentRecord]) -> Vec<Entity> {
    let candidates: Vec<Candidate<'_>> = documents
        .iter()
        .enumerate()
        .flat_map(|(index, document)| {
            let chains = document.chains.iter().enumerate();
            chains.map(move |(id, chain)| candidate(index, document, ChainId::new(id), chain))
        })
        .collect();
    let mut by_key: BTreeMap<(EntityType, String), Vec<usize>> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        for key in keys(candidate) {
            by_key.entry((candidate.entity_type, key)).or_default().push(index);
        }
    }
    let pairs = by_key.values().flat_map(|same| same.windows(2).map(|pair| (pair[0], pair[1])));
    let groups = sets(candidates.len(), pairs);
    let mut entities: Vec<Entity> = groups
        .into_iter()
        .map(|group| entity(&group.into_iter().map(|index| &candidates[index]).collect::<Vec<_>>()))
        .collect();
    number_equal_ids(&mut entities, documents);
    entities.sort_by(|a, b| a.id.cmp(&b.id));
    entities
}

fn candidate<'a>(document: usize, record: &'a DocumentRecord, id: ChainId, chain: &ChainRecord) -> Candidate<'a> {
    let named = chain.mentions.iter().map(|id| record.mention(*id)).filter(|mention| mention.label.is_some());
    let mentions: Vec<&MentionRecord> = named.collect();
    let surfaces: Vec<String> = mentions.iter().filter_map(|mention| mention.label.clone()).collect();
    let canonical = mentions.iter().find_map(|mention| mention.canonical.as_deref());
    let name = fullest(&mentions, &surfaces);
    let short = |mention: &&&MentionRecord| mention.joined.as_ref().is_some_and(|joined| is_short_name(&joined.sieve));
    let short: BTreeSet<String> = mentions.iter().filter(short).map(|mention| fold(&mention.surface)).collect();
    let is_full = |surface: &&String| surface.contains([' ', '-']) && !is_all_caps(surface);
    let full = surfaces.iter().filter(is_full).map(|name| fold(name));
    let full = full.filter(|name| !short.contains(name.as_str())).collect();
    Candidate { document, id, entity_type: chain.entity_type, mentions, surfaces, full, canonical, name }
}

/// The name with most words, then letters; of equal ones the first in the alphabet.
fn fullest(mentions: &[&MentionRecord], surfaces: &[String]) -> String {
    let named = mentions.iter().zip(surfaces).filter(|(mention, _)| !mention.is_demonym);
    let best = named.max_by_key(|(_, surface)| size(surface)).or_else(|| mentions.iter().zip(surfaces).next());
    best.map(|(_, surface)| surface.clone()).unwrap_or_default()
}

fn size(surface: &str) -> (usize, bool, usize, std::cmp::Reverse<&str>) {
    // A headline in capitals has the name too, but nobody writes it so.
    let is_written = !surface.contains(' ') || !is_all_caps(surface);
    (surface.split(' ').count(), is_written, surface.chars().count(), std::cmp::Reverse(surface))
}

/// The names by which a chain is found again in other documents.
fn keys(candidate: &Candidate<'_>) -> BTreeSet<String> {
    if let Some(canonical) = candidate.canonical {
        return BTreeSet::from([format!("entry:{canonical}")]);
    }
    if candidate.mentions.iter().all(|mention| mention.kind != MentionKind::Name) {
        return BTreeSet::new(); // "two-day workshop" may be another one in another article
    }
    let is_person = candidate.entity_type == EntityType::PERSON;
    let mut keys = candidate.full.clone();
    if keys.is_empty() && !is_person {
        keys.insert(fold(&candidate.name));
    }
    keys
}

fn entity(group: &[&Candidate<'_>]) -> Entity {
    let entity_type = group[0].entity_type;
    let canonical = group.iter().find_map(|candidate| candidate.canonical);
    let is_country = entity_type == EntityType::COUNTRY;
    let fullest =
        group.iter().map(|candidate| &candidate.name).max_by_key(|name| size(name)).cloned().unwrap_or_default();
    let name = canonical.filter(|_| is_country).map_or(fullest, str::to_owned);
    let surfaces = group.iter().flat_map(|candidate| &candidate.surfaces);
    let iso3166 = group.iter().flat_map(|candidate| &candidate.mentions).find_map(|mention| mention.iso3166.clone());
    Entity {
        id: format!("{entity_type}/{}", fold(&name).replace(' ', "-")).into(),
        aliases: surfaces.filter(|surface| **surface != name).cloned().collect(),
        name,
        entity_type,
        iso3166,
        chains: group.iter().map(|candidate| (candidate.document, candidate.id)).collect(),
    }
}

/// Different things of one name and type get "-2", "-3", ordered by their first document's id.
fn number_equal_ids(entities: &mut [Entity], documents: &[DocumentRecord]) {
    let place = |entity: &Entity| {
        let (document, chain) = entity.chains[0];
        (entity.id.clone(), documents[document].info.id.clone(), chain)
    };
    entities.sort_by_cached_key(place);
    let mut seen: BTreeMap<EntityId, usize> = BTreeMap::new();
    for entity in entities {
        let count = seen.entry(entity.id.clone()).or_insert(0);
        *count += 1;
        if *count > 1 {
            entity.id = format!("{}-{count}", entity.id).into();
        }
    }
}
