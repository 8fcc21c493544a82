//! Builds the graph.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, NodeIndex};

use super::contradicted_statuses::note_statuses;
use super::copied_evidence::count_once;
use super::edge_drafts::{Drafts, EdgeCollector};
use super::evidence::Quote;
use super::knowledge_graph::KnowledgeGraph;
use super::node::{EventDetails, Node, NodeAttributes};
use super::occurrences::join_reports;
use super::passages::{Kept, Passages};
use super::places::Places;
use super::position::without_case_variants;
use super::report_days::Published;
use crate::date::PartialDate;
use crate::ids::EntityId;
use crate::lexicon::kind_of_event;
use crate::ontology::{EntityType, Ontology, RelationType};
use crate::record::{DocumentInfo, DocumentRecord};
use crate::relation::Status;
use crate::resolution::{Duplicates, Entity};

/// Builds the graph of `entities` and of the statements in `records`.
///
/// `records` must be ordered by document id, and `entities` must come from
/// [`resolve`](crate::resolution::resolve) over them in this order. `duplicates` says which documents are copies of one article.
///
/// # Complexity
/// O(n log n) for n mentions and statements, plus the square of the number of reports that are of the same relation, the
/// same two things and the same days.
#[must_use]
pub fn build_graph(
    records: &[DocumentRecord],
    entities: &[Entity],
    duplicates: Duplicates,
    ontology: &Ontology,
) -> KnowledgeGraph {
    let mut kept = Kept::new(entities.len());
    let mut builder = GraphBuilder::new(entities, duplicates, ontology);
    for record in records {
        let Ok(()) = builder.add(record, &mut kept);
    }
    builder.finish().with(kept)
}

/// Builds a graph from one record after the other, so that no record need stay in memory.
pub(crate) struct GraphBuilder<'a> {
    entities: &'a [Entity],
    /// For each document, the entity of each chain.
    entity_of: Vec<Vec<usize>>,
    /// For each entity, the score of its surest mention.
    confidence: Vec<f32>,
    edges: EdgeCollector<'a>,
    documents: Vec<DocumentInfo>,
    duplicates: Duplicates,
    ontology: &'a Ontology,
}

/// A graph without the passages that were given away while it was built.
pub(crate) struct BuiltGraph {
    /// Its nodes have no mentions, its evidence what [`Passages::add_evidence`] gave back.
    pub(crate) graph: KnowledgeGraph,
    /// For each edge, the numbers of its evidence.
    #[cfg_attr(not(feature = "sqlite"), expect(dead_code, reason = "only projects leave passages on disk"))]
    pub(crate) evidence: Vec<Vec<usize>>,
}

impl BuiltGraph {
    /// The graph with the passages that were kept in memory.
    pub(crate) fn with(self, kept: Kept) -> KnowledgeGraph {
        let Self { mut graph, .. } = self;
        for (node, mut mentions) in graph.graph.node_weights_mut().zip(kept.mentions) {
            mentions.sort();
            node.mentions = mentions;
        }
        graph
    }
}

impl<'a> GraphBuilder<'a> {
    pub(crate) fn new(entities: &'a [Entity], duplicates: Duplicates, ontology: &'a Ontology) -> Self {
        Self {
            entities,
            entity_of: entities_by_chain(entities),
            confidence: vec![0.0; entities.len()],
            edges: EdgeCollector::new(entities, ontology),
            documents: Vec::new(),
            duplicates,
            ontology,
        }
    }

    /// Adds the next record; records come in the order in which they were resolved.
    pub(crate) fn add<P: Passages>(&mut self, record: &DocumentRecord, passages: &mut P) -> Result<(), P::Error> {
        let chains = self.entity_of.get(self.documents.len()).map_or([].as_slice(), Vec::as_slice);
        let mut entity_of = BTreeMap::new();
        for (chain, &entity) in record.chains.iter().zip(chains) {
            for &id in &chain.mentions {
                let mention = record.mention(id);
                entity_of.insert(id, entity);
                if mention.label.is_some() {
                    self.confidence[entity] = self.confidence[entity].max(mention.confidence);
                }
                passages.add_mention(entity, Quote::of_mention(record, id))?;
            }
        }
        self.edges.add(record, &entity_of, passages)?;
        self.documents.push(record.info.clone());
        Ok(())
    }

    /// The graph.
    pub(crate) fn finish(self) -> BuiltGraph {
        let Self { entities, confidence, edges, documents, duplicates, ontology, .. } = self;
        let mut drafts = edges.drafts;
        join_documents(&mut drafts, entities, &documents, &duplicates, ontology);
        let mut positions = positions_held(&drafts);
        let mut facts = facts_of_events(&drafts, entities);
        let mut graph = DiGraph::with_capacity(entities.len(), drafts.len());
        for (index, entity) in entities.iter().enumerate() {
            let facts = facts.remove(&index).unwrap_or_default();
            let attributes = NodeAttributes {
                positions: positions.remove(&index).map(without_case_variants).unwrap_or_default(),
                iso3166: entity.iso3166.clone(),
                authority: entity.authority.clone(),
                event: (entity.entity_type == EntityType::EVENT).then(|| event_details(entity, &facts, entities)),
            };
            graph.add_node(node(entity, confidence[index], attributes));
        }
        let mut evidence = Vec::with_capacity(drafts.len());
        for (key, draft) in drafts {
            evidence.push(draft.cited.iter().map(|cited| cited.number).collect());
            let edge = draft.finish(&key, ontology);
            graph.add_edge(NodeIndex::new(key.source), NodeIndex::new(key.target), edge);
        }
        let graph = KnowledgeGraph { ontology: ontology.name.clone(), documents, duplicates, graph };
        BuiltGraph { graph, evidence }
    }
}

/// Notes on the edges what follows from several documents: copies, reports of one event, and contradictions.
fn join_documents(
    drafts: &mut Drafts,
    entities: &[Entity],
    documents: &[DocumentInfo],
    duplicates: &Duplicates,
    ontology: &Ontology,
) {
    count_once(drafts.values_mut(), documents, duplicates);
    let day = |info: &DocumentInfo| info.date.and_then(PartialDate::day);
    let published: Published<'_> = documents.iter().filter_map(|info| Some((&info.id, day(info)?))).collect();
    let places = Places::new(drafts.iter(), entities);
    join_reports(drafts, &places, &published, ontology);
    note_statuses(drafts, &published, ontology);
}

/// For each document, the entity of each chain, as an index into the entities.
fn entities_by_chain(entities: &[Entity]) -> Vec<Vec<usize>> {
    let mut entity_of: Vec<Vec<usize>> = Vec::new();
    for (index, entity) in entities.iter().enumerate() {
        for &(document, chain) in &entity.chains {
            if entity_of.len() <= document {
                entity_of.resize(document + 1, Vec::new());
            }
            let chains = &mut entity_of[document];
            if chains.len() <= chain.index() {
                chains.resize(chain.index() + 1, 0);
            }
            chains[chain.index()] = index;
        }
    }
    entity_of
}

/// The positions of each entity that holds an office.
fn positions_held(drafts: &Drafts) -> BTreeMap<usize, BTreeSet<String>> {
    let mut held: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (key, draft) in drafts.iter().filter(|(key, _)| key.relation == RelationType::AFFILIATED_WITH) {
        held.entry(key.source).or_default().extend(draft.values("position").cloned());
    }
    held
}

/// Dates and places that the statements about an event give.
#[derive(Default)]
struct EventFacts {
    dates: BTreeSet<PartialDate>,
    places: BTreeSet<usize>,
}

/// What is stated as a fact about each event.
fn facts_of_events(drafts: &Drafts, entities: &[Entity]) -> BTreeMap<usize, EventFacts> {
    let mut facts: BTreeMap<usize, EventFacts> = BTreeMap::new();
    for (key, draft) in drafts.iter().filter(|(key, _)| key.status == Status::Asserted) {
        let ends = [key.source, key.target].into_iter();
        for event in ends.filter(|&end| entities[end].entity_type == EntityType::EVENT) {
            let facts = facts.entry(event).or_default();
            facts.dates.extend(draft.dates());
            facts.places.extend((key.relation == RelationType::HELD_IN && event == key.source).then_some(key.target));
        }
    }
    facts
}

/// What is known about an event; date and place stay open if the statements differ.
fn event_details(event: &Entity, facts: &EventFacts, entities: &[Entity]) -> EventDetails {
    let EventFacts { dates, places } = facts;
    let only_place = places.first().filter(|_| places.len() == 1);
    EventDetails {
        kind: kind_of_event(&event.name),
        date: dates.first().copied().filter(|_| dates.len() == 1),
        place: only_place.map(|&place| entities[place].id.clone()),
    }
}

fn node(entity: &Entity, confidence: f32, attributes: NodeAttributes) -> Node {
    Node {
        id: EntityId::clone(&entity.id),
        label: entity.name.clone(),
        entity_type: entity.entity_type,
        aliases: entity.aliases.clone(),
        confidence,
        attributes,
        mentions: Vec::new(),
    }
}
