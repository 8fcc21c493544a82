//! Who holds which office.

use std::collections::BTreeSet;

use super::occasions::{Occasion, occasions_of};
use crate::graph::{KnowledgeGraph, Node, is_over};
use crate::ids::EntityId;
use crate::ontology::RelationType;
use crate::relation::Status;

/// An office that a person holds or held.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Office<'g> {
    /// Its name as the articles give it; none if they only say where.
    pub position: Option<String>,
    /// The country or organization.
    pub body: &'g Node,
    /// Whether it is over: "former", "then", "late".
    pub is_over: bool,
    /// What says so.
    pub occasion: Occasion<'g>,
}

/// The offices of a person, present ones first, then by name and body.
#[must_use]
pub fn offices_of<'g>(graph: &'g KnowledgeGraph, id: &EntityId) -> Vec<Office<'g>> {
    let mut offices = Vec::new();
    let held = graph.edges().filter(|(source, edge, _)| {
        source.id == *id && edge.relation == RelationType::AFFILIATED_WITH && edge.status == Status::Asserted
    });
    for (source, edge, target) in held {
        let Some(occasion) = occasions_of(graph, source, edge, target).into_iter().next() else { continue };
        let positions = edge.attributes.get("position").map(String::as_str).unwrap_or_default();
        let positions: BTreeSet<&str> = positions.split("; ").filter(|position| !position.is_empty()).collect();
        let named: Vec<Option<String>> = positions.iter().map(|&position| Some(position.to_owned())).collect();
        for position in if named.is_empty() { vec![None] } else { named } {
            let is_over = position.as_deref().is_some_and(is_over);
            offices.push(Office { position, body: target, is_over, occasion: occasion.clone() });
        }
    }
    offices.sort_by(|a, b| {
        let key = |office: &Office<'g>| (office.is_over, office.position.is_none(), office.position.clone());
        key(a).cmp(&key(b)).then_with(|| a.body.id.cmp(&b.body.id))
    });
    offices
}
