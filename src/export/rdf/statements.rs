//! The graph as RDF triples, each with the document that it comes from.

use oxrdf::{Literal, NamedNode, Term};

use super::terms::{PROV, RDF, RDFS, SCHEMA, WHOMET, XSD, class, document, entity, evidence, statement, term};
use crate::date::PartialDate;
use crate::export::exported::{Exported, Joined};
use crate::graph::{Evidence, Node};
use crate::ids::DocumentId;
use crate::record::DocumentInfo;
use crate::relation::Status;

/// Takes a triple, and the document whose graph holds it; `None` for what belongs to no document alone.
pub(super) type Sink<'s> = dyn FnMut(&NamedNode, NamedNode, Term, Option<&DocumentId>) -> std::io::Result<()> + 's;

/// Gives all triples to `sink`: documents, entities, then edges, each in the order of the graph.
pub(super) fn describe(export: &Exported<'_>, sink: &mut Sink<'_>) -> std::io::Result<()> {
    for info in export.documents() {
        describe_document(export, info, sink)?;
    }
    for node in export.nodes() {
        let node = &*node?;
        describe_node(export, node, sink)?;
    }
    for joined in export.edges() {
        let joined = &joined?;
        describe_edge(export, joined, sink)?;
    }
    Ok(())
}

fn describe_document(export: &Exported<'_>, info: &DocumentInfo, sink: &mut Sink<'_>) -> std::io::Result<()> {
    let article = document(info.id.as_str());
    let mut say = |predicate: NamedNode, object: Term| sink(&article, predicate, object, None);
    say(term(RDF, "type"), term(SCHEMA, "NewsArticle").into())?;
    say(term(SCHEMA, "identifier"), text(info.id.as_str()))?;
    if let Some(title) = &info.title {
        say(term(SCHEMA, "headline"), text(title))?;
    }
    if let Some(date) = info.date {
        say(term(SCHEMA, "datePublished"), dated(date))?;
    }
    if let Some(url) = &info.url {
        say(term(SCHEMA, "url"), text(url))?;
    }
    if let Some(source) = &info.source {
        say(term(SCHEMA, "publisher"), text(source))?;
    }
    if let Some(first) = export.graph.duplicates.first_of(&info.id) {
        say(term(PROV, "alternateOf"), document(first.as_str()).into())?;
    }
    Ok(())
}

fn describe_node(export: &Exported<'_>, node: &Node, sink: &mut Sink<'_>) -> std::io::Result<()> {
    let resource = entity(node.id.as_str());
    let mut say = |predicate: NamedNode, object: Term| sink(&resource, predicate, object, None);
    say(term(RDF, "type"), term(SCHEMA, class(node.entity_type.as_str())).into())?;
    say(term(WHOMET, "type"), text(node.entity_type.as_str()))?;
    say(term(RDFS, "label"), text(&node.label))?;
    say(term(SCHEMA, "name"), text(&node.label))?;
    for alias in &node.aliases {
        say(term(SCHEMA, "alternateName"), text(alias))?;
    }
    for position in &node.attributes.positions {
        say(term(SCHEMA, "jobTitle"), text(position))?;
    }
    if let Some(code) = &node.attributes.iso3166 {
        say(term(SCHEMA, "identifier"), text(code))?;
    }
    if let Some(event) = &node.attributes.event {
        if let Some(date) = event.date {
            say(term(SCHEMA, "startDate"), dated(date))?;
        }
        if let Some(place) = event.place.as_ref().filter(|place| export.graph.node(place).is_some()) {
            say(term(SCHEMA, "location"), entity(place.as_str()).into())?;
        }
    }
    for record in &node.attributes.authority {
        let wikidata = record.get("wikidata").map(|id| format!("http://www.wikidata.org/entity/{id}"));
        if let Some(iri) = wikidata.and_then(|iri| NamedNode::new(iri).ok()) {
            say(term(SCHEMA, "sameAs"), iri.into())?;
        }
    }
    let documents: std::collections::BTreeSet<&DocumentId> =
        node.mentions.iter().map(|quote| &quote.document).collect();
    for cited in documents {
        sink(&resource, term(SCHEMA, "subjectOf"), document(cited.as_str()).into(), Some(cited))?;
    }
    Ok(())
}

fn describe_edge(export: &Exported<'_>, joined: &Joined<'_>, sink: &mut Sink<'_>) -> std::io::Result<()> {
    let Joined { source, edge, target } = joined;
    let id = joined.id();
    let (resource, relation) = (statement(&id), term(WHOMET, edge.relation.as_str()));
    let [subject, object] = [source, target].map(|end| entity(end.id.as_str()));
    let mut say = |predicate: NamedNode, object: Term| sink(&resource, predicate, object, None);
    say(term(RDF, "type"), term(RDF, "Statement").into())?;
    say(term(RDFS, "label"), text(&format!("{} {} {}", source.label, export.label(edge), target.label)))?;
    say(term(RDF, "subject"), subject.clone().into())?;
    say(term(RDF, "predicate"), relation.clone().into())?;
    say(term(RDF, "object"), object.clone().into())?;
    say(term(WHOMET, "status"), text(edge.status.as_str()))?;
    let confidence = format!("{:.2}", edge.confidence);
    say(term(WHOMET, "confidence"), Literal::new_typed_literal(confidence, term(XSD, "decimal")).into())?;
    if let Some(date) = edge.date {
        say(term(WHOMET, "date"), dated(date))?;
    }
    if let Some(place) = edge.place.as_ref() {
        say(term(SCHEMA, "location"), entity(place.as_str()).into())?;
    }
    for (key, value) in &edge.attributes {
        say(term(WHOMET, key), text(value))?;
    }
    for (found, number) in edge.evidence.iter().zip(1..) {
        describe_evidence(found, &evidence(&id, number), &resource, sink)?;
    }
    if edge.status == Status::Asserted {
        let documents: std::collections::BTreeSet<_> =
            edge.evidence.iter().map(|found| &found.quote.document).collect();
        for cited in documents {
            sink(&subject, relation.clone(), object.clone().into(), Some(cited))?;
        }
    }
    Ok(())
}

/// A sentence, in the graph of its document.
fn describe_evidence(
    found: &Evidence,
    resource: &NamedNode,
    statement: &NamedNode,
    sink: &mut Sink<'_>,
) -> std::io::Result<()> {
    let cited = &found.quote.document;
    sink(statement, term(WHOMET, "evidence"), resource.clone().into(), Some(cited))?;
    let mut say = |predicate: NamedNode, object: Term| sink(resource, predicate, object, Some(cited));
    say(term(RDF, "type"), term(SCHEMA, "Quotation").into())?;
    say(term(SCHEMA, "text"), text(&found.quote.text))?;
    say(term(PROV, "wasQuotedFrom"), document(cited.as_str()).into())?;
    for (name, at) in [("start", found.quote.span.start()), ("end", found.quote.span.end())] {
        say(term(WHOMET, name), Literal::new_typed_literal(at.to_string(), term(XSD, "integer")).into())?;
    }
    say(term(WHOMET, "rule"), text(found.rule.as_str()))?;
    if let Some(date) = found.date {
        say(term(WHOMET, "date"), dated(date))?;
    }
    if let Some(speaker) = &found.speaker {
        say(term(SCHEMA, "spokenByCharacter"), entity(speaker.as_str()).into())?;
    }
    for copy in &found.also_in {
        say(term(WHOMET, "alsoIn"), document(copy.as_str()).into())?;
    }
    Ok(())
}

fn text(text: &str) -> Term {
    Literal::new_simple_literal(text).into()
}

/// A date as exact as it is known: a day, a month or a year of XML Schema.
fn dated(date: PartialDate) -> Term {
    let kind = match (date.month(), date.day()) {
        (_, Some(_)) => "date",
        (Some(_), None) => "gYearMonth",
        (None, None) => "gYear",
    };
    Literal::new_typed_literal(date.to_string(), term(XSD, kind)).into()
}
