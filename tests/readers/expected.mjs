// What a reader must find: the graph in JSON.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

export const graph = JSON.parse(readFileSync(process.argv[2], "utf8"));
export const text = readFileSync(process.argv[3], "utf8");

// The module, or the end of the script if it is not installed.
export async function load(name) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    console.log(`${name} is not installed: bash tests/readers/install.sh`);
    process.exit(77);
  }
}

// The text without control characters, with even white space: formats differ in what they allow.
export const plain = (text) =>
  text.replace(/[\s\u0085]+/gu, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "").replace(/ +/g, " ").trim();

const sorted = (lines) => lines.map((line) => JSON.stringify(line)).sort();

// Compares nodes [id, label, type] and edges [id, source, target, relation, status, date or null].
export function compare(nodes, edges, reader) {
  const wantedNodes = graph.nodes.map((node) => [node.id, plain(node.label), node.type]);
  const wantedEdges = graph.links.map((link) =>
    [link.id, link.source, link.target, link.relation, link.status, link.date]);
  assert.deepEqual(sorted(nodes.map(([id, label, type]) => [id, plain(label), type])), sorted(wantedNodes));
  assert.deepEqual(sorted(edges.map((edge) => edge.map((value) => value ?? null))), sorted(wantedEdges));
  console.log(`${reader}: ${nodes.length} nodes, ${edges.length} edges, with labels, types, relations, statuses and dates`);
}
