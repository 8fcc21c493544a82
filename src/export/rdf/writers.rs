//! Writes the triples as Turtle, and as N-Quads with one named graph per document.

use std::io::Write;

use oxrdf::{GraphNameRef, QuadRef, TripleRef};
use oxttl::{NQuadsSerializer, TurtleSerializer};

use super::statements::describe;
use super::terms::{PREFIXES, document};
use crate::export::exported::Exported;

/// Writes Turtle (<https://www.w3.org/TR/turtle/>). Turtle has one graph, so a triple that several documents state
/// stands there once.
pub(in crate::export) fn write_turtle(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let mut serializer = TurtleSerializer::new();
    for (prefix, namespace) in PREFIXES {
        serializer = serializer.with_prefix(*prefix, *namespace).expect("the namespaces are IRIs");
    }
    let mut writer = serializer.for_writer(out);
    let mut last = None;
    describe(export, &mut |subject, predicate, object, _| {
        let triple = (subject.clone(), predicate, object);
        if last.as_ref() != Some(&triple) {
            let (subject, predicate, object) = &triple;
            writer.serialize_triple(TripleRef::new(subject, predicate, object))?;
            last = Some(triple);
        }
        Ok(())
    })?;
    writer.finish()?;
    Ok(())
}

/// Writes N-Quads (<https://www.w3.org/TR/n-quads/>): the graph of a document holds what the document says, the default
/// graph what belongs to no document alone.
pub(in crate::export) fn write_nquads(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let mut writer = NQuadsSerializer::new().for_writer(out);
    describe(export, &mut |subject, predicate, object, cited| {
        let graph = cited.map(|cited| document(cited.as_str()));
        let name = graph.as_ref().map_or(GraphNameRef::DefaultGraph, |graph| graph.as_ref().into());
        writer.serialize_quad(QuadRef::new(subject, &predicate, &object, name))
    })?;
    writer.finish();
    Ok(())
}
