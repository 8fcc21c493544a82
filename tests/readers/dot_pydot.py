"""Reads DOT with a parser that is not Graphviz's: no node or edge that is no thing, and the same labels."""

import re
import sys

from expected import Expected, load, plain

pydot = load("pydot")
networkx = load("networkx")
expected = Expected(sys.argv[1])
graph = networkx.nx_pydot.read_dot(sys.argv[2])


def text(quoted):
    """A string of DOT without its quotes and escapes; the parser leaves them as they are."""
    label = re.sub(r"\\(.)", lambda escape: " " if escape[1] == "n" else escape[1], quoted[1:-1])
    return plain(re.sub(r"&amp;(?=#?\w+;)", "&", label))


ends = {end for edge in expected.edges.values() for end in edge[:2]}
assert set(graph) == ends, sorted(set(graph) ^ ends)
for node, data in graph.nodes(data=True):
    assert text(data["label"]) == expected.nodes[node][0], data["label"]
found = sorted((source, target) for source, target, _ in graph.edges(data=True))
assert found == sorted(edge[:2] for edge in expected.edges.values()), "edges differ"
print(f"pydot: {len(graph)} nodes with edges, {len(found)} edges, with labels")
