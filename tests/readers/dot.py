"""Reads DOT with Graphviz, as JSON, and compares what DOT holds: labels, ends and styles."""

import html
import json
import re
import shutil
import subprocess
import sys

from expected import MISSING, Expected, plain

if not shutil.which("dot"):
    print("dot is not installed: apt install graphviz")
    sys.exit(MISSING)
expected = Expected(sys.argv[1])
drawn = subprocess.run(["dot", "-Tdot_json", sys.argv[2]], capture_output=True, check=True)
assert not drawn.stderr, drawn.stderr
graph = json.loads(drawn.stdout, strict=False)
ids = [thing["name"] for thing in graph.get("objects", [])]
ends = {end for edge in expected.edges.values() for end in edge[:2]}
assert set(ids) == ends, sorted(set(ids) ^ ends)
text = lambda label: plain(html.unescape(re.sub(r"\\(.)", lambda escape: " " if escape[1] == "n" else escape[1], label)))
for thing in graph.get("objects", []):
    assert text(thing["label"]) == expected.nodes[thing["name"]][0], thing["label"]
found = sorted((ids[edge["tail"]], ids[edge["head"]], edge.get("style") == "dashed") for edge in graph.get("edges", []))
wanted = sorted((edge[0], edge[1], edge[3] == "planned") for edge in expected.edges.values())
assert found == wanted, "edges differ"
print(f"Graphviz: {len(ids)} nodes with edges, {len(found)} edges, with labels and plans")
