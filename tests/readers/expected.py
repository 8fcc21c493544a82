"""What a reader must find: the graph in JSON."""

import json
import sys

MISSING = 77


def load(module):
    """The module, or the end of the script if it is not installed."""
    try:
        return __import__(module)
    except ImportError:
        print(f"{module} is not installed: bash tests/readers/install.sh")
        sys.exit(MISSING)


def plain(text):
    """The text without control characters, with even white space: formats differ in what they allow."""
    kept = "".join(c if c.isprintable() or c.isspace() else "" for c in text or "")
    return " ".join(kept.split())


class Expected:
    """The nodes and edges of a graph."""

    def __init__(self, path):
        graph = json.load(open(path, encoding="utf-8"))
        self.documents = graph["documents"]
        self.links = graph["links"]
        self.nodes = {node["id"]: (plain(node["label"]), node["type"]) for node in graph["nodes"]}
        self.edges = {
            link["id"]: (link["source"], link["target"], link["relation"], link["status"], link["date"])
            for link in graph["links"]
        }

    def compare(self, nodes, edges, reader):
        """Ends with an error if the nodes {id: (label, type)} or edges {id: (ends, relation, status, date)} differ."""
        for what, expected, found in [("nodes", self.nodes, nodes), ("edges", self.edges, edges)]:
            for key in sorted(expected.keys() | found.keys()):
                if expected.get(key) != found.get(key):
                    sys.exit(f"{reader}: {what} differ at {key!r}: expected {expected.get(key)!r}, found {found.get(key)!r}")
        print(f"{reader}: {len(nodes)} nodes, {len(edges)} edges, with labels, types, relations, statuses and dates")
