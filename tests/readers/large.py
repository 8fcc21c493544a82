"""Prints time and memory of each format for a graph with many edges: python large.py WHOMET EDGES."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

whomet, count = sys.argv[1], int(sys.argv[2])
RELATIONS = ["met", "supports", "trained", "visited"]
STATUSES = ["asserted", "planned", "negated"]


def quote(at):
    """A passage of the article that states the edge."""
    text = f"Person {at} of the Ministry number {at % 97} met Person {at * 7 % 1000}, officials said in the capital."
    return {"document": f"a{at % 1000:04}", "start": 0, "end": len(text), "text": text}


def graph():
    """A graph with a fifth as many people as edges, whose documents are a thousand."""
    people = max(count // 5, 2)
    nodes = [
        {
            "id": f"person/p{at:06}", "label": f"Person {at}", "type": "person", "aliases": [f"P. {at}"],
            "attributes": {"position": [], "iso3166": None}, "mentions": [quote(at)],
        }
        for at in range(people)
    ]
    links = []
    for at in range(count):
        source, target = at % people, (at * 31 + at // people + 1) % people
        evidence = quote(at) | {"rule": "met-verb", "status": STATUSES[at % 3], "date": f"2024-{at % 12 + 1:02}-18", "confidence": 0.9}
        ends = [f"person/p{end:06}" for end in (source, target)]
        links.append({
            "id": str(at), "source": ends[0], "target": ends[1], "relation": RELATIONS[at % 4], "directed": at % 4 > 0,
            "status": STATUSES[at % 3], "confidence": 0.9, "date": evidence["date"], "place": None,
            "attributes": {"topic": None, "position": None, "object": None}, "evidence": [evidence],
        })
    documents = [
        {"id": f"a{at:04}", "path": "a.jsonl", "line": at + 1, "title": None, "date": "2024-03-19", "url": None,
         "source": None, "sha256": "00", "characters": 100}
        for at in range(1000)
    ]
    head = {"format": "whomet-graph", "version": 1, "directed": True, "multigraph": True}
    return head | {"graph": {"generator": "whomet", "ontology": "security-cooperation"}, "documents": documents, "nodes": nodes, "links": links}


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    # In a process of its own: the memory of this one would count for each command that it starts.
    writer = os.fork()
    if writer == 0:
        (folder / "graph.json").write_text(json.dumps(graph()))
        os._exit(0)
    os.waitpid(writer, 0)
    print(f"{(folder / 'graph.json').stat().st_size / 1e6:.1f} MB to read")
    _, written = subprocess.run([whomet, "formats"], capture_output=True, text=True).stdout.split("Writes:\n")
    for name in [line.split()[0] for line in written.splitlines()]:
        if name in ("svg", "png"):
            continue  # a picture of so many edges shows nothing
        process = subprocess.Popen([whomet, "export", folder / "graph.json", "-f", name, "-o", folder / name, "-q"])
        _, status, usage = os.wait4(process.pid, 0)
        size = sum(file.stat().st_size for file in [folder / name, *(folder / name).glob("*")] if file.is_file())
        print(f"{name:10} {usage.ru_utime + usage.ru_stime:6.1f} s of processor {usage.ru_maxrss / 1024:7.0f} MB of memory {size / 1e6:7.1f} MB of output", "" if status == 0 else "FAILED", flush=True)
