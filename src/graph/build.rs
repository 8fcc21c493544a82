//! Puts the graph together.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, NodeIndex};

use super::{DocumentInfo, Edge, Evidence, KnowledgeGraph, Node, Quote};
use crate::analysis::AnalyzedDocument;
use crate::ids::{EntityId, MentionId};
use crate::mention::Mention;
use crate::ontology::{Ontology, RelationType};
use crate::relation::{RelationMention, Status};
use crate::resolution::{CorefChain, Entity, PluralReference};
use crate::span::{Byte, CharCounter, Span};

/// All that was found in one document: the record from which graphs are built.
#[derive(Debug, Clone)]
pub struct DocumentRecord {
    /// The document with its sentences.
    pub document: AnalyzedDocument,
    /// Its mentions, in text order.
    pub mentions: Vec<Mention>,
    /// Its statements.
    pub statements: Vec<RelationMention>,
    /// Its coreference chains.
    pub chains: Vec<CorefChain>,
    /// Its plural mentions whose members are known.
    pub plurals: Vec<PluralReference>,
}

/// Builds the graph of `entities` and of the statements in `records`.
///
/// `records` must be ordered by document id, and `entities` must come from
/// [`resolve`](crate::resolution::resolve) over them in this order.
///
/// # Complexity
/// O(n log n) for n mentions and statements.
#[must_use]
pub fn build_graph(records: &[DocumentRecord], entities: &[Entity], ontology: &Ontology) -> KnowledgeGraph {
    let quoters: Vec<Quoter<'_>> = records.iter().map(Quoter::new).collect();
    let entity_of = entities_by_mention(records, entities);
    let drafts = collect_edges(records, &quoters, &entity_of, entities, ontology);
    let mut positions = positions_held(&drafts);
    let mut graph = DiGraph::new();
    let mut index_of: Vec<NodeIndex> = Vec::with_capacity(entities.len());
    for (index, entity) in entities.iter().enumerate() {
        index_of.push(graph.add_node(node(records, &quoters, entity, positions.remove(&index).unwrap_or_default())));
    }
    for (key, draft) in drafts {
        let edge = draft.finish(&key, entities, ontology);
        graph.add_edge(index_of[key.source], index_of[key.target], edge);
    }
    let documents = quoters.iter().map(Quoter::info).collect();
    KnowledgeGraph { ontology: ontology.name.clone(), documents, graph }
}

/// Quotes passages of one document.
struct Quoter<'a> {
    record: &'a DocumentRecord,
    counter: CharCounter<'a>,
}

impl<'a> Quoter<'a> {
    fn new(record: &'a DocumentRecord) -> Self {
        Self { record, counter: CharCounter::new(&record.document.document.text) }
    }

    fn quote(&self, span: Span<Byte>) -> Quote {
        let document = &self.record.document;
        Quote {
            document: document.document.id.clone(),
            span: self.counter.chars(span),
            text: document.surface(span).to_owned(),
        }
    }

    fn info(&self) -> DocumentInfo {
        let document = &self.record.document.document;
        DocumentInfo {
            id: document.id.clone(),
            path: document.path.clone(),
            line: document.line,
            title: document.title.clone(),
            date: document.date,
            url: document.url.clone(),
            source: document.source.clone(),
            sha256: document.sha256(),
            characters: self.counter.chars(Span::new(0, document.text.len())).end(),
        }
    }
}

/// For each document the entity of each mention, as an index into the entities.
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

/// What makes two statements the same edge. Ordered as the edges of the graph are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct EdgeKey {
    relation: RelationType,
    status: Status,
    source: usize,
    target: usize,
}

#[derive(Debug, Default)]
struct EdgeDraft {
    evidence: Vec<Evidence>,
    places: BTreeSet<usize>,
    positions: BTreeSet<String>,
}

impl EdgeDraft {
    fn finish(self, key: &EdgeKey, entities: &[Entity], ontology: &Ontology) -> Edge {
        let dates: BTreeSet<_> = self.evidence.iter().filter_map(|evidence| evidence.date).collect();
        let only_place = (self.places.len() == 1).then(|| self.places.first().map(|&index| entities[index].id.clone()));
        let positions: Vec<String> = self.positions.into_iter().collect();
        Edge {
            relation: key.relation,
            is_directed: !ontology.relation(key.relation.as_str()).is_some_and(|class| class.symmetric),
            status: key.status,
            confidence: self.evidence.iter().map(|evidence| evidence.confidence).fold(0.0, f32::max),
            date: (dates.len() == 1).then(|| dates.first().copied()).flatten(),
            place: only_place.flatten(),
            position: (!positions.is_empty()).then(|| positions.join("; ")),
            evidence: self.evidence,
        }
    }
}

/// Which things the mentions of one document mean, and how surely.
struct Meanings<'a> {
    entity_of: &'a BTreeMap<MentionId, usize>,
    certainty_of: BTreeMap<MentionId, f32>,
    plurals: BTreeMap<MentionId, &'a PluralReference>,
}

impl<'a> Meanings<'a> {
    fn new(record: &'a DocumentRecord, entity_of: &'a BTreeMap<MentionId, usize>) -> Self {
        let links = record.chains.iter().flat_map(|chain| &chain.links);
        let plurals = record.plurals.iter().map(|plural| (plural.mention, plural)).collect();
        Self { entity_of, certainty_of: links.map(|link| (link.mention, link.confidence)).collect(), plurals }
    }

    /// The things that a mention means with a score for each: one, the members of a plural, or none.
    fn of(&self, mention: MentionId) -> Vec<(usize, f32)> {
        let certainty = |mention: &MentionId| self.certainty_of.get(mention).copied().unwrap_or(1.0);
        let one = |mention: &MentionId| Some((*self.entity_of.get(mention)?, certainty(mention)));
        match self.plurals.get(&mention) {
            Some(plural) => {
                let members = plural.members.iter().filter_map(one);
                members.map(|(entity, certainty)| (entity, certainty.min(plural.confidence))).collect()
            }
            None => one(&mention).into_iter().collect(),
        }
    }

    /// The pairs of things that a statement joins. If one plural is both ends ("the two ministers met"), each
    /// pair of its members is joined once.
    fn ends(&self, statement: &RelationMention) -> Vec<(usize, usize, f32)> {
        let (subjects, objects) = (self.of(statement.subject), self.of(statement.object));
        let is_within = statement.subject == statement.object;
        let mut ends = Vec::new();
        for (at, (subject, surely)) in subjects.iter().enumerate() {
            let from = if is_within { at + 1 } else { 0 };
            let others = objects.iter().skip(from).filter(|(object, _)| object != subject);
            ends.extend(others.map(|(object, as_surely)| (*subject, *object, surely.min(*as_surely))));
        }
        ends
    }
}

fn collect_edges(
    records: &[DocumentRecord],
    quoters: &[Quoter<'_>],
    entity_of: &[BTreeMap<MentionId, usize>],
    entities: &[Entity],
    ontology: &Ontology,
) -> BTreeMap<EdgeKey, EdgeDraft> {
    let mut drafts: BTreeMap<EdgeKey, EdgeDraft> = BTreeMap::new();
    for ((record, quoter), entity_of) in records.iter().zip(quoters).zip(entity_of) {
        let meanings = Meanings::new(record, entity_of);
        for statement in &record.statements {
            let class = ontology.relation(statement.relation.as_str());
            let is_symmetric = class.is_some_and(|class| class.symmetric);
            for (subject, object, certainty) in meanings.ends(statement) {
                let [from, to] = [subject, object].map(|index| entities[index].entity_type);
                if !class.is_some_and(|class| class.allows(from, to)) {
                    continue; // "it" turned out to be a thing of another type
                }
                // Entities are ordered by id, so the smaller index is the smaller id.
                let is_turned = is_symmetric && object < subject;
                let (source, target) = if is_turned { (object, subject) } else { (subject, object) };
                let key = EdgeKey { relation: statement.relation, status: statement.status, source, target };
                let draft = drafts.entry(key).or_default();
                let evidence = evidence(quoter, statement, certainty);
                if !draft.evidence.iter().any(|other| other.quote == evidence.quote) {
                    draft.evidence.push(evidence);
                }
                draft.places.extend(statement.place.and_then(|place| entity_of.get(&place)));
                draft.positions.extend(statement.attributes.get("position").cloned());
            }
        }
    }
    drafts
}

/// A statement is no surer than the rule that read it and the joining of its ends to their names.
fn evidence(quoter: &Quoter<'_>, statement: &RelationMention, certainty: f32) -> Evidence {
    Evidence {
        quote: quoter.quote(statement.provenance.span),
        rule: statement.provenance.rule.clone(),
        status: statement.status,
        date: statement.date,
        confidence: statement.provenance.confidence.min(certainty),
    }
}

/// The positions in the offices of each entity that holds one.
fn positions_held(drafts: &BTreeMap<EdgeKey, EdgeDraft>) -> BTreeMap<usize, BTreeSet<String>> {
    let mut held: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (key, draft) in drafts.iter().filter(|(key, _)| key.relation == RelationType::AFFILIATED_WITH) {
        held.entry(key.source).or_default().extend(draft.positions.iter().cloned());
    }
    held
}

fn node(records: &[DocumentRecord], quoters: &[Quoter<'_>], entity: &Entity, positions: BTreeSet<String>) -> Node {
    let mut mentions: Vec<Quote> = Vec::new();
    for &(document, chain) in &entity.chains {
        let record = &records[document];
        let chain = &record.chains[chain.index()];
        mentions.extend(
            chain.mentions.iter().map(|id| quoters[document].quote(record.mentions[id.index()].provenance.span)),
        );
    }
    mentions.sort();
    Node {
        id: EntityId::clone(&entity.id),
        label: entity.name.clone(),
        entity_type: entity.entity_type,
        aliases: entity.aliases.clone(),
        positions,
        iso3166: entity.iso3166.clone(),
        mentions,
    }
}
