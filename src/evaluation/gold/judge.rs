//! Counts what is right, extra and missed in a graph.

use super::compared_graphs::ComparedGraphs;
use super::difference::{Difference, NamedRelation};
use super::evidence_sentences::squeezed;
use super::gold_scores::GoldScores;
use super::relation_key::{RelationKey, is_annotated};

/// The counts of one article, and its differences: nodes first, then relations, those that were found first.
#[must_use]
pub fn judge(compared: &ComparedGraphs<'_>) -> (GoldScores, Vec<Difference>) {
    let mut judged = Judged { compared, scores: GoldScores::default(), differences: Vec::new() };
    judged.add_nodes();
    judged.add_missed_nodes();
    judged.add_relations();
    judged.add_missed_relations();
    judged.add_evidence();
    (judged.scores, judged.differences)
}

struct Judged<'a> {
    compared: &'a ComparedGraphs<'a>,
    scores: GoldScores,
    differences: Vec<Difference>,
}

impl Judged<'_> {
    fn add(&mut self, difference: Difference) {
        self.scores.add_difference(&difference);
        self.differences.push(difference);
    }

    fn named(&self, key: &RelationKey<'_>) -> NamedRelation {
        NamedRelation { relation: key.relation, ends: key.ends.map(|end| self.compared.name_of(end)) }
    }

    fn add_nodes(&mut self) {
        let ComparedGraphs { gold, nodes, entity_of, .. } = self.compared;
        for (node, entity) in nodes.iter().zip(entity_of) {
            let Some(entity) = entity.map(|at| &gold.entities[at]) else {
                self.add(Difference::ExtraNode { entity_type: node.entity_type, name: node.label.clone() });
                continue;
            };
            let (found, correct, name) = (node.entity_type, entity.entity_type, entity.name.clone());
            match (entity.is_required, found == correct) {
                (false, _) => {}
                (true, true) => self.scores.add_entity(found),
                (true, false) => self.add(Difference::WrongType { found, correct, name }),
            }
        }
    }

    fn add_missed_nodes(&mut self) {
        let ComparedGraphs { gold, entity_of, .. } = self.compared;
        for (at, entity) in gold.entities.iter().enumerate() {
            if entity.is_required && !entity_of.contains(&Some(at)) {
                self.add(Difference::MissedNode { entity_type: entity.entity_type, name: entity.name.clone() });
            }
        }
    }

    fn add_relations(&mut self) {
        for (key, status) in &self.compared.relations {
            let (relation, status) = (self.named(key), *status);
            match self.compared.annotation_of(key) {
                None => self.add(Difference::ExtraRelation { relation, status }),
                Some(gold) if !gold.is_required => {}
                Some(gold) if gold.status == status => self.scores.add_relation(key.relation),
                Some(gold) => self.add(Difference::WrongStatus { relation, found: status, correct: gold.status }),
            }
        }
    }

    fn add_missed_relations(&mut self) {
        for (key, relation) in &self.compared.annotated {
            if relation.is_required && self.compared.status_of(key).is_none() {
                self.add(Difference::MissedRelation { relation: self.named(key), status: relation.status });
            }
        }
    }

    /// Counts the evidence, and the edges of other types.
    fn add_evidence(&mut self) {
        let found = self.compared.found;
        let text = squeezed(&found.read.document.document.text);
        for (_, edge, _) in found.graph.edges() {
            let is_bad = |quote: &str| quote.is_empty() || !text.contains(&squeezed(quote));
            self.scores.evidence += edge.evidence.len();
            self.scores.bad_evidence += edge.evidence.iter().filter(|evidence| is_bad(&evidence.quote.text)).count();
            if !is_annotated(edge.relation) {
                *self.scores.other_relations.entry(edge.relation).or_default() += 1;
            }
        }
    }
}
