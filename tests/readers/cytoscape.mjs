// Reads elements JSON with Cytoscape.js without a screen.
import assert from "node:assert/strict";
import { compare, load, text } from "./expected.mjs";

const cytoscape = (await load("cytoscape")).default;
const graph = cytoscape({ headless: true, styleEnabled: false, elements: JSON.parse(text).elements });
const nodes = graph.nodes().map((node) => [node.id(), node.data("label"), node.data("type")]);
const edges = graph.edges().map((edge) =>
  [edge.id(), edge.data("source"), edge.data("target"), edge.data("relation"), edge.data("status"), edge.data("date")]);
compare(nodes, edges, "Cytoscape.js");
graph.edges().forEach((edge) => assert(edge.hasClass(edge.data("status")) && edge.hasClass(edge.data("relation"))));
