//! The graph as JSON in node-link form, written and read back.
//!
//! The form is a contract, described by `graph-json.schema.json`: fields may be added, none changes.
//! Offsets are characters (Unicode scalar values), 0-based, end excluded; JavaScript strings count
//! UTF-16 units instead, so there use `Array.from(text).slice(start, end).join("")`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};

use petgraph::graph::DiGraph;
use serde::{Deserialize, Serialize};

use super::{DocumentInfo, Edge, EventDetails, Evidence, KnowledgeGraph, Node, Quote, SaidTime};
use crate::ids::DocumentId;
use crate::ontology::Ontology;
use crate::relation::Status;
use crate::span::Span;

const FORMAT: &str = "whomet-graph";
const VERSION: u32 = 1;

/// Why a file is no graph of ours.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GraphReadError {
    /// The file cannot be read, is no JSON, or lacks a field.
    #[error("expected a graph written by `whomet build -o graph.json`: {0}")]
    Syntax(#[from] serde_json::Error),
    /// JSON of another kind or of a later version.
    #[error("expected format \"whomet-graph\" version 1, found \"{format}\" version {version}; update whomet")]
    Version {
        /// What the file says it is.
        format: String,
        /// Its version.
        version: u32,
    },
    /// A type, node or date that is not known.
    #[error("{place}: unknown {kind} \"{found}\"")]
    Unknown {
        /// Id of the node, link or document.
        place: String,
        /// What was looked up.
        kind: &'static str,
        /// The unknown value.
        found: String,
    },
    /// A span that ends before it starts.
    #[error("{place}: the span {start}..{end} ends before it starts")]
    BadSpan {
        /// Id of the document.
        place: String,
        /// First character.
        start: usize,
        /// First character after it.
        end: usize,
    },
}

#[derive(Serialize, Deserialize)]
struct GraphJson {
    format: String,
    version: u32,
    directed: bool,
    multigraph: bool,
    graph: Origin,
    documents: Vec<DocumentJson>,
    nodes: Vec<NodeJson>,
    links: Vec<LinkJson>,
}

#[derive(Serialize, Deserialize)]
struct Origin {
    generator: String,
    ontology: String,
}

#[derive(Serialize, Deserialize)]
struct DocumentJson {
    id: String,
    path: String,
    line: Option<usize>,
    title: Option<String>,
    date: Option<String>,
    url: Option<String>,
    source: Option<String>,
    sha256: String,
    characters: usize,
}

#[derive(Serialize, Deserialize)]
struct NodeJson {
    id: String,
    label: String,
    #[serde(rename = "type")]
    entity_type: String,
    aliases: BTreeSet<String>,
    attributes: NodeAttributes,
    mentions: Vec<QuoteJson>,
}

#[derive(Serialize, Deserialize)]
struct NodeAttributes {
    position: BTreeSet<String>,
    iso3166: Option<String>,
    /// Of events.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    event: Option<EventJson>,
}

#[derive(Serialize, Deserialize)]
struct EventJson {
    kind: String,
    date: Option<String>,
    place: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct QuoteJson {
    document: String,
    start: usize,
    end: usize,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct LinkJson {
    id: String,
    source: String,
    target: String,
    relation: String,
    directed: bool,
    status: String,
    confidence: f64,
    date: Option<String>,
    place: Option<String>,
    attributes: LinkAttributes,
    evidence: Vec<EvidenceJson>,
}

/// Those that the contract names are always there, the others where something is known.
#[derive(Serialize, Deserialize)]
struct LinkAttributes {
    topic: Option<String>,
    position: Option<String>,
    object: Option<String>,
    #[serde(flatten)]
    others: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
struct TimeJson {
    text: String,
    interval: Option<String>,
    basis: String,
    note: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct EvidenceJson {
    #[serde(flatten)]
    quote: QuoteJson,
    rule: String,
    status: String,
    date: Option<String>,
    speaker: Option<String>,
    confidence: f64,
    #[serde(default)]
    time: Option<TimeJson>,
    #[serde(default)]
    path: String,
    #[serde(default)]
    occurrence: String,
    #[serde(default)]
    roles: BTreeMap<String, String>,
}

/// Writes `graph`, indented, with a line break at the end.
///
/// # Errors
/// If `out` does not take the bytes.
pub fn write_json(graph: &KnowledgeGraph, out: &mut dyn Write) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &to_json(graph))?;
    out.write_all(b"\n")
}

/// Reads a graph that [`write_json`] wrote.
///
/// # Errors
/// [`GraphReadError`], naming the part of the file that is not understood.
pub fn read_json(input: &mut dyn Read, ontology: &Ontology) -> Result<KnowledgeGraph, GraphReadError> {
    let file: GraphJson = serde_json::from_reader(input)?;
    if file.format != FORMAT || file.version != VERSION {
        return Err(GraphReadError::Version { format: file.format, version: file.version });
    }
    let mut graph = DiGraph::new();
    let mut index_of = BTreeMap::new();
    let mut nodes = file.nodes;
    nodes.sort_by(|a, b| a.id.cmp(&b.id));
    for node in nodes {
        let id = node.id.clone();
        index_of.insert(id, graph.add_node(read_node(node, ontology)?));
    }
    for link in file.links {
        let find = |id: &String| index_of.get(id).copied().ok_or_else(|| unknown(&link.id, "node", id));
        let (source, target) = (find(&link.source)?, find(&link.target)?);
        graph.add_edge(source, target, read_link(link, ontology)?);
    }
    let mut documents = file.documents.into_iter().map(read_document).collect::<Result<Vec<_>, _>>()?;
    documents.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(KnowledgeGraph { ontology: file.graph.ontology, documents, graph })
}

fn unknown(place: &str, kind: &'static str, found: &str) -> GraphReadError {
    GraphReadError::Unknown { place: place.to_owned(), kind, found: found.to_owned() }
}

fn to_json(graph: &KnowledgeGraph) -> GraphJson {
    GraphJson {
        format: FORMAT.to_owned(),
        version: VERSION,
        directed: true,
        multigraph: true,
        graph: Origin {
            generator: concat!("whomet ", env!("CARGO_PKG_VERSION")).to_owned(),
            ontology: graph.ontology.clone(),
        },
        documents: graph.documents.iter().map(document_json).collect(),
        nodes: graph.nodes().map(node_json).collect(),
        links: graph.edges().map(|(source, edge, target)| link_json(source, edge, target)).collect(),
    }
}

fn document_json(document: &DocumentInfo) -> DocumentJson {
    DocumentJson {
        id: document.id.to_string(),
        path: document.path.clone(),
        line: document.line,
        title: document.title.clone(),
        date: document.date.map(|date| date.to_string()),
        url: document.url.clone(),
        source: document.source.clone(),
        sha256: document.sha256.clone(),
        characters: document.characters,
    }
}

fn node_json(node: &Node) -> NodeJson {
    NodeJson {
        id: node.id.to_string(),
        label: node.label.clone(),
        entity_type: node.entity_type.to_string(),
        aliases: node.aliases.clone(),
        attributes: NodeAttributes {
            position: node.positions.clone(),
            iso3166: node.iso3166.clone(),
            event: node.event.as_ref().map(|event| EventJson {
                kind: event.kind.clone(),
                date: event.date.map(|date| date.to_string()),
                place: event.place.as_ref().map(ToString::to_string),
            }),
        },
        mentions: node.mentions.iter().map(quote_json).collect(),
    }
}

fn quote_json(quote: &Quote) -> QuoteJson {
    let (document, text) = (quote.document.to_string(), quote.text.clone());
    QuoteJson { document, start: quote.span.start(), end: quote.span.end(), text }
}

fn link_json(source: &Node, edge: &Edge, target: &Node) -> LinkJson {
    LinkJson {
        id: format!("{}:{}:{}:{}", edge.relation, edge.status.as_str(), source.id, target.id),
        source: source.id.to_string(),
        target: target.id.to_string(),
        relation: edge.relation.to_string(),
        directed: edge.is_directed,
        status: edge.status.as_str().to_owned(),
        confidence: rounded(edge.confidence),
        date: edge.date.map(|date| date.to_string()),
        place: edge.place.as_ref().map(ToString::to_string),
        attributes: attributes_json(edge),
        evidence: edge.evidence.iter().map(evidence_json).collect(),
    }
}

fn attributes_json(edge: &Edge) -> LinkAttributes {
    let mut others = edge.attributes.clone();
    let mut named = |key| others.remove(key);
    let (topic, position, object) = (named("topic"), named("position"), named("object"));
    LinkAttributes { topic, position, object, others }
}

fn evidence_json(evidence: &Evidence) -> EvidenceJson {
    EvidenceJson {
        quote: quote_json(&evidence.quote),
        rule: evidence.rule.to_string(),
        status: evidence.status.as_str().to_owned(),
        date: evidence.date.map(|date| date.to_string()),
        speaker: evidence.speaker.as_ref().map(ToString::to_string),
        confidence: rounded(evidence.confidence),
        time: evidence.time.as_ref().map(|time| TimeJson {
            text: time.text.clone(),
            interval: time.interval.clone(),
            basis: time.basis.clone(),
            note: time.note.clone(),
        }),
        path: evidence.path.clone(),
        occurrence: evidence.occurrence.clone(),
        roles: evidence.roles.iter().map(|(id, role)| (id.to_string(), role.clone())).collect(),
    }
}

/// Two decimals: scores are set by hand and are no finer.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}

fn read_date(place: &str, date: Option<String>) -> Result<Option<crate::date::PartialDate>, GraphReadError> {
    date.map(|date| date.parse().map_err(|_| unknown(place, "date", &date))).transpose()
}

fn read_status(place: &str, status: &str) -> Result<Status, GraphReadError> {
    let all = [Status::Asserted, Status::Planned, Status::Negated];
    all.into_iter().find(|known| known.as_str() == status).ok_or_else(|| unknown(place, "status", status))
}

fn read_document(document: DocumentJson) -> Result<DocumentInfo, GraphReadError> {
    Ok(DocumentInfo {
        date: read_date(&document.id, document.date)?,
        id: document.id.into(),
        path: document.path,
        line: document.line,
        title: document.title,
        url: document.url,
        source: document.source,
        sha256: document.sha256,
        characters: document.characters,
    })
}

fn read_quote(quote: QuoteJson) -> Result<Quote, GraphReadError> {
    let QuoteJson { document, start, end, text } = quote;
    if end < start {
        return Err(GraphReadError::BadSpan { place: document, start, end });
    }
    Ok(Quote { document: DocumentId::from(document), span: Span::new(start, end), text })
}

fn read_node(node: NodeJson, ontology: &Ontology) -> Result<Node, GraphReadError> {
    let class =
        ontology.entity(&node.entity_type).ok_or_else(|| unknown(&node.id, "entity type", &node.entity_type))?;
    let read_event = |EventJson { kind, date, place }: EventJson| -> Result<EventDetails, GraphReadError> {
        Ok(EventDetails { kind, date: read_date(&node.id, date)?, place: place.map(Into::into) })
    };
    let event = node.attributes.event.map(read_event).transpose()?;
    Ok(Node {
        event,
        id: node.id.into(),
        label: node.label,
        entity_type: class.name,
        aliases: node.aliases,
        positions: node.attributes.position,
        iso3166: node.attributes.iso3166,
        mentions: node.mentions.into_iter().map(read_quote).collect::<Result<_, _>>()?,
    })
}

fn read_attributes(attributes: LinkAttributes) -> BTreeMap<String, String> {
    let LinkAttributes { topic, position, object, mut others } = attributes;
    let named = [("topic", topic), ("position", position), ("object", object)];
    others.extend(named.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    others
}

#[expect(clippy::cast_possible_truncation, reason = "scores have two decimals")]
fn read_link(link: LinkJson, ontology: &Ontology) -> Result<Edge, GraphReadError> {
    let class = ontology.relation(&link.relation).ok_or_else(|| unknown(&link.id, "relation", &link.relation))?;
    let evidence = |evidence: EvidenceJson| {
        Ok(Evidence {
            quote: read_quote(evidence.quote)?,
            rule: evidence.rule.into(),
            status: read_status(&link.id, &evidence.status)?,
            date: read_date(&link.id, evidence.date)?,
            time: evidence.time.map(|TimeJson { text, interval, basis, note }| SaidTime {
                text,
                interval,
                basis,
                note,
            }),
            speaker: evidence.speaker.map(Into::into),
            path: evidence.path,
            occurrence: evidence.occurrence,
            roles: evidence.roles.into_iter().map(|(id, role)| (id.into(), role)).collect(),
            confidence: evidence.confidence as f32,
        })
    };
    Ok(Edge {
        relation: class.name,
        is_directed: link.directed,
        status: read_status(&link.id, &link.status)?,
        confidence: link.confidence as f32,
        date: read_date(&link.id, link.date)?,
        place: link.place.map(Into::into),
        attributes: read_attributes(link.attributes),
        evidence: link.evidence.into_iter().map(evidence).collect::<Result<_, GraphReadError>>()?,
    })
}
