//! The names of RDF resources.

use std::fmt::Write as _;

use oxrdf::NamedNode;

/// The namespace of whomet's own terms; `docs/vocabulary.ttl` describes them.
pub(super) const WHOMET: &str = "urn:whomet:vocabulary:";
/// The namespace of entities, documents and statements.
pub(super) const DATA: &str = "urn:whomet:";
pub(super) const SCHEMA: &str = "https://schema.org/";
pub(super) const PROV: &str = "http://www.w3.org/ns/prov#";
pub(super) const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
pub(super) const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
pub(super) const XSD: &str = "http://www.w3.org/2001/XMLSchema#";

/// The prefixes of a document.
pub(super) const PREFIXES: &[(&str, &str)] =
    &[("whomet", WHOMET), ("schema", SCHEMA), ("prov", PROV), ("rdf", RDF), ("rdfs", RDFS), ("xsd", XSD)];

/// A term of a namespace.
pub(super) fn term(namespace: &str, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{namespace}{}", encoded(name)))
}

/// The resource of a node: `urn:whomet:entity/person/moana-tui`.
pub(super) fn entity(id: &str) -> NamedNode {
    term(DATA, &format!("entity/{id}"))
}

/// The resource of a document, which also names its graph in N-Quads.
pub(super) fn document(id: &str) -> NamedNode {
    term(DATA, &format!("document/{id}"))
}

/// The resource of an edge.
pub(super) fn statement(id: &str) -> NamedNode {
    term(DATA, &format!("statement/{id}"))
}

/// The resource of the `number`-th evidence of an edge.
pub(super) fn evidence(id: &str, number: usize) -> NamedNode {
    term(DATA, &format!("evidence/{id}/{number}"))
}

/// The class of schema.org for an entity type; `Thing` for types that schema.org does not have.
pub(super) fn class(entity_type: &str) -> &'static str {
    match entity_type {
        "person" => "Person",
        "agency" => "GovernmentOrganization",
        "group" | "organization" => "Organization",
        "country" => "Country",
        "place" => "Place",
        "event" => "Event",
        "programme" => "Project",
        _ => "Thing",
    }
}

/// The name with every character that an IRI does not hold written as `%XX` (RFC 3987).
fn encoded(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    for c in name.chars() {
        let is_plain = c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '/' | ':' | '@');
        if is_plain {
            encoded.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_characters_of_ids_are_encoded() {
        let iri = entity("person/jüri <x>\"@a1");
        assert_eq!(iri.as_str(), "urn:whomet:entity/person/jüri%20%3Cx%3E%22@a1");
    }
}
