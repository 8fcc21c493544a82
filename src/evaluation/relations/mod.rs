//! Annotated relations and events of other data sets, and what was read in their texts, in; scores out.
//!
//! [`read`] turns records of re3d, PLOVER, PETRARCH, RAMS and WikiEvents into [`GoldDocument`]s, [`edges`] the record
//! of a document into [`Edge`]s, and [`RelationScores`] compares them: an edge is right if its relation is one that the
//! label stands for and its ends touch the annotated ones, by place or by name. What the labels mean is in
//! `labels.tsv`; the data sets are made for other questions, so the figures serve to compare builds, not systems.

mod found;
mod reader;

use std::collections::{BTreeMap, BTreeSet};

pub use found::edges;
pub use reader::{RecordError, read};

use super::SidedCounts;
use crate::span::{Byte, Span};

/// Types of PLOVER (Open Event Data Alliance 2018) that a relation may be, the usual one first.
const PLOVER_TYPES: [(&str, &[&str]); 8] = [
    ("met", &["CONSULT"]),
    ("visited", &["CONSULT"]),
    ("attended", &["CONSULT"]),
    ("pledged", &["AGREE", "SUPPORT", "AID"]),
    ("agreed_with", &["AGREE", "COOPERATE"]),
    ("supports", &["AID", "SUPPORT", "COOPERATE"]),
    ("cooperates_with", &["COOPERATE"]),
    ("trained", &["AID", "COOPERATE"]),
];

/// What "opposes" may be.
const PLOVER_OPPOSES: [&str; 10] =
    ["DISAPPROVE", "REJECT", "THREATEN", "DEMAND", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "FIGHT", "MOBILIZE"];

/// Names of types in later versions of PLOVER, with those that the data sets use.
const PLOVER_RENAMED: [(&str, &str); 4] =
    [("ACCUSE", "DISAPPROVE"), ("REQUEST", "DEMAND"), ("CONCEDE", "RETREAT"), ("YIELD", "CONCEDE")];

/// One end of a relation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct End {
    /// Where it is named, in bytes of the text.
    pub places: Vec<Span<Byte>>,
    /// Its names, folded.
    pub names: BTreeSet<String>,
    /// Whether it is not known who is meant: then everything touches it.
    pub is_open: bool,
}

impl End {
    /// Whether the two may be the same: they share text, or one has most of the other's name.
    fn touches(&self, other: &Self) -> bool {
        let share_text = || self.places.iter().any(|place| other.places.iter().any(|found| place.overlaps(*found)));
        let share_name = || self.names.iter().any(|name| other.names.iter().any(|found| are_alike(name, found)));
        self.is_open || other.is_open || share_text() || share_name()
    }
}

/// Whether one name holds the other, which has at least half of its words.
fn are_alike(left: &str, right: &str) -> bool {
    let [left, right] = [left, right].map(|name| name.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>());
    let (long, short) = if left.len() >= right.len() { (left, right) } else { (right, left) };
    !short.is_empty() && short.len() * 2 >= long.len() && long.windows(short.len()).any(|part| part == short)
}

/// An annotated relation or event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldRelation {
    /// The line of the report that it counts in.
    pub row: String,
    /// Relations that it may be; none if `row` is a type of PLOVER.
    pub relations: Vec<String>,
    /// Who may stand at the two ends; an event with three participants has three pairs.
    pub pairs: Vec<[End; 2]>,
    /// Whether the ends may change places.
    pub is_symmetric: bool,
}

/// An annotated text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldDocument {
    /// Its name.
    pub id: String,
    /// The data set.
    pub set: String,
    /// The text.
    pub text: String,
    /// What is annotated with both ends.
    pub relations: Vec<GoldRelation>,
    /// Whether an edge that is not annotated is wrong.
    pub is_complete: bool,
}

/// A relation that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Class of the relation.
    pub relation: String,
    /// Its type of PLOVER, if the statement gives one.
    pub plover: Option<String>,
    /// First and second end.
    pub ends: [End; 2],
    /// Whether the relation has no direction.
    pub is_symmetric: bool,
    /// How it reads: relation, ends and rule.
    pub shown: String,
}

impl Edge {
    /// The types of PLOVER that it may be, the usual one first.
    fn plover_types(&self) -> Vec<&str> {
        if let Some(given) = &self.plover {
            let renamed = PLOVER_RENAMED.iter().filter(|(new, _)| new == given).map(|(_, old)| *old);
            return renamed.chain([given.as_str()]).collect();
        }
        if self.relation == "opposes" {
            return PLOVER_OPPOSES.to_vec();
        }
        let types = PLOVER_TYPES.iter().find(|(relation, _)| *relation == self.relation);
        types.map_or(Vec::new(), |(_, types)| types.to_vec())
    }

    fn is_a(&self, gold: &GoldRelation) -> bool {
        if gold.relations.is_empty() {
            self.plover_types().contains(&gold.row.as_str())
        } else {
            gold.relations.contains(&self.relation)
        }
    }

    /// Whether the edge says what was annotated.
    fn matches(&self, gold: &GoldRelation) -> bool {
        let [subject, object] = &self.ends;
        let may_turn = self.is_symmetric || gold.is_symmetric;
        let joins = |[first, second]: &[End; 2]| {
            (first.touches(subject) && second.touches(object))
                || (may_turn && first.touches(object) && second.touches(subject))
        };
        self.is_a(gold) && gold.pairs.iter().any(joins)
    }
}

/// Scores of one data set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SetScores {
    /// By line of the report.
    pub rows: BTreeMap<String, SidedCounts>,
    /// Texts read.
    pub documents: usize,
    /// Whether the figures on what was found mean something.
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

/// What one text adds: the annotated relations that were missed and the edges that are not annotated.
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
    /// Every edge counts in one line: that of the first annotation it matches, else the first that its relation may stand
    /// for; edges whose relation no label of the set stands for are left out.
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
            let Some(row) = matched.or_else(|| reader::row_of(&gold.set, edge)) else { continue };
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
    use super::*;

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

    #[test]
    fn names_are_alike_if_one_has_half_of_the_other() {
        assert!(are_alike("security council", "council"));
        assert!(!are_alike("members of the council", "council"));
        assert!(!are_alike("counc", "council"));
    }
}
