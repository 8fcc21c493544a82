//! Who is in the middle?

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::{Input, ReadingOptions, read_inputs};
use whomet::pipeline::{Settings, build};
use whomet::query::{Measure, central};

fn main() {
    let reading = read_inputs(&[Input::Path("examples/articles".into())], ReadingOptions::default(), &|_| {});
    let graph = build(reading.documents, &Settings::default()).graph;
    for found in central(&graph, Measure::PageRank).iter().take(10) {
        let (name, degree) = (&found.node.label, found.degree);
        println!("{name}: joined to {degree}, betweenness {:.3}, PageRank {:.3}", found.betweenness, found.page_rank);
    }
}
