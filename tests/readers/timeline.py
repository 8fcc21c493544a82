"""Reads the timeline: the fields that TimelineJS documents, and no markup of the articles."""

import html
import json
import re
import sys

from expected import Expected

expected = Expected(sys.argv[1])
timeline = json.load(open(sys.argv[2], encoding="utf-8"))
found = {}
for event in timeline["events"]:
    start = event["start_date"]
    parts = [f"{start['year']:04}"] + [f"{start[part]:02}" for part in ("month", "day") if part in start]
    found[event["unique_id"]] = "-".join(parts)
    tags = set(re.findall(r"<[^>]*>", event["text"]["headline"] + event["text"]["text"]))
    assert tags <= {"<p>", "</p>", "<em>", "</em>"}, tags
    assert html.unescape(event["text"]["headline"]) and event["group"]
assert found == {key: edge[4] for key, edge in expected.edges.items() if edge[4]}, "dates differ"
print(f"timeline: {len(found)} dated edges of {len(expected.edges)}")
