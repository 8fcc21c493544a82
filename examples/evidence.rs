//! Which sentences support the edges of somebody? Takes a name or part of one.

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::{Input, ReadingOptions, read_inputs};
use whomet::pipeline::{Settings, build};
use whomet::query::{Found, find_node};

fn main() {
    let name = std::env::args().nth(1).unwrap_or_else(|| "Liberia River Guard".to_owned());
    let reading = read_inputs(&[Input::Path("examples/articles".into())], ReadingOptions::default(), &|_| {});
    let graph = build(reading.documents, &Settings::default()).graph;
    let Found::Nodes(nodes) = find_node(&graph, &name) else {
        return println!("no entity is called {name}");
    };
    for node in nodes {
        println!("{} ({}), mentioned {} times", node.label, node.entity_type, node.mentions.len());
        for (edge, other) in graph.edges_of(&node.id) {
            println!("  {} {} ({})", edge.relation, other.label, edge.status.as_str());
            for evidence in &edge.evidence {
                println!("    {}: {}", evidence.quote.document, evidence.quote.text);
            }
        }
    }
}
