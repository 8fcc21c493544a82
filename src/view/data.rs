//! What the script of a page reads, as JSON. Numbers stand for places in the lists.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::content::{Texts, View};
use super::places::{Place, Places};
use crate::graph::{Edge, Evidence, KnowledgeGraph, Node, Quote};
use crate::ids::{DocumentId, EntityId};
use crate::ontology::{Ontology, RelationType};
use crate::picture::{edge_label, is_over, look, number};
use crate::relation::Status;
use crate::resolution::ReviewCase;

/// All that a page contains.
#[derive(Serialize)]
pub(super) struct PageData<'a> {
    pub(super) title: String,
    /// Tells the notes of one graph from those of another.
    key: String,
    types: Vec<TypeData>,
    relations: Vec<RelationData<'a>>,
    documents: Vec<DocumentData<'a>>,
    nodes: Vec<NodeData<'a>>,
    edges: Vec<EdgeData<'a>>,
    cases: &'a [ReviewCase],
}

#[derive(Serialize)]
struct TypeData {
    name: String,
    label: String,
    shape: &'static str,
    color: String,
    border: String,
    dark: String,
}

#[derive(Serialize)]
struct RelationData<'a> {
    name: &'a str,
    label: &'a str,
    directed: bool,
}

#[derive(Serialize)]
struct DocumentData<'a> {
    id: &'a str,
    title: Option<&'a str>,
    date: Option<String>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct NodeData<'a> {
    id: &'a str,
    label: &'a str,
    #[serde(rename = "type")]
    entity_type: usize,
    x: f64,
    y: f64,
    w: f64,
    h: f64,
    dx: f64,
    dy: f64,
    size: f64,
    lines: &'a [String],
    aliases: Vec<&'a str>,
    positions: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iso: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<EventData<'a>>,
    /// Document, first character, and the character after the last.
    mentions: Vec<[usize; 3]>,
}

#[derive(Serialize)]
struct EventData<'a> {
    kind: &'a str,
    date: Option<String>,
    place: Option<&'a str>,
}

#[derive(Serialize)]
struct EdgeData<'a> {
    s: usize,
    t: usize,
    r: usize,
    /// 0 a fact, 1 a plan, 2 a denial.
    status: usize,
    label: String,
    date: Option<String>,
    over: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflicts: Option<String>,
    evidence: Vec<EvidenceData<'a>>,
}

#[derive(Serialize)]
struct EvidenceData<'a> {
    d: usize,
    start: usize,
    end: usize,
    /// Only if the page lacks the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    /// The word for the relation.
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<[usize; 2]>,
    rule: &'a str,
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    also: Vec<usize>,
}

/// Where everything is in its list.
struct Lookup<'a> {
    graph: &'a KnowledgeGraph,
    documents: BTreeMap<&'a DocumentId, usize>,
    nodes: BTreeMap<&'a EntityId, usize>,
    /// Documents whose text the page contains.
    with_text: BTreeSet<&'a DocumentId>,
}

impl<'a> PageData<'a> {
    pub(super) fn new(
        view: &'a View,
        graph: &'a KnowledgeGraph,
        ontology: &'a Ontology,
        places: &'a Places,
        texts: Texts,
    ) -> Self {
        let lookup = Lookup {
            graph,
            documents: graph.documents.iter().enumerate().map(|(at, info)| (&info.id, at)).collect(),
            nodes: graph.nodes().enumerate().map(|(at, node)| (&node.id, at)).collect(),
            with_text: with_text(view, graph, texts),
        };
        let relations = relations_of(graph, ontology);
        let relation_at = |relation: RelationType| {
            relations.iter().position(|data| data.name == relation.as_str()).expect("all relations are listed")
        };
        let type_names: Vec<&str> = types_of(graph);
        let edges = graph.edges().map(|(source, edge, target)| EdgeData {
            s: lookup.nodes[&source.id],
            t: lookup.nodes[&target.id],
            r: relation_at(edge.relation),
            ..lookup.edge(edge, ontology)
        });
        let nodes = graph.nodes().zip(&places.0);
        let type_at = |node: &Node| type_names.iter().position(|name| *name == node.entity_type.as_str());
        let (documents, things) = (graph.documents.len(), graph.nodes().count());
        Self {
            title: format!("{} articles, {} things", number(documents), number(things)),
            key: key_of(graph),
            edges: edges.collect(),
            nodes: nodes.map(|(node, place)| lookup.node(node, type_at(node).unwrap_or_default(), place)).collect(),
            types: graph_types(&type_names, graph, ontology),
            documents: graph
                .documents
                .iter()
                .map(|info| DocumentData {
                    id: info.id.as_str(),
                    title: info.title.as_deref(),
                    date: info.date.map(|date| date.to_string()),
                    source: info.source.as_deref(),
                    url: info.url.as_deref(),
                    text: view
                        .articles
                        .get(&info.id)
                        .filter(|_| lookup.with_text.contains(&info.id))
                        .map(String::as_str),
                })
                .collect(),
            relations,
            cases: &view.cases,
        }
    }
}

impl<'a> Lookup<'a> {
    fn node(&self, node: &'a Node, entity_type: usize, place: &'a Place) -> NodeData<'a> {
        let event = node.attributes.event.as_ref().map(|event| EventData {
            kind: &event.kind,
            date: event.date.map(|date| date.to_string()),
            place: event.place.as_ref().and_then(|place| self.label(place)),
        });
        NodeData {
            id: node.id.as_str(),
            label: &node.label,
            entity_type,
            x: place.center.x.round(),
            y: place.center.y.round(),
            w: place.size.width,
            h: place.size.height,
            dx: place.shift.x,
            dy: place.shift.y,
            size: (place.letters * 10.0).round() / 10.0,
            lines: &place.lines,
            aliases: node.aliases.iter().map(String::as_str).collect(),
            positions: node.attributes.positions.iter().map(String::as_str).collect(),
            iso: node.attributes.iso3166.as_deref(),
            event,
            mentions: node.mentions.iter().filter_map(|quote| self.span(quote)).collect(),
        }
    }

    /// The edge without its ends and relation.
    fn edge(&self, edge: &'a Edge, ontology: &Ontology) -> EdgeData<'a> {
        EdgeData {
            s: 0,
            t: 0,
            r: 0,
            status: match edge.status {
                Status::Asserted => 0,
                Status::Planned => 1,
                Status::Negated => 2,
            },
            label: edge_label(edge, ontology),
            date: edge.date.map(|date| date.to_string()),
            over: is_over(edge),
            conflicts: self.conflicts(edge),
            evidence: edge.evidence.iter().filter_map(|evidence| self.evidence(evidence)).collect(),
        }
    }

    fn conflicts(&self, edge: &Edge) -> Option<String> {
        let dates = edge.conflicts.dates.iter().map(ToString::to_string);
        let places = edge.conflicts.places.iter().map(|place| self.label(place).unwrap_or(place.as_str()).to_owned());
        let statuses = edge.conflicts.statuses.iter().map(|status| status.as_str().to_owned());
        let all: Vec<String> = dates.chain(places).chain(statuses).collect();
        (!all.is_empty()).then(|| all.join(", "))
    }

    fn evidence(&self, evidence: &'a Evidence) -> Option<EvidenceData<'a>> {
        let [d, start, end] = self.span(&evidence.quote)?;
        let has_text = self.with_text.contains(&evidence.quote.document);
        Some(EvidenceData {
            d,
            start,
            end,
            text: (!has_text).then_some(evidence.quote.text.as_str()),
            verb: word_of(evidence),
            rule: evidence.rule.as_str(),
            date: evidence.date.map(|date| date.to_string()),
            speaker: evidence.speaker.as_ref().and_then(|speaker| self.label(speaker)),
            also: evidence.also_in.iter().filter_map(|id| self.documents.get(id).copied()).collect(),
        })
    }

    fn span(&self, quote: &Quote) -> Option<[usize; 3]> {
        Some([*self.documents.get(&quote.document)?, quote.span.start(), quote.span.end()])
    }

    fn label(&self, id: &EntityId) -> Option<&'a str> {
        self.graph.node(id).map(|node| node.label.as_str())
    }
}

/// The word at which the occurrence of a sentence begins, if it lies in the sentence.
fn word_of(evidence: &Evidence) -> Option<[usize; 2]> {
    let (document, first) = evidence.occurrence.rsplit_once('#')?;
    let first: usize = first.parse().ok()?;
    let span = evidence.quote.span;
    if document != evidence.quote.document.as_str() || first < span.start() || first >= span.end() {
        return None;
    }
    let word = evidence.quote.text.chars().skip(first - span.start()).take_while(|letter| letter.is_alphanumeric());
    Some([first, first + word.count()])
}

/// The documents whose texts a page contains.
fn with_text<'a>(view: &View, graph: &'a KnowledgeGraph, texts: Texts) -> BTreeSet<&'a DocumentId> {
    let cited: BTreeSet<&DocumentId> =
        graph.edges().flat_map(|(_, edge, _)| edge.evidence.iter().map(|evidence| &evidence.quote.document)).collect();
    let is_wanted = |id: &DocumentId| match texts {
        Texts::None => false,
        Texts::Cited => cited.contains(id),
        Texts::All => true,
    };
    let ids = graph.documents.iter().map(|info| &info.id);
    ids.filter(|id| view.articles.contains_key(*id) && is_wanted(id)).collect()
}

/// The relations that occur, in the order of the ontology; those that it lacks come last.
fn relations_of<'a>(graph: &'a KnowledgeGraph, ontology: &'a Ontology) -> Vec<RelationData<'a>> {
    let mut found: BTreeMap<&str, bool> = BTreeMap::new();
    for (_, edge, _) in graph.edges() {
        found.insert(edge.relation.as_str(), edge.is_directed);
    }
    let place = |name: &str| ontology.relations.iter().position(|class| class.name.as_str() == name);
    let mut names: Vec<(&str, bool)> = found.into_iter().collect();
    names.sort_by_key(|(name, _)| place(name).unwrap_or(usize::MAX));
    let data = |(name, directed): (&'a str, bool)| {
        let label = ontology.relation(name).map_or(name, |class| class.label.as_str());
        RelationData { name, label, directed }
    };
    names.into_iter().map(data).collect()
}

fn types_of(graph: &KnowledgeGraph) -> Vec<&str> {
    graph.nodes().map(|node| node.entity_type.as_str()).collect::<BTreeSet<_>>().into_iter().collect()
}

fn graph_types(names: &[&str], graph: &KnowledgeGraph, ontology: &Ontology) -> Vec<TypeData> {
    let data = |name: &&str| {
        let node = graph.nodes().find(|node| node.entity_type.as_str() == *name).expect("the type occurs");
        let (shape, color) = look(node.entity_type, ontology);
        let border = color.darkened();
        TypeData {
            name: (*name).to_owned(),
            label: ontology.entity(name).map_or_else(|| (*name).to_owned(), |class| class.label.clone()),
            shape: shape.as_str(),
            color: color.hex(),
            border: border.hex(),
            dark: border.mixed_with_black().hex(),
        }
    };
    names.iter().map(data).collect()
}

/// The first digits of the fingerprint of all articles.
fn key_of(graph: &KnowledgeGraph) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    graph.documents.iter().for_each(|info| hash.update(&info.sha256));
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
