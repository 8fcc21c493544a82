//! Scores by data set.

use std::collections::BTreeMap;

use super::edge::Edge;
use super::gold::GoldDocument;
use super::record_reader::row_of;
use crate::evaluation::counts::SidedCounts;

/// Scores of one data set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetScores {
    /// By line of the report.
    pub rows: BTreeMap<String, SidedCounts>,
    /// Texts read.
    pub documents: usize,
    /// Whether precision is meaningful, because the data set is annotated completely.
    pub is_complete: bool,
}

impl SetScores {
    /// All lines together.
    #[must_use]
    pub fn total(&self) -> SidedCounts {
        self.rows.values().fold(SidedCounts::default(), |mut total, counts| {
            total += *counts;
            total
        })
    }
}

/// The differences in one text: missed relations and edges that are not annotated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Lines of the missed relations.
    pub missed: Vec<String>,
    /// How the other edges read.
    pub extra: Vec<String>,
}

/// Scores by data set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RelationScores {
    /// By name of the set.
    pub sets: BTreeMap<String, SetScores>,
}

impl RelationScores {
    /// Adds one text with the edges found in it.
    ///
    /// Every edge counts in one line: that of the first annotation it matches, else the first that its relation may
    /// stand for; edges whose relation no label of the set stands for are left out.
    pub fn add(&mut self, gold: &GoldDocument, edges: &[Edge]) -> Differences {
        let scores = self.sets.entry(gold.set.clone()).or_default();
        scores.documents += 1;
        scores.is_complete = gold.is_complete;
        let mut differences = Differences::default();
        for relation in &gold.relations {
            let is_found = edges.iter().any(|edge| edge.matches(relation));
            let counts = scores.rows.entry(relation.row.clone()).or_default();
            counts.correct += 1;
            counts.correct_found += f64::from(u8::from(is_found));
            if !is_found {
                differences.missed.push(relation.row.clone());
            }
        }
        for edge in edges.iter().filter(|_| gold.is_complete) {
            let matched = gold.relations.iter().find(|relation| edge.matches(relation)).map(|gold| gold.row.clone());
            let is_right = matched.is_some();
            let Some(row) = matched.or_else(|| row_of(&gold.set, edge)) else { continue };
            let counts = scores.rows.entry(row).or_default();
            counts.found += 1;
            counts.found_right += f64::from(u8::from(is_right));
            if !is_right {
                differences.extra.push(edge.shown.clone());
            }
        }
        differences
    }
}

#[cfg(test)]
mod tests {
    use super::super::end::End;
    use super::super::gold::GoldRelation;
    use super::*;
    use crate::span::Span;

    fn end(name: &str, at: usize) -> End {
        End { places: vec![Span::new(at, at + name.len())], names: [name.to_owned()].into(), is_open: false }
    }

    fn edge(relation: &str, plover: Option<&str>, ends: [End; 2]) -> Edge {
        let is_symmetric = relation == "met";
        Edge {
            relation: relation.into(),
            plover: plover.map(str::to_owned),
            ends,
            is_symmetric,
            shown: relation.into(),
        }
    }

    fn gold(set: &str, row: &str, relations: &[&str], pair: [End; 2]) -> GoldDocument {
        let relations = relations.iter().map(|&relation| relation.to_owned()).collect();
        let relation = GoldRelation { row: row.into(), relations, pairs: vec![pair], is_symmetric: false };
        let (id, text) = ("a".to_owned(), String::new());
        GoldDocument { id, set: set.into(), text, relations: vec![relation], is_complete: true }
    }

    #[test]
    fn an_edge_is_right_with_the_right_relation_and_ends() {
        let (oli, tui, lima) = (end("tika oli", 0), end("moana tui", 20), end("lima", 40));
        let document = gold("re3d", "FightingAgainst", &["opposes"], [oli.clone(), tui.clone()]);
        let mut scores = RelationScores::default();
        let edges = [
            edge("opposes", None, [oli.clone(), tui.clone()]),
            edge("opposes", None, [tui, oli.clone()]),
            edge("visited", None, [oli, lima]),
        ];
        scores.add(&document, &edges);
        let total = scores.sets["re3d"].total();
        assert_eq!((total.correct_found, total.correct), (1.0, 1));
        assert_eq!(
            (total.found_right, total.found),
            (1.0, 2),
            "the turned one is wrong, the visit no matter of the set"
        );
    }

    #[test]
    fn a_given_type_of_plover_goes_before_the_relation() {
        let ends = || [end("peru", 0), end("tonga", 9)];
        let document = gold("plover", "AID", &[], ends());
        let hits = |plover| {
            let mut scores = RelationScores::default();
            scores.add(&document, &[edge("supports", plover, ends())]);
            scores.sets["plover"].total().correct_found
        };
        assert_eq!([hits(None), hits(Some("AID")), hits(Some("SUPPORT"))], [1.0, 1.0, 0.0]);
    }
}
