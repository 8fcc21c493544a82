//! JSON in, the graph out.

use std::collections::BTreeMap;
use std::io::Read;

use petgraph::graph::DiGraph;

use super::{
    ConflictsJson, DocumentJson, EventJson, EvidenceJson, FORMAT, GraphJson, GraphReadError, LinkAttributes, LinkJson,
    NodeJson, QuoteJson, TimeJson, VERSION,
};
use crate::date::PartialDate;
use crate::graph::{Conflicts, DocumentInfo, Edge, EventDetails, Evidence, KnowledgeGraph, Node, Quote, SaidTime};
use crate::ids::DocumentId;
use crate::ontology::Ontology;
use crate::relation::Status;
use crate::resolution::Duplicates;
use crate::span::Span;

/// Reads a graph that [`write_json`](super::write_json) wrote.
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
    let firsts = file.documents.iter().filter_map(|document| {
        Some((DocumentId::from(document.id.as_str()), DocumentId::from(document.duplicate_of.as_deref()?)))
    });
    let duplicates: Duplicates = firsts.collect();
    let mut documents = file.documents.into_iter().map(read_document).collect::<Result<Vec<_>, _>>()?;
    documents.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(KnowledgeGraph { ontology: file.graph.ontology, documents, duplicates, graph })
}

fn unknown(place: &str, kind: &'static str, found: &str) -> GraphReadError {
    GraphReadError::Unknown { place: place.to_owned(), kind, found: found.to_owned() }
}

fn read_date(place: &str, date: Option<String>) -> Result<Option<PartialDate>, GraphReadError> {
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
        authority: node.attributes.authority,
        mentions: node.mentions.into_iter().map(read_quote).collect::<Result<_, _>>()?,
    })
}

fn read_attributes(attributes: LinkAttributes) -> BTreeMap<String, String> {
    let LinkAttributes { topic, position, object, mut others } = attributes;
    let named = [("topic", topic), ("position", position), ("object", object)];
    others.extend(named.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    others
}

fn read_conflicts(link: &str, conflicts: ConflictsJson) -> Result<Conflicts, GraphReadError> {
    let ConflictsJson { date, place, status } = conflicts;
    let dates = date.into_iter().filter_map(|date| read_date(link, Some(date)).transpose());
    Ok(Conflicts {
        dates: dates.collect::<Result<_, _>>()?,
        places: place.into_iter().map(Into::into).collect(),
        statuses: status.iter().map(|status| read_status(link, status)).collect::<Result<_, _>>()?,
    })
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
            place: evidence.place.map(Into::into),
            speaker: evidence.speaker.map(Into::into),
            path: evidence.path,
            occurrence: evidence.occurrence,
            roles: evidence.roles.into_iter().map(|(id, role)| (id.into(), role)).collect(),
            also_in: evidence.also_in.into_iter().map(Into::into).collect(),
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
        conflicts: link.conflicts.map(|conflicts| read_conflicts(&link.id, conflicts)).transpose()?.unwrap_or_default(),
        attributes: read_attributes(link.attributes),
        evidence: link.evidence.into_iter().map(evidence).collect::<Result<_, GraphReadError>>()?,
    })
}
