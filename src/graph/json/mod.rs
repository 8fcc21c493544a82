//! The graph as JSON in node-link form, written and read back.
//!
//! The form is a contract, described by `graph-json.schema.json`: fields may be added, none changes.
//! Offsets are characters (Unicode scalar values), 0-based, end excluded; JavaScript strings count
//! UTF-16 units instead, so there use `Array.from(text).slice(start, end).join("")`.

mod read;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use read::read_json;
pub use write::write_json;

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
    /// Where it is the same article as an earlier one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    duplicate_of: Option<String>,
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
    /// Where the user's authority lists have the thing.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    authority: Vec<BTreeMap<String, String>>,
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
    #[serde(skip_serializing_if = "Option::is_none", default)]
    conflicts: Option<ConflictsJson>,
    evidence: Vec<EvidenceJson>,
}

/// What is not in conflict is absent.
#[derive(Serialize, Deserialize)]
struct ConflictsJson {
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    date: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    place: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    status: Vec<String>,
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
    #[serde(default)]
    place: Option<String>,
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
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    also_in: Vec<String>,
}
