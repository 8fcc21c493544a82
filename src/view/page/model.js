// The graph as the page uses it, and what of it is visible.
const data = JSON.parse(document.getElementById("data").textContent);
const { types, relations, documents } = data;
const STATUSES = ["asserted", "planned", "negated"];
const STATUS_NAMES = ["facts", "plans", "denials"];

const nodes = data.nodes.map((node, at) => ({ ...node, at, edges: [], home: { x: node.x, y: node.y } }));
const edges = data.edges.map((edge, at) => ({ ...edge, at, from: nodes[edge.s], to: nodes[edge.t] }));
for (const edge of edges) {
  edge.from.edges.push(edge);
  if (edge.to !== edge.from) edge.to.edges.push(edge);
}
const byId = new Map(nodes.map((node) => [node.id, node]));
const sources = [...new Set(documents.map((doc) => doc.source).filter(Boolean))].sort();

// A date such as "2024-03" as the number of its first day; null without one.
function dayOf(date) {
  if (!date) return null;
  const [year, month = "01", day = "01"] = date.split("-");
  return Math.round(Date.UTC(+year, +month - 1, +day) / 86400000);
}
const dateOfDay = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
for (const edge of edges) {
  for (const evidence of edge.evidence) evidence.day = dayOf(evidence.date || documents[evidence.d].date);
}
const days = edges.flatMap((edge) => edge.evidence.map((evidence) => evidence.day)).filter((day) => day !== null);
const firstDay = days.reduce((least, day) => Math.min(least, day), Infinity);
const lastDay = days.reduce((most, day) => Math.max(most, day), -Infinity);

const state = {
  off: { types: new Set(), relations: new Set(), statuses: new Set(), sources: new Set() },
  from: firstDay, to: lastDay,
  hidden: new Set(), pinned: new Set(), notes: new Map(),
  focus: null, // only these nodes, if any
  node: null, pair: null, path: [], pathFrom: null,
  search: "",
};

// What the filters leave: nodes, and one pair for all edges between two nodes.
let shown = { nodes: [], pairs: [], edges: [] };

const showsDay = (day) => day === null ? state.from === firstDay && state.to === lastDay : day >= state.from && day <= state.to;
const showsEvidence = (evidence) => showsDay(evidence.day) && !state.off.sources.has(documents[evidence.d].source || "");
const showsNode = (node) =>
  !state.off.types.has(node.type) && !state.hidden.has(node) && (!state.focus || state.focus.has(node));
const showsEdge = (edge) => !state.off.relations.has(edge.r) && !state.off.statuses.has(edge.status)
  && showsNode(edge.from) && showsNode(edge.to) && edge.evidence.some(showsEvidence);

function filter() {
  const kept = edges.filter(showsEdge);
  const pairs = new Map();
  const linked = new Set();
  for (const edge of kept) {
    linked.add(edge.from).add(edge.to);
    if (edge.from === edge.to) continue;
    const [a, b] = edge.s < edge.t ? [edge.from, edge.to] : [edge.to, edge.from];
    const key = a.at * nodes.length + b.at;
    if (!pairs.has(key)) pairs.set(key, { a, b, edges: [] });
    pairs.get(key).edges.push(edge);
  }
  for (const pair of pairs.values()) {
    pair.status = Math.min(...pair.edges.map((edge) => edge.status));
    pair.isOver = pair.edges.every((edge) => edge.over);
    pair.toA = pair.edges.some((edge) => relations[edge.r].directed && edge.to === pair.a);
    pair.toB = pair.edges.some((edge) => relations[edge.r].directed && edge.to === pair.b);
    const more = pair.edges.length > 1 ? ` +${pair.edges.length - 1}` : "";
    pair.label = pair.edges[0].label + more;
  }
  const visible = nodes.filter((node) => linked.has(node) || (state.focus?.has(node) && showsNode(node)) || node === state.node);
  shown = { nodes: visible, pairs: [...pairs.values()], edges: kept };
}

// Nodes that a visible edge joins with this one.
function neighbors(node) {
  return new Set(node.edges.filter(showsEdge).map((edge) => (edge.from === node ? edge.to : edge.from)));
}

// The nodes of a shortest path over visible edges, or none.
function shortestPath(start, goal) {
  const before = new Map([[start, null]]);
  const waiting = [start];
  for (const node of waiting) {
    if (node === goal) break;
    for (const next of neighbors(node)) {
      if (!before.has(next)) { before.set(next, node); waiting.push(next); }
    }
  }
  if (!before.has(goal)) return [];
  const path = [];
  for (let node = goal; node; node = before.get(node)) path.unshift(node);
  return path;
}

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
for (const node of nodes) node.folded = [node.label, ...node.aliases].map(fold);

// Nodes whose name or alias contains all words, best linked first.
function find(text) {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const fits = (name) => words.every((word) => name.includes(word));
  const rank = (node) => (node.folded[0].startsWith(words[0]) ? 1000 : 0) + node.edges.length;
  return nodes.filter((node) => node.folded.some(fits)).sort((a, b) => rank(b) - rank(a));
}
