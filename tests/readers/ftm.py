"""Reads entities with the followthemoney package and validates each against its schema."""

import json
import sys

from expected import Expected, load, plain

load("followthemoney")
from followthemoney import model

expected = Expected(sys.argv[1])
entities = {}
for line in open(sys.argv[2], encoding="utf-8"):
    entity = json.loads(line)
    model.get(entity["schema"]).validate(entity)
    proxy = model.get_proxy(entity)
    written = {(key, value) for key, values in entity["properties"].items() for value in values}
    lost = written - {(prop.name, value) for prop, value in proxy.itervalues()}
    assert not lost, f"the values of {entity['id']} that the package drops: {lost}"
    assert proxy.id not in entities, proxy.id
    entities[proxy.id] = proxy
for proxy in entities.values():
    for prop, value in proxy.itervalues():
        if prop.type.name == "entity":
            assert value in entities, (proxy.id, prop.name, value)
            assert entities[value].schema.is_a(prop.range), (proxy.id, prop.name, entities[value].schema.name)

of = lambda prefix: [proxy for proxy in entities.values() if proxy.id.startswith(prefix)]
labels = sorted(plain(proxy.first("name")) for proxy in of("whomet-"))
assert labels == sorted(label[:384].strip() for label, _ in expected.nodes.values()), "labels differ"
relations = [proxy for proxy in of("relation-") if proxy.schema.name not in ("Position", "Address")]
assert len(relations) == len(expected.edges), (len(relations), len(expected.edges))
facts = sum(edge[3] == "asserted" for edge in expected.edges.values())
unlike = [proxy for proxy in relations if proxy.schema.name == "UnknownLink" and proxy.first("status") != "asserted"]
assert len(unlike) == len(expected.edges) - facts, "every plan and denial is an UnknownLink with its status"
dates = sorted(proxy.first("date") for proxy in relations if proxy.first("date"))
assert dates == sorted(edge[4] for edge in expected.edges.values() if edge[4]), "dates differ"
print(f"followthemoney: {len(labels)} nodes, {len(relations)} edges, {len(entities)} entities, all valid")
