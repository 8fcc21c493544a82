//! How do I build a graph from my own texts?

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::Document;
use whomet::pipeline::{Settings, build};

fn main() {
    let texts = [
        ("monday", "Peru's Minister of Health, Ana Quispe, met President Tika Oli in Lima on 5 March 2024."),
        ("tuesday", "President Tika Oli will visit Nepal. Minister Ana Quispe did not meet Gen. Juan Rojas."),
    ];
    let documents = texts.map(|(id, text)| Document::from_text(id, text));
    let graph = build(documents, &Settings::default()).graph;
    for (source, edge, target) in graph.edges() {
        println!("{} --{}--> {} ({})", source.label, edge.relation, target.label, edge.status.as_str());
    }
}
