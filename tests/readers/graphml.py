"""Reads GraphML with NetworkX."""

import sys

from expected import Expected, load, plain

networkx = load("networkx")
expected = Expected(sys.argv[1])
graph = networkx.read_graphml(sys.argv[2], force_multigraph=True)
nodes = {node: (plain(data["label"]), data["type"]) for node, data in graph.nodes(data=True)}
edges = {
    key: (source, target, data["relation"], data["status"], data.get("date"))
    for source, target, key, data in graph.edges(keys=True, data=True)
}
expected.compare(nodes, edges, "NetworkX GraphML")
for _, _, data in graph.edges(data=True):
    assert isinstance(data["confidence"], float) and isinstance(data["evidence"], int), data
    assert data["interaction"] == data["relation"] and data["sentences"], data
