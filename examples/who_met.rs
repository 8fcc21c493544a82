//! Who met whom? Takes a name or part of one.

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::{Input, ReadingOptions, read_inputs};
use whomet::pipeline::{Settings, build};
use whomet::query::{Found, find_node, meetings_of};

fn main() {
    let name = std::env::args().nth(1).unwrap_or_else(|| "Tammsoo".to_owned());
    let reading = read_inputs(&[Input::Path("examples/articles".into())], ReadingOptions::default(), &|_| {});
    let graph = build(reading.documents, &Settings::default()).graph;
    match find_node(&graph, &name) {
        Found::Near(near) => println!("no entity is called {name}; similar names: {near:?}"),
        Found::Nodes(nodes) => {
            for node in nodes {
                println!("{}", node.label);
                for meeting in meetings_of(&graph, &node.id) {
                    println!("  {}: {}", meeting.edge.status.as_str(), meeting.with.label);
                }
            }
        }
    }
}
