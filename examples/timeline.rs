//! What happened when, and where do the sources differ?

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::{Input, ReadingOptions, read_inputs};
use whomet::pipeline::{Settings, build};
use whomet::query::{contradictions, timeline};

fn main() {
    let reading = read_inputs(&[Input::Path("examples/articles".into())], ReadingOptions::default(), &|_| {});
    let graph = build(reading.documents, &Settings::default()).graph;
    for occasion in timeline(&graph, None) {
        let day = occasion.day().map(|day| day.to_string()).unwrap_or_default();
        println!("{day}: {} {} {}", occasion.source.label, occasion.edge.relation, occasion.target.label);
    }
    for occasion in contradictions(&graph, None) {
        println!("sources differ: {} {}", occasion.source.label, occasion.target.label);
    }
}
