"""Reads GEXF with NetworkX."""

import sys

from expected import Expected, load, plain

networkx = load("networkx")
expected = Expected(sys.argv[1])
graph = networkx.read_gexf(sys.argv[2], version="1.3")
nodes = {node: (plain(data["label"]), data["type"]) for node, data in graph.nodes(data=True)}
edges = {
    data["id"]: (source, target, data["relation"], data["status"], data.get("date"))
    for source, target, data in graph.edges(data=True)
}
expected.compare(nodes, edges, "NetworkX GEXF")
for _, data in graph.nodes(data=True):
    assert {"color", "position", "size"} <= data["viz"].keys(), data
for _, _, data in graph.edges(data=True):
    spells = data.get("spells", [])
    assert all(a[1] < b[0] for a, b in zip(spells, spells[1:])), spells
    assert bool(spells) or data.get("date") is None, data
