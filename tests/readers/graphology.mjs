// Reads graphology JSON, GEXF or GraphML with graphology.
import { compare, load, text } from "./expected.mjs";

const { MultiGraph } = (await load("graphology")).default;
const extension = process.argv[3].split(".").pop();
let graph;
if (extension === "json") {
  graph = MultiGraph.from(JSON.parse(text));
} else {
  const { parse } = (await load(`graphology-${extension}`)).default;
  graph = parse(MultiGraph, text, { addMissingNodes: false });
}
const nodes = graph.mapNodes((key, data) => [key, data.label, data.entity_type ?? data.type]);
const edges = graph.mapEdges((key, data, source, target) =>
  [key, source, target, data.relation, data.status, data.date]);
compare(nodes, edges, `graphology ${extension}`);
graph.forEachNode((key, data) => {
  for (const name of ["x", "y", "size", "color"]) {
    if (extension !== "graphml" && data[name] === undefined) throw new Error(`${key} has no ${name}`);
  }
});
