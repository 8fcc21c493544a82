"""Reads Turtle, N-Quads or JSON-LD with rdflib."""

import sys
import urllib.parse

from expected import Expected, load, plain

rdflib = load("rdflib")
from rdflib.namespace import RDF, RDFS

WHOMET = rdflib.Namespace("urn:whomet:vocabulary:")
FORMATS = {"ttl": "turtle", "nq": "nquads", "jsonld": "json-ld"}
expected = Expected(sys.argv[1])
extension = sys.argv[2].rsplit(".", 1)[1]
data = rdflib.Dataset(default_union=True)
data.parse(sys.argv[2], format=FORMATS[extension])


def name(resource):
    """The id in a resource such as urn:whomet:entity/ID."""
    return urllib.parse.unquote(str(resource).split("/", 1)[1])


nodes = {
    name(node): (plain(str(data.value(node, RDFS.label))), str(kind)) for node, kind in data.subject_objects(WHOMET.type)
}
edges = {}
for edge in set(data.subjects(RDF.type, RDF.Statement)):
    date = data.value(edge, WHOMET.date)
    subject, predicate, target = [data.value(edge, part) for part in (RDF.subject, RDF.predicate, RDF.object)]
    status = str(data.value(edge, WHOMET.status))
    relation = str(predicate).removeprefix(str(WHOMET))
    edges[name(edge)] = (name(subject), name(target), relation, status, None if date is None else str(date))
expected.compare(nodes, edges, f"rdflib {extension}")

facts = {edge[:3] for edge in expected.edges.values() if edge[3] == "asserted"}
relations = {edge[2] for edge in expected.edges.values()}
plain_triples = {
    (name(subject), name(target), relation)
    for relation in relations
    for subject, target in data.subject_objects(WHOMET[relation])
    if isinstance(target, rdflib.URIRef)
}
assert plain_triples == facts, plain_triples ^ facts
if extension == "nq":
    graphs = {str(graph.identifier) for graph in data.graphs() if "document/" in str(graph.identifier)}
    cited = {evidence["document"] for link in expected.links for evidence in link["evidence"]}
    assert cited <= {name(graph) for graph in graphs}, "each document has a graph"
