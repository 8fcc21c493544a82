// Reads the script with the grammar of Neo4j's tools, and compares what it merges.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { compare, load, text } from "./expected.mjs";

await load("@neo4j-cypher/antlr4-browser");
const require = createRequire(import.meta.url);
const antlr4 = require("@neo4j-cypher/antlr4-browser").default;
const { CypherLexer, CypherParser } = require("@neo4j-cypher/antlr4");

// The grammar is older than this form of a constraint.
const CONSTRAINT = /^CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:Entity\) REQUIRE n\.id IS UNIQUE;$/m;
assert.match(text, CONSTRAINT);
const errors = [];
const listener = {
  syntaxError: (_, __, line, column, message) => errors.push(`${line}:${column} ${message}`),
  reportAmbiguity() {}, reportAttemptingFullContext() {}, reportContextSensitivity() {},
};
const lexer = new CypherLexer(new antlr4.InputStream(text.replace(CONSTRAINT, "").replace(/;\s*$/, "")));
const parser = new CypherParser(new antlr4.CommonTokenStream(lexer));
for (const part of [lexer, parser]) {
  part.removeErrorListeners();
  part.addErrorListener(listener);
}
// An empty graph has nothing to merge.
if (/^UNWIND/m.test(text)) parser.cypher();
assert.deepEqual(errors, []);

const STRING = "'((?:\\\\.|[^'\\\\])*)'";
const ESCAPES = { n: "\n", r: "\r", t: "\t" };
const unquoted = (quoted) => quoted.replace(/\\(.)/gu, (_, c) => ESCAPES[c] ?? c);
const rows = (pattern) => [...text.matchAll(new RegExp(`^${pattern}`, "gmu"))].map((row) =>
  row.slice(1).map((value) => (value === undefined ? null : unquoted(value))));
const nodes = rows(`\\{id: ${STRING}, values: \\{\`name\`: ${STRING}, \`type\`: ${STRING}`);
const edges = rows(`\\{source: ${STRING}, target: ${STRING}, id: ${STRING}, values: \\{\`label\`: ${STRING}, ` +
  `\`relation\`: ${STRING}, \`status\`: ${STRING}, \`directed\`: (true|false)(?:, \`date\`: ${STRING})?`);
compare(nodes, edges.map(([source, target, id, , relation, status, , date]) =>
  [id, source, target, relation, status, date]), "Neo4j's Cypher grammar");
