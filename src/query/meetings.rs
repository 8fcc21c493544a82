//! Who met whom.

use super::occasions::{Occasion, occasions_of, order};
use crate::graph::{KnowledgeGraph, Node};
use crate::ids::EntityId;
use crate::ontology::RelationType;

/// Every meeting, planned meeting and denied meeting of a thing, ordered by status, date (undated last) and name.
#[must_use]
pub fn meetings_of<'g>(graph: &'g KnowledgeGraph, id: &EntityId) -> Vec<Occasion<'g>> {
    meetings_where(graph, |one, other| one.id == *id || other.id == *id)
}

/// Every meeting, planned meeting and denied meeting of two things, ordered as those of [`meetings_of`].
#[must_use]
pub fn meetings_between<'g>(graph: &'g KnowledgeGraph, one: &EntityId, other: &EntityId) -> Vec<Occasion<'g>> {
    meetings_where(graph, |source, target| {
        (&source.id, &target.id) == (one, other) || (&source.id, &target.id) == (other, one)
    })
}

/// Every meeting of two things for which `is_wanted` holds, ordered as those of [`meetings_of`].
#[must_use]
pub fn meetings_where<'g>(graph: &'g KnowledgeGraph, is_wanted: impl Fn(&Node, &Node) -> bool) -> Vec<Occasion<'g>> {
    let met = graph.edges().filter(|(_, edge, _)| edge.relation == RelationType::MET);
    let wanted = met.filter(|(source, _, target)| is_wanted(source, target));
    let mut meetings: Vec<Occasion<'g>> =
        wanted.flat_map(|(source, edge, target)| occasions_of(graph, source, edge, target)).collect();
    meetings.sort_by_key(order);
    meetings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::pipeline::{Settings, build};

    #[test]
    fn meetings_are_found_from_either_side() {
        let text = "Minister Kaarel Tamm met President Rosa Quispe in Lima. Minister Kaarel Tamm will meet Moana Tui.";
        let graph = build([Document::from_text("a", text)], &Settings::default()).graph;
        let of = |id: &str| -> Vec<String> {
            let id: EntityId = id.into();
            let told =
                |meeting: &Occasion<'_>| format!("{} {}", meeting.other(&id).label, meeting.edge.status.as_str());
            meetings_of(&graph, &id).iter().map(told).collect()
        };
        assert_eq!(of("person/rosa-quispe"), ["Kaarel Tamm asserted"]);
        assert_eq!(of("person/kaarel-tamm"), ["Rosa Quispe asserted", "Moana Tui planned"]);
        assert!(of("person/nobody").is_empty());
        let pair = meetings_between(&graph, &"person/rosa-quispe".into(), &"person/kaarel-tamm".into());
        assert_eq!(pair.len(), 1);
    }
}
