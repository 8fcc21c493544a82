//! What happened, each time once: the evidence of an edge, divided by occasion.

use std::collections::{BTreeMap, BTreeSet};

use crate::date::PartialDate;
use crate::graph::{Edge, Evidence, KnowledgeGraph, Node};
use crate::ids::EntityId;
use crate::ontology::{Ontology, RelationType};

/// One thing that happened between two, or one state of affairs.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Occasion<'g> {
    /// The first end of the edge.
    pub source: &'g Node,
    /// The relation, with all its evidence.
    pub edge: &'g Edge,
    /// The second end of the edge.
    pub target: &'g Node,
    /// When it happened, if all evidence of it that gives a date agrees.
    pub date: Option<PartialDate>,
    /// The dates that its evidence gives; several if the sources differ.
    pub dates: BTreeSet<PartialDate>,
    /// The places that its evidence gives; several if the sources differ.
    pub places: BTreeSet<&'g EntityId>,
    /// Those whose words it is, if nothing but their words says so.
    pub speakers: BTreeSet<&'g EntityId>,
    /// The date of the first article that reports it.
    pub reported: Option<PartialDate>,
    /// What else is said, by key. Of an edge with several occasions only the position, because nobody can tell of which of
    /// them the rest is said.
    pub attributes: BTreeMap<&'g str, &'g str>,
    /// The evidence of this occasion, ordered by document and place.
    pub evidence: Vec<&'g Evidence>,
}

impl<'g> Occasion<'g> {
    /// The end that is not this thing; of an edge without this thing, the target.
    #[must_use]
    pub fn other(&self, thing: &EntityId) -> &'g Node {
        if self.target.id == *thing { self.source } else { self.target }
    }

    /// When it happened or, if no sentence says so, when it was first reported; for putting occasions in order.
    #[must_use]
    pub fn day(&self) -> Option<PartialDate> {
        self.dates.first().copied().or(self.reported)
    }

    /// In how many articles it stands; copies of one article count once.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.evidence.iter().map(|evidence| &evidence.quote.document).collect::<BTreeSet<_>>().len()
    }
}

/// Whether a relation lasts, so that all its evidence is of one state of affairs: "supports" is one however often it is
/// said. A relation of the user's own ontology counts as something that happens.
#[must_use]
pub fn is_state(relation: RelationType) -> bool {
    Ontology::shipped().is_lasting(relation) || relation == RelationType::MENTIONED_WITH
}

/// What happened between the ends of one edge, in order of time; what is undated comes last.
///
/// Evidence that gives no date belongs to the only dated occasion, if there is exactly one.
#[must_use]
pub fn occasions_of<'g>(
    graph: &'g KnowledgeGraph,
    source: &'g Node,
    edge: &'g Edge,
    target: &'g Node,
) -> Vec<Occasion<'g>> {
    let mut reports: BTreeMap<&str, Vec<&'g Evidence>> = BTreeMap::new();
    for evidence in &edge.evidence {
        let occurrence = if is_state(edge.relation) { "" } else { evidence.occurrence.as_str() };
        reports.entry(occurrence).or_default().push(evidence);
    }
    let is_dated = |evidence: &[&Evidence]| evidence.iter().any(|evidence| evidence.date.is_some());
    let (mut dated, undated): (Vec<_>, Vec<_>) = reports.into_values().partition(|evidence| is_dated(evidence));
    let undated = undated.concat();
    if let [only] = &mut dated[..] {
        only.extend(undated);
    } else if !undated.is_empty() {
        dated.push(undated);
    }
    let is_only = dated.len() == 1;
    let mut occasions: Vec<Occasion<'g>> =
        dated.into_iter().map(|evidence| occasion(graph, source, edge, target, evidence)).collect();
    let is_said = |key: &str| is_only || key == "position";
    for occasion in &mut occasions {
        let said = edge.attributes.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        occasion.attributes = said.filter(|(key, _)| is_said(key)).collect();
    }
    occasions.sort_by_key(order);
    occasions
}

/// The order of time: undated last, among these by the first report; then by names.
pub(super) fn order<'g>(occasion: &Occasion<'g>) -> impl Ord + use<'g> {
    let Occasion { source, target, edge, dates, reported, .. } = occasion;
    let date = dates.first().copied();
    (edge.status, date.is_none(), date, reported.is_none(), *reported, edge.relation, &source.id, &target.id)
}

fn occasion<'g>(
    graph: &'g KnowledgeGraph,
    source: &'g Node,
    edge: &'g Edge,
    target: &'g Node,
    mut evidence: Vec<&'g Evidence>,
) -> Occasion<'g> {
    evidence.sort_by(|a, b| a.quote.cmp(&b.quote));
    let dates: BTreeSet<PartialDate> = evidence.iter().filter_map(|evidence| evidence.date).collect();
    let is_reported = evidence.iter().all(|evidence| evidence.speaker.is_some());
    let speakers = evidence.iter().filter(|_| is_reported).filter_map(|evidence| evidence.speaker.as_ref());
    let reported = evidence.iter().filter_map(|evidence| graph.document(&evidence.quote.document)?.date).min();
    Occasion {
        date: dates.first().copied().filter(|_| dates.len() == 1),
        places: evidence.iter().filter_map(|evidence| evidence.place.as_ref()).collect(),
        speakers: speakers.collect(),
        source,
        edge,
        target,
        dates,
        reported,
        attributes: BTreeMap::new(),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::pipeline::{Settings, build};

    #[test]
    fn two_meetings_of_two_people_are_two_occasions() {
        let text = "Minister Moana Tui met President Tika Oli in Lima on 5 March 2024. Minister Moana Tui met \
            President Tika Oli in Suva on 7 May 2024.";
        let graph = build([Document::from_text("a", text)], &Settings::default()).graph;
        let (source, edge, target) = graph.edges().find(|(_, edge, _)| edge.relation == RelationType::MET).unwrap();
        let occasions = occasions_of(&graph, source, edge, target);
        let told: Vec<String> =
            occasions.iter().map(|occasion| format!("{} {:?}", occasion.date.unwrap(), occasion.places)).collect();
        assert_eq!(told, [r#"2024-03-05 {EntityId("place/lima")}"#, r#"2024-05-07 {EntityId("place/suva")}"#]);
    }
}
