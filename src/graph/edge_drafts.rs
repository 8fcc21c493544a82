//! Collects statements into edges: all statements of one relation and status between two things are one edge.

use std::collections::{BTreeMap, BTreeSet};

use super::conflicts::Conflicts;
use super::edge::Edge;
use super::evidence::{Evidence, Quote};
use super::passages::Passages;
use super::position::without_case_variants;
use super::topic::Topic;
use crate::coreference::PluralReference;
use crate::date::PartialDate;
use crate::ids::MentionId;
use crate::ontology::{Ontology, RelationType};
use crate::record::{DocumentRecord, StatementRecord};
use crate::relation::Status;
use crate::resolution::Entity;
use crate::span::CharCounter;

/// What makes two statements the same edge. Its order is that of the edges of the graph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EdgeKey {
    pub(super) relation: RelationType,
    pub(super) status: Status,
    pub(super) source: usize,
    pub(super) target: usize,
}

/// All unfinished edges, in the order of the graph.
pub(super) type Drafts = BTreeMap<EdgeKey, EdgeDraft>;

/// A statement as an edge cites it.
#[derive(Debug)]
pub(super) struct Cited {
    /// What the edge will show of it, or what [`Passages`] left of that.
    pub(super) evidence: Evidence,
    pub(super) topic: Topic,
    /// Its number among all evidence.
    pub(super) number: usize,
}

/// An unfinished edge: what its statements say, collected.
#[derive(Debug, Default)]
pub(super) struct EdgeDraft {
    /// In the order of documents and statements.
    pub(super) cited: Vec<Cited>,
    pub(super) conflicts: Conflicts,
    /// All values of the attributes, in no order. A list, because most edges have one or two.
    attributes: Vec<(String, String)>,
}

impl EdgeDraft {
    /// The evidence, in the order of documents and statements.
    pub(super) fn evidence(&self) -> impl Iterator<Item = &Evidence> {
        self.cited.iter().map(|cited| &cited.evidence)
    }

    pub(super) fn evidence_mut(&mut self) -> impl Iterator<Item = &mut Evidence> {
        self.cited.iter_mut().map(|cited| &mut cited.evidence)
    }

    /// The dates that its statements give.
    pub(super) fn dates(&self) -> impl Iterator<Item = PartialDate> {
        self.evidence().filter_map(|evidence| evidence.date)
    }

    /// The values of an attribute in its statements.
    pub(super) fn values<'k>(&'k self, key: &'k str) -> impl Iterator<Item = &'k String> {
        self.attributes.iter().filter(move |(other, _)| other == key).map(|(_, value)| value)
    }

    /// Adds a sentence, once. A sentence that gives two places is kept twice, once for each.
    fn add(&mut self, cited: Cited) {
        let evidence = &cited.evidence;
        let fits = |known: &Option<_>| known.is_none() || evidence.place.is_none() || *known == evidence.place;
        let known = self.cited.iter_mut().rev().map(|cited| &mut cited.evidence);
        let mut of_document = known.take_while(|known| known.quote.document == evidence.quote.document);
        match of_document.find(|known| known.quote == evidence.quote && fits(&known.place)) {
            Some(known) => known.place = known.place.take().or(cited.evidence.place),
            None => {
                // Most edges have one piece of evidence, and the room for four would be most of the memory of a build.
                self.cited.reserve_exact(usize::from(self.cited.is_empty()));
                self.cited.push(cited);
            }
        }
    }

    /// Adds a value of an attribute, once.
    fn describe(&mut self, key: &str, value: &str) {
        if !self.values(key).any(|known| known == value) {
            self.attributes.push((key.to_owned(), value.to_owned()));
        }
    }

    pub(super) fn finish(self, key: &EdgeKey, ontology: &Ontology) -> Edge {
        let dates: BTreeSet<_> = self.dates().collect();
        let places: BTreeSet<_> = self.evidence().filter_map(|evidence| evidence.place.as_ref()).collect();
        let only_place = places.first().filter(|_| places.len() == 1).copied().cloned();
        Edge {
            relation: key.relation,
            is_directed: !ontology.is_symmetric(key.relation),
            status: key.status,
            confidence: self.evidence().map(|evidence| evidence.confidence).fold(0.0, f32::max),
            date: (dates.len() == 1).then(|| dates.first().copied()).flatten(),
            place: only_place,
            conflicts: self.conflicts,
            attributes: joined(self.attributes),
            evidence: self.cited.into_iter().map(|cited| cited.evidence).collect(),
        }
    }
}

/// The values of each attribute in alphabetical order, divided by "; ".
fn joined(attributes: Vec<(String, String)>) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (key, value) in attributes {
        all.entry(key).or_default().insert(value);
    }
    let text = |values| Vec::from_iter(without_case_variants(values)).join("; ");
    all.into_iter().map(|(key, values)| (key, text(values))).collect()
}

/// What the mentions of one document refer to, and how surely.
struct Meanings<'a> {
    entity_of: &'a BTreeMap<MentionId, usize>,
    certainty_of: BTreeMap<MentionId, f32>,
    plurals: BTreeMap<MentionId, &'a PluralReference>,
}

impl<'a> Meanings<'a> {
    fn new(record: &'a DocumentRecord, entity_of: &'a BTreeMap<MentionId, usize>) -> Self {
        let mentions = record.mentions.iter().enumerate();
        let joined =
            mentions.filter_map(|(at, mention)| Some((MentionId::new(at), mention.joined.as_ref()?.confidence)));
        let plurals = record.plurals.iter().map(|plural| (plural.mention, plural)).collect();
        Self { entity_of, certainty_of: joined.collect(), plurals }
    }

    /// The entities that a mention refers to, with a score for each: one, the members of a plural, or none.
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

    /// The pairs of entities that a statement joins. If one plural is both ends ("the two ministers met"), each
    /// pair of its members is joined once.
    fn ends(&self, statement: &StatementRecord) -> Vec<(usize, usize, f32)> {
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

/// Collects the statements of one document after the other into edges.
pub(super) struct EdgeCollector<'a> {
    entities: &'a [Entity],
    ontology: &'a Ontology,
    pub(super) drafts: Drafts,
    /// How many pieces of evidence there were so far.
    count: usize,
}

impl<'a> EdgeCollector<'a> {
    pub(super) fn new(entities: &'a [Entity], ontology: &'a Ontology) -> Self {
        Self { entities, ontology, drafts: Drafts::new(), count: 0 }
    }

    /// Adds the statements of the next document.
    pub(super) fn add<P: Passages>(
        &mut self,
        record: &DocumentRecord,
        entity_of: &BTreeMap<MentionId, usize>,
        passages: &mut P,
    ) -> Result<(), P::Error> {
        let text = CharCounter::new(&record.text);
        let meanings = Meanings::new(record, entity_of);
        for statement in &record.statements {
            let class = self.ontology.class_of(statement.relation);
            let is_symmetric = class.is_some_and(|class| class.symmetric);
            for (subject, object, certainty) in meanings.ends(statement) {
                let [from, to] = [subject, object].map(|index| self.entities[index].entity_type);
                if !class.is_some_and(|class| class.allows(from, to)) {
                    continue; // coreference gave "it" a type that the relation does not allow
                }
                // Entities are ordered by id, so the smaller index is the smaller id.
                let is_turned = is_symmetric && object < subject;
                let (source, target) = if is_turned { (object, subject) } else { (subject, object) };
                let key = EdgeKey { relation: statement.relation, status: statement.status, source, target };
                let mut evidence = evidence(record, &text, statement, certainty);
                self.name_parts(&mut evidence, &meanings, statement, [subject, object]);
                let (number, topic) = (self.count, Topic::of(statement));
                self.count += 1;
                let draft = self.drafts.entry(key).or_default();
                draft.add(Cited { evidence: passages.add_evidence(number, evidence)?, topic, number });
                for (key, value) in &statement.attributes {
                    draft.describe(key, value);
                }
            }
        }
        Ok(())
    }

    /// Names speaker, place and roles of a statement by the nodes that they are.
    fn name_parts(
        &self,
        evidence: &mut Evidence,
        meanings: &Meanings<'_>,
        statement: &StatementRecord,
        ends: [usize; 2],
    ) {
        let id = |entity: usize| self.entities[entity].id.clone();
        let speaker = statement.speaker.and_then(|speaker| meanings.of(speaker).first().copied());
        evidence.speaker = speaker.map(|(speaker, _)| id(speaker));
        evidence.place = statement.place.and_then(|place| meanings.entity_of.get(&place)).copied().map(id);
        let class = self.ontology.class_of(statement.relation);
        if let Some(roles) = class.and_then(|class| class.roles.as_ref()) {
            for (end, role) in ends.into_iter().zip(roles) {
                evidence.roles.insert(id(end), role.clone());
            }
        }
    }
}

/// The evidence of a statement. Its score is the lower of those of the rule and of the coreference of its ends.
fn evidence(record: &DocumentRecord, text: &CharCounter<'_>, statement: &StatementRecord, certainty: f32) -> Evidence {
    let document = &record.info.id;
    Evidence {
        quote: Quote { document: document.clone(), span: statement.span, text: text.slice(statement.span).to_owned() },
        rule: statement.rule.clone(),
        path: statement.path.clone(),
        status: statement.status,
        date: statement.date,
        time: statement.time.clone(),
        place: None,
        speaker: None,
        occurrence: format!("{document}#{}", statement.trigger),
        roles: BTreeMap::new(),
        also_in: Vec::new(),
        confidence: statement.confidence.min(certainty),
    }
}
