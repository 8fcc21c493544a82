//! The graph in, JSON out.

use std::io::Write;

use super::{
    ConflictsJson, DocumentJson, EventJson, EvidenceJson, FORMAT, GraphJson, LinkAttributes, LinkJson, NodeAttributes,
    NodeJson, Origin, QuoteJson, TimeJson, VERSION,
};
use crate::graph::{Conflicts, DocumentInfo, Edge, Evidence, KnowledgeGraph, Node, Quote};

/// Writes `graph`, indented, with a line break at the end.
///
/// # Errors
/// If `out` does not take the bytes.
pub fn write_json(graph: &KnowledgeGraph, out: &mut dyn Write) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &to_json(graph))?;
    out.write_all(b"\n")
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
        documents: graph.documents.iter().map(|document| document_json(graph, document)).collect(),
        nodes: graph.nodes().map(node_json).collect(),
        links: graph.edges().map(|(source, edge, target)| link_json(source, edge, target)).collect(),
    }
}

fn document_json(graph: &KnowledgeGraph, document: &DocumentInfo) -> DocumentJson {
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
        duplicate_of: graph.duplicates.first_of(&document.id).map(ToString::to_string),
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
            authority: node.authority.clone(),
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
        conflicts: conflicts_json(&edge.conflicts),
        evidence: edge.evidence.iter().map(evidence_json).collect(),
    }
}

fn attributes_json(edge: &Edge) -> LinkAttributes {
    let mut others = edge.attributes.clone();
    let mut named = |key| others.remove(key);
    let (topic, position, object) = (named("topic"), named("position"), named("object"));
    LinkAttributes { topic, position, object, others }
}

fn conflicts_json(conflicts: &Conflicts) -> Option<ConflictsJson> {
    let json = ConflictsJson {
        date: conflicts.dates.iter().map(ToString::to_string).collect(),
        place: conflicts.places.iter().map(ToString::to_string).collect(),
        status: conflicts.statuses.iter().map(|status| status.as_str().to_owned()).collect(),
    };
    (!conflicts.is_empty()).then_some(json)
}

fn evidence_json(evidence: &Evidence) -> EvidenceJson {
    EvidenceJson {
        quote: quote_json(&evidence.quote),
        rule: evidence.rule.to_string(),
        status: evidence.status.as_str().to_owned(),
        date: evidence.date.map(|date| date.to_string()),
        place: evidence.place.as_ref().map(ToString::to_string),
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
        also_in: evidence.also_in.iter().map(ToString::to_string).collect(),
    }
}

/// Two decimals: scores are set by hand and are no finer.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
