//! Entities, and how they are built from the chains of documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{ChainId, EntityId, NameKey};
use crate::lexicon::Lexicon;
use crate::ontology::EntityType;
use crate::record::DocumentRecord;

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
    let mut drafts = EntityDrafts::default();
    for (document, record) in records.iter().enumerate() {
        drafts.add(record, |chain| (naming.entity_of)(document, chain));
    }
    drafts.finish(naming.name_of, naming.authority_of, lexicon)
}

/// Entities that are collected from one record after the other, so that no record need stay in memory.
#[derive(Default)]
pub(crate) struct EntityDrafts {
    documents: usize,
    drafts: BTreeMap<NameKey, EntityDraft>,
}

/// What is known of an entity so far.
struct EntityDraft {
    /// That of its first chain.
    entity_type: EntityType,
    labels: BTreeSet<String>,
    iso3166: Option<String>,
    chains: Vec<(usize, ChainId)>,
}

impl EntityDrafts {
    /// Adds the chains of the next record; `entity_of` is the name chosen for the entity of each.
    pub(crate) fn add(&mut self, record: &DocumentRecord, entity_of: impl Fn(ChainId) -> NameKey) {
        for (number, chain) in record.chains.iter().enumerate() {
            let id = ChainId::new(number);
            let draft = self.drafts.entry(entity_of(id)).or_insert_with(|| EntityDraft {
                entity_type: chain.entity_type,
                labels: BTreeSet::new(),
                iso3166: None,
                chains: Vec::new(),
            });
            draft.chains.push((self.documents, id));
            for mention in chain.mentions.iter().map(|id| record.mention(*id)) {
                if let Some(label) = mention.label.as_ref().filter(|label| !draft.labels.contains(*label)) {
                    draft.labels.insert(label.clone());
                }
                if draft.iso3166.is_none() {
                    draft.iso3166.clone_from(&mention.iso3166);
                }
            }
        }
        self.documents += 1;
    }

    /// The entities, ordered by id.
    pub(crate) fn finish(
        self,
        name_of: impl Fn(&NameKey) -> String,
        authority_of: impl Fn(&NameKey) -> BTreeSet<String>,
        lexicon: &Lexicon,
    ) -> Vec<Entity> {
        let entity = |(key, draft): (NameKey, EntityDraft)| {
            let EntityDraft { entity_type, mut labels, iso3166, chains } = draft;
            let name = name_of(&key);
            labels.remove(&name);
            let ids = authority_of(&key);
            let authority = ids.iter().filter_map(|id| lexicon.authority(id)).map(|record| record.fields.clone());
            let id = key.as_str().into();
            Entity { id, name, aliases: labels, entity_type, iso3166, authority: authority.collect(), chains }
        };
        self.drafts.into_iter().map(entity).collect()
    }
}
