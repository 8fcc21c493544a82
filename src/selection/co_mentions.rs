//! Adds edges between entities that the same articles name.

use std::collections::BTreeMap;

use super::added_edges::AddedEdges;
use crate::graph::{Evidence, GraphParts, Node, Quote};
use crate::ids::{DocumentId, RuleName};
use crate::ontology::RelationType;
use crate::relation::Status;

/// The name of what makes these edges, in the place of a rule.
const RULE: &str = "co-mention";

/// Adds an edge `mentioned_with` between each two nodes that at least `count` articles name. Copies of one article count
/// once.
///
/// The edge has a confidence of 0.0, because no article states it. For each article, its evidence quotes the first
/// mention of the node with the smaller id.
pub(super) fn add(parts: &mut GraphParts, count: usize, is_counted: impl Fn(&DocumentId) -> bool) {
    let mut added = AddedEdges::new(RelationType::MENTIONED_WITH);
    for ([one, other], articles) in pairs(parts, &is_counted) {
        if articles.len() >= count {
            let evidence = articles.into_iter().map(|quote| evidence(quote, &parts.nodes[one]));
            added.add(Status::Asserted, [one, other], evidence);
        }
    }
    added.finish(parts);
}

/// For each two nodes that an article names, a mention of the first in each such article.
fn pairs<'g>(parts: &'g GraphParts, is_counted: &impl Fn(&DocumentId) -> bool) -> BTreeMap<[usize; 2], Vec<&'g Quote>> {
    let mut named: BTreeMap<&DocumentId, BTreeMap<usize, &Quote>> = BTreeMap::new();
    for (at, node) in parts.nodes.iter().enumerate() {
        for quote in node.mentions.iter().filter(|quote| is_counted(&quote.document)) {
            let article = parts.duplicates.first_of(&quote.document).unwrap_or(&quote.document);
            named.entry(article).or_default().entry(at).or_insert(quote);
        }
    }
    let mut pairs: BTreeMap<[usize; 2], Vec<&Quote>> = BTreeMap::new();
    for nodes in named.into_values() {
        let nodes: Vec<(usize, &Quote)> = nodes.into_iter().collect();
        for (at, (one, quote)) in nodes.iter().enumerate() {
            for (other, _) in &nodes[at + 1..] {
                pairs.entry([*one, *other]).or_default().push(quote);
            }
        }
    }
    pairs
}

fn evidence(quote: &Quote, node: &Node) -> Evidence {
    let occurrence = format!("{}#{}", quote.document, quote.span.start());
    Evidence {
        quote: quote.clone(),
        rule: RuleName::from(RULE),
        status: Status::Asserted,
        date: None,
        place: None,
        speaker: None,
        confidence: 0.0,
        time: None,
        path: String::new(),
        occurrence,
        roles: BTreeMap::from([(node.id.clone(), "named".to_owned())]),
        also_in: Vec::new(),
    }
}
