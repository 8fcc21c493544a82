"""Makes graph.json, an invented graph, and values.tsv, what NetworkX computes for it.

Run in this folder: python3 make.py (needs networkx and scipy; the values stored were made with networkx 3.6.1)
"""

import json

import networkx

NODES = 60


def joined():
    """Pairs of nodes: a ring with chords and a few hubs, two small islands, and one node that only a plan joins."""
    for node in range(40):
        yield node, (node + 1) % 40
    for node in range(0, 40, 3):
        yield node, (node * 7 + 5) % 40
    for node in range(40, 52):
        yield node, 0 if node % 2 else 13
    yield from [(52, 53), (53, 54), (54, 52), (55, 56), (56, 57), (57, 58)]


def name(node):
    return f"person/n{node:02}"


def link(source, target, status):
    quote = {"document": "a", "start": 0, "end": 1, "text": "x"}
    evidence = quote | {
        "rule": "test", "status": status, "date": None, "place": None, "speaker": None, "confidence": 0.5,
        "time": None, "path": "", "occurrence": "a#0", "roles": {},
    }
    return {
        "id": f"met:{status}:{source}:{target}", "source": source, "target": target, "relation": "met",
        "directed": False, "status": status, "confidence": 0.5, "date": None, "place": None,
        "attributes": {"topic": None, "position": None, "object": None}, "evidence": [evidence],
    }


pairs = sorted({tuple(sorted(pair)) for pair in joined() if pair[0] != pair[1]})
nodes = [
    {
        "id": name(node), "label": f"N{node:02}", "type": "person", "aliases": [],
        "attributes": {"position": [], "iso3166": None},
        "mentions": [{"document": "a", "start": 0, "end": 1, "text": "x"}],
    }
    for node in range(NODES)
]
links = [link(name(a), name(b), "asserted") for a, b in pairs] + [link(name(58), name(59), "planned")]
document = {
    "id": "a", "path": "a.txt", "line": None, "title": None, "date": None, "url": None, "source": None,
    "sha256": "0" * 64, "characters": 1,
}
graph = {
    "format": "whomet-graph", "version": 1, "directed": True, "multigraph": True,
    "graph": {"generator": "whomet 0.1.0", "ontology": "security-cooperation"},
    "documents": [document], "nodes": nodes, "links": links,
}
with open("graph.json", "w") as file:
    json.dump(graph, file)
    file.write("\n")

network = networkx.Graph(pairs)
between = networkx.betweenness_centrality(network, normalized=True)
rank = networkx.pagerank(network, alpha=0.85, tol=1e-10)
with open("values.tsv", "w") as file:
    print("id", "degree", "betweenness", "pagerank", sep="\t", file=file)
    for node in sorted(network):
        print(name(node), network.degree(node), f"{between[node]:.9f}", f"{rank[node]:.9f}", sep="\t", file=file)
