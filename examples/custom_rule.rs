//! How do I add a rule of my own?

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::Document;
use whomet::error::Error;
use whomet::ontology::Ontology;
use whomet::pipeline::{Settings, build};
use whomet::relation::RuleSet;

const RULES: &str = r#"
[[rule]]
name = "opposes-rebuke"
relation = "opposes"
triggers = ["rebuke"]
confidence = 0.8
accepts = ["Peru rebuked Chile. => Peru | Chile | asserted"]
rejects = ["Peru accepted the rebuke of Chile."]
"#;

fn main() -> Result<(), Error> {
    let ontology = Ontology::shipped();
    let rules = RuleSet::read(&[("my-rules.toml", RULES)], ontology)?;
    let article = Document::from_text("article", "Peru rebuked Chile on Monday. Nepal will rebuke Estonia.");
    let graph = build(vec![article], &Settings { rules: &rules, ..Settings::default() }, &|_| {}).graph;
    for (source, edge, target) in graph.edges() {
        println!("{} {} {} ({})", source.label, edge.relation, target.label, edge.status.as_str());
    }
    Ok(())
}
