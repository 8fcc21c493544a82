//! Entities, and how they are built from the chains of documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{ChainId, EntityId, NameKey};
use crate::lexicon::Lexicon;
use crate::ontology::EntityType;
use crate::record::{DocumentRecord, MentionRecord};

/// One real-world thing across all documents: a node.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Key of the name chosen for it: `type/name`, followed by `@country` or `@document` if the name alone does not
    /// say which entity is meant.
    pub id: EntityId,
    /// Its usual name if a gazetteer knows it, otherwise the full name that most documents use, without titles.
    pub name: String,
    /// All other surface forms, sorted.
    pub aliases: BTreeSet<String>,
    /// Its type.
    pub entity_type: EntityType,
    /// ISO 3166-1 alpha-2 code, for countries.
    pub iso3166: Option<String>,
    /// The fields of each matching record in the user's authority lists, ordered by id.
    pub authority: Vec<BTreeMap<String, String>>,
    /// Its chains, each as index of the document and id of the chain, sorted.
    pub chains: Vec<(usize, ChainId)>,
}

/// Where the names of entities come from.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Naming<'a> {
    /// The name chosen for the entity of a chain, given the index of its record.
    pub entity_of: &'a dyn Fn(usize, ChainId) -> NameKey,
    /// That name as written.
    pub name_of: &'a dyn Fn(&NameKey) -> String,
    /// The entity's ids in authority lists.
    pub authority_of: &'a dyn Fn(&NameKey) -> BTreeSet<String>,
}

/// The entities of the chains in `records`.
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
