//! Builds the graph.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, NodeIndex};

use super::contradicted_statuses::note_statuses;
use super::copied_evidence::count_once;
use super::edge_drafts::{Drafts, collect_edges};
use super::evidence::Quote;
use super::knowledge_graph::KnowledgeGraph;
use super::node::{EventDetails, Node, NodeAttributes};
use super::occurrences::join_reports;
use super::places::Places;
use super::report_days::Published;
use crate::date::PartialDate;
use crate::ids::{EntityId, MentionId};
use crate::lexicon::kind_of_event;
use crate::ontology::{EntityType, Ontology, RelationType};
use crate::record::DocumentRecord;
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
    let drafts = drafts(records, entities, &duplicates, ontology);
    let mut positions = positions_held(&drafts);
    let mut facts = facts_of_events(&drafts, entities);
    let mut graph = DiGraph::new();
    let mut index_of: Vec<NodeIndex> = Vec::with_capacity(entities.len());
    for (index, entity) in entities.iter().enumerate() {
        let facts = facts.remove(&index).unwrap_or_default();
        let attributes = NodeAttributes {
            positions: positions.remove(&index).unwrap_or_default(),
            iso3166: entity.iso3166.clone(),
            authority: entity.authority.clone(),
            event: (entity.entity_type == EntityType::EVENT).then(|| event_details(entity, &facts, entities)),
        };
        index_of.push(graph.add_node(node(records, entity, attributes)));
    }
    for (key, draft) in drafts {
        let edge = draft.finish(&key, ontology);
        graph.add_edge(index_of[key.source], index_of[key.target], edge);
    }
    let documents = records.iter().map(|record| record.info.clone()).collect();
    KnowledgeGraph { ontology: ontology.name.clone(), documents, duplicates, graph }
}

/// The edges with their evidence from all documents.
fn drafts<'r>(
    records: &'r [DocumentRecord],
    entities: &[Entity],
    duplicates: &Duplicates,
    ontology: &Ontology,
) -> Drafts<'r> {
    let entity_of = entities_by_mention(records, entities);
    let mut drafts = collect_edges(records, &entity_of, entities, ontology);
    count_once(drafts.values_mut(), records, duplicates);
    let day = |record: &DocumentRecord| record.info.date.and_then(PartialDate::day);
    let published: Published<'_> = records.iter().filter_map(|record| Some((&record.info.id, day(record)?))).collect();
    let places = Places::new(drafts.iter(), entities);
    join_reports(&mut drafts, &places, &published, ontology);
    note_statuses(&mut drafts, &published, ontology);
    drafts
}

/// For each document, the entity of each mention as an index into the entities.
fn entities_by_mention(records: &[DocumentRecord], entities: &[Entity]) -> Vec<BTreeMap<MentionId, usize>> {
    let mut entity_of = vec![BTreeMap::new(); records.len()];
    for (index, entity) in entities.iter().enumerate() {
        for &(document, chain) in &entity.chains {
            let mentions = &records[document].chains[chain.index()].mentions;
            entity_of[document].extend(mentions.iter().map(|&mention| (mention, index)));
        }
    }
    entity_of
}

/// The positions of each entity that holds an office.
fn positions_held(drafts: &Drafts<'_>) -> BTreeMap<usize, BTreeSet<String>> {
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
fn facts_of_events(drafts: &Drafts<'_>, entities: &[Entity]) -> BTreeMap<usize, EventFacts> {
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

fn node(records: &[DocumentRecord], entity: &Entity, attributes: NodeAttributes) -> Node {
    let mut mentions: Vec<Quote> = Vec::new();
    let mut confidence: f32 = 0.0;
    for &(document, chain) in &entity.chains {
        let record = &records[document];
        let chain = &record.chains[chain.index()];
        let scores = chain.mentions.iter().map(|&id| record.mention(id));
        let scores = scores.filter(|mention| mention.label.is_some()).map(|mention| mention.confidence);
        confidence = scores.fold(confidence, f32::max);
        mentions.extend(chain.mentions.iter().map(|&id| Quote::of_mention(record, id)));
    }
    mentions.sort();
    Node {
        id: EntityId::clone(&entity.id),
        label: entity.name.clone(),
        entity_type: entity.entity_type,
        aliases: entity.aliases.clone(),
        confidence,
        attributes,
        mentions,
    }
}
