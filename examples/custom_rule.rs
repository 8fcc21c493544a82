//! How do I add my own rule?

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::Document;
use whomet::error::Error;
use whomet::ontology::Ontology;
use whomet::pipeline::{Settings, build};
use whomet::relation::RuleSet;

const RULES: &str = r#"
[[rule]]
name = "opposes-snub"
relation = "opposes"
verb = ["snub", "heckle"]
subject = ["subject"]
object = ["object"]
plover = "REJECT"
confidence = 0.8
accepts = ["Peru snubbed Chile. => Peru | Chile | asserted"]
rejects = ["Peru snubbed the fair in Chile."]
"#;

fn main() -> Result<(), Error> {
    let ontology = Ontology::shipped();
    let rules = RuleSet::shipped().extended(&[("my-rules.toml", RULES)], ontology)?;
    let text = "Chile was snubbed by Peru on Monday. Nepal will snub Estonia. Minister Moana Tui visited Fiji.";
    let article = Document::from_text("article", text);
    let graph = build([article], &Settings::default().with_rules(&rules)).graph;
    for (source, edge, target) in graph.edges() {
        println!("{} {} {} ({})", source.label, edge.relation, target.label, edge.status.as_str());
    }
    Ok(())
}
