//! Who met whom.

use crate::graph::{Edge, KnowledgeGraph, Node};
use crate::ids::EntityId;
use crate::ontology::RelationType;

/// One edge `met` of a node.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Meeting<'g> {
    /// The node at the other end.
    pub with: &'g Node,
    /// The relation with its status, date and evidence.
    pub edge: &'g Edge,
    /// Where they met, if all evidence that gives a place agrees.
    pub place: Option<&'g Node>,
}

/// Everyone whom the node with this id met, will meet or did not meet, ordered by status, date
/// (undated last) and name.
#[must_use]
pub fn meetings_of<'g>(graph: &'g KnowledgeGraph, id: &EntityId) -> Vec<Meeting<'g>> {
    let met = graph.edges_of(id).into_iter().filter(|(edge, _)| edge.relation == RelationType::MET);
    let mut meetings: Vec<Meeting<'g>> = met
        .map(|(edge, with)| Meeting { with, edge, place: edge.place.as_ref().and_then(|place| graph.node(place)) })
        .collect();
    meetings.sort_by(|a, b| {
        let key = |meeting: &Meeting<'g>| (meeting.edge.status, meeting.edge.date.is_none(), meeting.edge.date);
        key(a).cmp(&key(b)).then_with(|| a.with.label.cmp(&b.with.label))
    });
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
            let meetings = meetings_of(&graph, &id.into());
            meetings.iter().map(|meeting| format!("{} {}", meeting.with.label, meeting.edge.status.as_str())).collect()
        };
        assert_eq!(of("person/rosa-quispe"), ["Kaarel Tamm asserted"]);
        assert_eq!(of("person/kaarel-tamm")[0], "Rosa Quispe asserted");
        assert!(of("person/nobody").is_empty());
    }
}
