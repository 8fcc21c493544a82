"""Reads the JSON contract with NetworkX."""

import json
import sys

from expected import Expected, load, plain

networkx = load("networkx")
expected = Expected(sys.argv[1])
graph = networkx.node_link_graph(json.load(open(sys.argv[2], encoding="utf-8")), edges="links")
nodes = {node: (plain(data["label"]), data["type"]) for node, data in graph.nodes(data=True)}
edges = {
    data["id"]: (source, target, data["relation"], data["status"], data["date"])
    for source, target, data in graph.edges(data=True)
}
expected.compare(nodes, edges, "NetworkX node-link")
