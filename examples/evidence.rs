//! What is known about somebody, and which sentences say so? Takes a name or part of one.

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::{Input, ReadingOptions, read_inputs};
use whomet::lexicon::Lexicon;
use whomet::pipeline::{Settings, build};
use whomet::query::{Choice, choose, find_in_graph, profile};

fn main() {
    let name = std::env::args().nth(1).unwrap_or_else(|| "Liberia River Guard".to_owned());
    let reading = read_inputs(&[Input::Path("examples/articles".into())], ReadingOptions::default(), &|_| {});
    let graph = build(reading.documents, &Settings::default()).graph;
    let matches = find_in_graph(&graph, Lexicon::shipped(), &name, None);
    let Choice::One { chosen, .. } = choose(&name, matches, Lexicon::shipped()) else {
        return println!("no single entity is called {name}");
    };
    let found = profile(&graph, &chosen.id).expect("it was found in this graph");
    println!("{} ({}), in {} articles", found.node.label, found.node.entity_type, found.documents.len());
    for (section, occasions) in &found.sections {
        println!("{}", section.title());
        for occasion in occasions {
            let (edge, other) = (occasion.edge, occasion.other(&chosen.id));
            println!("  {} {} ({})", edge.relation, other.label, edge.status.as_str());
            for evidence in &occasion.evidence {
                println!("    {}: {}", evidence.quote.document, evidence.quote.text);
            }
        }
    }
}
