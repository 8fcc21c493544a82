//! The tables of `whomet eval gold`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Value, json};
use whomet::evaluation::Counts;
use whomet::evaluation::gold::{Cause, GoldScores};
use whomet::ontology::RelationType;

/// Width of the names of rows.
const NAMES: usize = 30;

/// The rows of the table of scores: all entities and relations, then each type.
pub(super) fn score_rows(scores: &GoldScores) -> Vec<(String, Counts)> {
    let mut rows = vec![
        ("entities, any type".to_owned(), scores.entities),
        ("entities, typed".to_owned(), scores.typed_entities),
        ("relations, any status".to_owned(), scores.relations),
        ("relations, with status".to_owned(), scores.relations_with_status),
    ];
    rows.extend(scores.by_entity_type.iter().map(|(name, counts)| (format!("entity {name}"), *counts)));
    rows.extend(scores.by_relation.iter().map(|(name, counts)| (format!("relation {name}"), *counts)));
    rows
}

/// Precision, recall and F1 in percent, then what is right, too much and missing.
pub(super) fn score_table(scores: &GoldScores, articles: usize) -> String {
    let heads = ["precision", "recall", "F1", "right", "extra", "missed"];
    let row = |name: &str, fields: Vec<String>| line(name, fields.into_iter().map(|field| (field, 10)));
    let mut out = row("", heads.map(str::to_owned).to_vec());
    for (name, counts) in score_rows(scores) {
        let shares = [counts.precision(), counts.recall(), counts.f1()].map(|share| format!("{:.1}", share * 100.0));
        let counts = [counts.hits, counts.extra(), counts.missed()].map(|count| count.to_string());
        out.push_str(&row(&name, [shares, counts].concat()));
    }
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{} of {} pieces of evidence are not in their article", scores.bad_evidence, scores.evidence);
    for (relation, count) in &scores.other_relations {
        let _ = writeln!(out, "{count} edges of {relation}, which the annotations do not have");
    }
    let _ = writeln!(out, "{articles} articles");
    out
}

/// A row of a table, whose fields come with the width of their columns.
fn line(name: &str, fields: impl Iterator<Item = (String, usize)>) -> String {
    let fields: String = fields.map(|(field, width)| format!("{field:>width$}")).collect();
    format!("{name:<NAMES$}{fields}\n")
}

/// How many misses of each relation have each cause.
pub(super) struct CauseCounts(BTreeMap<Cause, BTreeMap<RelationType, usize>>);

impl FromIterator<(Cause, RelationType)> for CauseCounts {
    fn from_iter<I: IntoIterator<Item = (Cause, RelationType)>>(misses: I) -> Self {
        let mut counts: BTreeMap<Cause, BTreeMap<RelationType, usize>> = BTreeMap::new();
        for (cause, relation) in misses {
            *counts.entry(cause).or_default().entry(relation).or_default() += 1;
        }
        Self(counts)
    }
}

impl CauseCounts {
    /// The sum for each relation over the causes for which `is_counted`.
    fn sum(&self, is_counted: impl Fn(Cause) -> bool) -> BTreeMap<RelationType, usize> {
        let mut sum = BTreeMap::new();
        for (relation, count) in self.0.iter().filter(|(cause, _)| is_counted(**cause)).flat_map(|(_, counts)| counts) {
            *sum.entry(*relation).or_default() += count;
        }
        sum
    }

    pub(super) fn as_json(&self) -> Value {
        let row = |(cause, counts): (&Cause, &BTreeMap<RelationType, usize>)| {
            let relations: BTreeMap<&str, usize> = counts.iter().map(|(name, count)| (name.as_str(), *count)).collect();
            json!({"step": cause.step(), "detail": cause.detail(), "relations": relations})
        };
        self.0.iter().map(row).collect()
    }
}

/// One row for each step that failed and, below it, for each way in which it failed; one column for each relation.
pub(super) fn cause_table(counts: &CauseCounts) -> String {
    let total = counts.sum(|_| true);
    let relations: Vec<RelationType> = total.keys().copied().collect();
    let heads: Vec<&str> = relations.iter().map(RelationType::as_str).chain(["all"]).collect();
    let widths = heads.iter().map(|head| head.len().max(4) + 2);
    let row = |name: &str, counts: &BTreeMap<RelationType, usize>| {
        let shown = |count: usize| if count == 0 { "-".to_owned() } else { count.to_string() };
        let fields = relations.iter().map(|relation| counts.get(relation).copied().unwrap_or_default());
        line(name, fields.chain([counts.values().sum()]).map(shown).zip(widths.clone()))
    };
    let mut out = line("lost at", heads.iter().map(|head| (*head).to_owned()).zip(widths.clone()));
    let mut steps = BTreeSet::new();
    for (cause, relations) in &counts.0 {
        if steps.insert(cause.step()) {
            out.push_str(&row(cause.step(), &counts.sum(|other| other.step() == cause.step())));
        }
        if let Some(detail) = cause.detail() {
            out.push_str(&row(&format!("  {detail}"), relations));
        }
    }
    out.push_str(&row("all", &total));
    out
}
