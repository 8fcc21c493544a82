//! Writes the triples as JSON-LD 1.1 (<https://www.w3.org/TR/json-ld11/>), one object per resource.

use std::io::Write;

use oxrdf::{NamedNode, Term};
use serde_json::{Map, Value as Json, json};

use super::statements::describe;
use super::terms::{PREFIXES, RDF};
use crate::export::exported::Exported;

/// Writes the graph. Triples about one resource that follow each other are one object.
pub(in crate::export) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let context: Map<String, Json> =
        PREFIXES.iter().map(|(prefix, namespace)| ((*prefix).to_owned(), json!(namespace))).collect();
    write!(out, "{{\"@context\":{},\"@graph\":[", Json::Object(context))?;
    let mut objects = Objects { out, current: None, is_first: true };
    describe(export, &mut |subject, predicate, object, _| objects.add(subject, &predicate, &object))?;
    objects.end_object()?;
    out.write_all(b"\n]}\n")
}

/// The object of the resource that is being described.
struct Objects<'o> {
    out: &'o mut dyn Write,
    current: Option<(NamedNode, Map<String, Json>)>,
    is_first: bool,
}

impl Objects<'_> {
    fn add(&mut self, subject: &NamedNode, predicate: &NamedNode, object: &Term) -> std::io::Result<()> {
        if self.current.as_ref().is_none_or(|(current, _)| current != subject) {
            self.end_object()?;
            self.current = Some((subject.clone(), Map::from_iter([("@id".to_owned(), json!(subject.as_str()))])));
        }
        let Some((_, entries)) = &mut self.current else { return Ok(()) };
        let (key, value) = entry(predicate, object);
        match entries.entry(key).or_insert_with(|| json!([])) {
            Json::Array(values) if !values.contains(&value) => values.push(value),
            _ => {}
        }
        Ok(())
    }

    fn end_object(&mut self) -> std::io::Result<()> {
        let Some((_, entries)) = self.current.take() else { return Ok(()) };
        self.out.write_all(if self.is_first { b"\n" } else { b",\n" })?;
        self.is_first = false;
        Ok(serde_json::to_writer(&mut *self.out, &entries)?)
    }
}

/// A property and its value, with prefixes where there are some.
fn entry(predicate: &NamedNode, object: &Term) -> (String, Json) {
    let is_type = predicate.as_str().strip_prefix(RDF) == Some("type");
    match object {
        Term::NamedNode(node) if is_type => ("@type".to_owned(), json!(short(node))),
        Term::NamedNode(node) => (short(predicate), json!({ "@id": node.as_str() })),
        Term::Literal(literal) if literal.datatype().as_str().ends_with("#string") => {
            (short(predicate), json!({ "@value": literal.value() }))
        }
        Term::Literal(literal) => {
            let kind = short(&literal.datatype().into_owned());
            (short(predicate), json!({ "@value": literal.value(), "@type": kind }))
        }
        Term::BlankNode(node) => (short(predicate), json!({ "@id": node.to_string() })),
    }
}

fn short(node: &NamedNode) -> String {
    let prefixed = PREFIXES
        .iter()
        .find_map(|(prefix, namespace)| node.as_str().strip_prefix(namespace).map(|name| format!("{prefix}:{name}")));
    prefixed.unwrap_or_else(|| node.as_str().to_owned())
}
