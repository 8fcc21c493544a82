// Reads a flowchart with Mermaid's own parser.
import assert from "node:assert/strict";
import { graph, load, plain, text } from "./expected.mjs";

const { JSDOM } = await load("jsdom");
const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const mermaid = (await load("mermaid")).default;
mermaid.initialize({ startOnLoad: false });
assert(text.length <= 50_000, `${text.length} characters`);
assert.equal((await mermaid.parse(text)).diagramType, "flowchart-v2");
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
const edges = db.getEdges();
const total = graph.links.length;
const leftOut = Number(/%% (\d+) of/.exec(text)?.[1] ?? 0);
assert.equal(edges.length + leftOut, total);
assert(edges.length <= 500);
const dashed = edges.filter((edge) => edge.stroke === "dotted").length;
if (leftOut === 0) assert.equal(dashed, graph.links.filter((link) => link.status === "planned").length);
const unquoted = (label) => plain(label.replace(/ﬂ°°?(\d+)¶ß/g, (_, code) => String.fromCodePoint(code)));
const labels = new Set(graph.nodes.map((node) => Array.from(node.label).slice(0, 5).join("")).map(plain));
for (const [id, vertex] of db.getVertices()) {
  if (id === "left_out") continue;
  const label = unquoted(vertex.text);
  assert([...labels].some((start) => label.startsWith(start)), label);
}
console.log(`Mermaid: ${db.getVertices().size} nodes, ${edges.length} edges, ${leftOut} left out, as the file says`);
