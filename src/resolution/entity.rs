//! One real-world thing, and how the chains of documents make it up.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{ChainId, EntityId, NameKey};
use crate::lexicon::Lexicon;
use crate::ontology::EntityType;
use crate::record::{DocumentRecord, MentionRecord};

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
