// Reads the lists that vis-network takes: nodes with id, edges with from and to.
import assert from "node:assert/strict";
import { compare, text } from "./expected.mjs";

const { nodes, edges } = JSON.parse(text);
const ids = new Set(nodes.map((node) => node.id));
assert.equal(ids.size, nodes.length);
for (const edge of edges) assert(ids.has(edge.from) && ids.has(edge.to) && edge.title);
compare(nodes.map((node) => [node.id, node.label, node.group]),
  edges.map((edge) => [edge.id, edge.from, edge.to, edge.relation, edge.status, edge.date]), "vis-network lists");
