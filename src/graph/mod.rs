//! Entities and statements in, the knowledge graph out.
//!
//! [`KnowledgeGraph`] is what all later steps read. It is a view: built from the record, never the
//! record itself. Nodes are ordered by id; edges by relation, status and ends. It is read and
//! written as JSON in the form that `graph-json.schema.json` describes.
//!
//! What several documents say of one thing is put together, not averaged: a sentence that copies of one article print
//! is one evidence, reports of one event share its `occurrence`, and where they contradict each other an edge says so
//! in [`Conflicts`].

mod build;
mod conflicts;
mod edges;
mod json;
mod matter;
mod occurrences;
mod places;
mod repeats;
mod when;

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

pub use build::build_graph;
pub use conflicts::Conflicts;
pub use json::{GraphReadError, read_json, write_json};

use crate::date::PartialDate;
use crate::ids::{DocumentId, EntityId, MentionId, RuleName};
use crate::ontology::{EntityType, RelationType};
use crate::record::DocumentRecord;
pub use crate::record::{DocumentInfo, SaidTime};
use crate::relation::Status;
use crate::resolution::Duplicates;
use crate::span::{Char, Span};

/// A passage of a document, quoted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quote {
    /// The document.
    pub document: DocumentId,
    /// The passage, in characters of the document's text.
    pub span: Span<Char>,
    /// Exactly the characters at `span`.
    pub text: String,
}

impl Quote {
    fn of_mention(record: &DocumentRecord, mention: MentionId) -> Self {
        let mention = record.mention(mention);
        Self { document: record.info.id.clone(), span: mention.span, text: mention.surface.clone() }
    }
}

/// What kind of event it is, when and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDetails {
    /// The noun for it: "workshop", "forum".
    pub kind: String,
    /// The date on which all dated statements of it agree.
    pub date: Option<PartialDate>,
    /// Where it was held, if all statements of it agree.
    pub place: Option<EntityId>,
}

/// One real-world thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Stable across runs.
    pub id: EntityId,
    /// Canonical name.
    pub label: String,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// Other surface forms, sorted.
    pub aliases: BTreeSet<String>,
    /// Positions held, for persons, sorted.
    pub positions: BTreeSet<String>,
    /// ISO 3166-1 alpha-2 code, for countries.
    pub iso3166: Option<String>,
    /// What the user's authority lists say of it: the fields of each record that it fits, `id` among them.
    pub authority: Vec<BTreeMap<String, String>>,
    /// What is known of an event.
    pub event: Option<EventDetails>,
    /// At least one, ordered by document and place.
    pub mentions: Vec<Quote>,
}

/// The passage behind an edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The sentence.
    pub quote: Quote,
    /// The rule that read it.
    pub rule: RuleName,
    /// What the sentence says: fact, plan or denial.
    pub status: Status,
    /// When, if the sentence gives a day, month or year.
    pub date: Option<PartialDate>,
    /// How the sentence says when.
    pub time: Option<SaidTime>,
    /// Where, if the sentence says so.
    pub place: Option<EntityId>,
    /// Who says so, if the text reports it as somebody's words.
    pub speaker: Option<EntityId>,
    /// The ways from the trigger to both ends, as the rule writes them.
    pub path: String,
    /// Document and first character of the words for one event: edges drawn from it share them, and so do the reports
    /// of it in several documents, of which it is the smallest.
    pub occurrence: String,
    /// What each end does in it: "trainer", "trainee".
    pub roles: BTreeMap<EntityId, String>,
    /// Other documents that print the same article with this sentence, sorted; it counts once.
    pub also_in: Vec<DocumentId>,
    /// Score of the rule or of the joining of an end to its name, whichever is lower, 0.0 to 1.0.
    pub confidence: f32,
}

/// One relation between two things, with everything that supports it.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Class of the relation.
    pub relation: RelationType,
    /// Whether subject and object may not be exchanged.
    pub is_directed: bool,
    /// Fact, plan or denial.
    pub status: Status,
    /// The highest score among the evidence, 0.0 to 1.0.
    pub confidence: f32,
    /// The date on which all dated evidence agrees.
    pub date: Option<PartialDate>,
    /// The place on which all evidence with a place agrees.
    pub place: Option<EntityId>,
    /// In what the sources differ.
    pub conflicts: Conflicts,
    /// What else is said, by key (`position`, `topic`, `object`, `amount`, `mode`, `plover` ...); several
    /// values are divided by "; ".
    pub attributes: BTreeMap<String, String>,
    /// At least one, ordered by document and place.
    pub evidence: Vec<Evidence>,
}

/// Who has to do what with whom.
#[derive(Debug, Clone)]
pub struct KnowledgeGraph {
    /// Name of the ontology.
    pub ontology: String,
    /// The documents, ordered by id.
    pub documents: Vec<DocumentInfo>,
    /// Which of them are one article.
    pub duplicates: Duplicates,
    /// Things and relations; nodes ordered by id.
    graph: DiGraph<Node, Edge>,
}

impl KnowledgeGraph {
    /// The nodes, ordered by id.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.graph.node_weights()
    }

    /// The edges with their source and target, ordered by relation, status and ends.
    pub fn edges(&self) -> impl Iterator<Item = (&Node, &Edge, &Node)> {
        self.graph.edge_indices().filter_map(|index| {
            let (source, target) = self.graph.edge_endpoints(index)?;
            Some((&self.graph[source], &self.graph[index], &self.graph[target]))
        })
    }

    /// The edges at a node, in either direction, in the order of [`Self::edges`].
    ///
    /// # Complexity
    /// O(d log d) for d edges at the node.
    #[must_use]
    pub fn edges_of(&self, id: &EntityId) -> Vec<(&Edge, &Node)> {
        let Some(center) = self.index_of(id) else { return Vec::new() };
        let mut found: Vec<_> = self.graph.neighbors_undirected(center).collect();
        found.sort();
        found.dedup();
        let between = |a: NodeIndex, b: NodeIndex| self.graph.edges_connecting(a, b).map(move |edge| (edge.id(), b));
        let mut edges: Vec<_> = found
            .iter()
            .flat_map(|&other| {
                let back = self.graph.edges_connecting(other, center).map(move |edge| (edge.id(), other));
                between(center, other).chain(back)
            })
            .collect();
        edges.sort();
        edges.dedup();
        edges.into_iter().map(|(edge, other)| (&self.graph[edge], &self.graph[other])).collect()
    }

    /// The node with this id.
    #[must_use]
    pub fn node(&self, id: &EntityId) -> Option<&Node> {
        self.index_of(id).map(|index| &self.graph[index])
    }

    /// The document with this id.
    #[must_use]
    pub fn document(&self, id: &DocumentId) -> Option<&DocumentInfo> {
        let index = self.documents.binary_search_by(|document| document.id.cmp(id)).ok()?;
        self.documents.get(index)
    }

    fn index_of(&self, id: &EntityId) -> Option<NodeIndex> {
        let order = |index: usize| self.graph[NodeIndex::new(index)].id.cmp(id);
        let (mut low, mut high) = (0, self.graph.node_count());
        while low < high {
            let middle = usize::midpoint(low, high);
            match order(middle) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(NodeIndex::new(middle)),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
