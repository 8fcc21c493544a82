//! Chains of all documents in, entities out.

use std::collections::{BTreeMap, BTreeSet};

use super::bodies::is_short_name;
use super::union::sets;
use super::{CorefChain, Entity};
use crate::analysis::AnalyzedDocument;
use crate::ids::{ChainId, EntityId};
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::text::{fold, is_all_caps};

/// What one document contributes: its text, its mentions and its chains.
pub type DocumentChains<'a> = (&'a AnalyzedDocument, &'a [Mention], &'a [CorefChain]);

/// A chain with what decides whether it is joined to another.
struct Candidate<'a> {
    document: usize,
    id: ChainId,
    entity_type: EntityType,
    /// The names of the chain; descriptions and pronouns name nothing.
    mentions: Vec<&'a Mention>,
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
pub fn resolve(documents: &[DocumentChains<'_>]) -> Vec<Entity> {
    let candidates: Vec<Candidate<'_>> = documents
        .iter()
        .enumerate()
        .flat_map(|(index, document)| document.2.iter().map(move |chain| candidate(index, document, chain)))
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

fn candidate<'a>(document: usize, parts: &DocumentChains<'a>, chain: &'a CorefChain) -> Candidate<'a> {
    let (analyzed, all, _) = *parts;
    let named = chain.mentions.iter().map(|id| &all[id.index()]).filter(|mention| mention.identifies());
    let mentions: Vec<&Mention> = named.collect();
    let surfaces: Vec<String> = mentions.iter().map(|mention| mention.label(analyzed)).collect();
    let canonical = mentions.iter().find_map(|mention| mention.canonical.as_deref());
    let name = fullest(&mentions, &surfaces);
    let short = |mention: &Mention| chain.links.iter().any(|link| link.mention == mention.id && is_short_name(link));
    let short: BTreeSet<&str> =
        mentions.iter().filter(|mention| short(mention)).map(|mention| mention.norm.as_str()).collect();
    let is_full = |surface: &&String| surface.contains([' ', '-']) && !is_all_caps(surface);
    let full = surfaces.iter().filter(is_full).map(|name| fold(name));
    let full = full.filter(|name| !short.contains(name.as_str())).collect();
    Candidate { document, id: chain.id, entity_type: chain.entity_type, mentions, surfaces, full, canonical, name }
}

/// The name with most words, then letters; of equal ones the first in the alphabet.
fn fullest(mentions: &[&Mention], surfaces: &[String]) -> String {
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
fn number_equal_ids(entities: &mut [Entity], documents: &[DocumentChains<'_>]) {
    let place = |entity: &Entity| {
        let (document, chain) = entity.chains[0];
        (entity.id.clone(), documents[document].0.document.id.clone(), chain)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::pipeline::{Settings, read_document};

    fn ids(texts: &[&str]) -> Vec<String> {
        let read: Vec<_> = texts
            .iter()
            .enumerate()
            .map(|(index, text)| {
                let document = Document::from_text(&format!("d{index}"), *text);
                let record = read_document(document, &Settings::default());
                (record.document, record.mentions, record.chains)
            })
            .collect();
        let parts: Vec<DocumentChains<'_>> = read.iter().map(|(d, m, c)| (d, m.as_slice(), c.as_slice())).collect();
        resolve(&parts).iter().map(|entity| format!("{} {}", entity.id, entity.chains.len())).collect()
    }

    #[test]
    fn full_names_meet_across_documents_and_surnames_do_not() {
        let found = ids(&["Minister Kaarel Tamm spoke.", "Minister Kaarel Tamm left.", "Mr. Tamm flew."]);
        assert_eq!(found, ["person/kaarel-tamm 2", "person/tamm 1"]);
    }

    #[test]
    fn lone_surnames_of_two_documents_are_two_nodes() {
        assert_eq!(ids(&["Mr. Tamm flew.", "Mr. Tamm left."]), ["person/tamm 1", "person/tamm-2 1"]);
    }

    #[test]
    fn a_country_bears_its_usual_name() {
        assert_eq!(ids(&["American ships left.", "The U.S. agreed."]), ["country/united-states 2"]);
    }
}
