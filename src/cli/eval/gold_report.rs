//! What `whomet eval gold` prints, as text and as JSON.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use whomet::evaluation::Counts;
use whomet::evaluation::gold::{Cause, Difference, GoldScores, Miss};
use whomet::ontology::RelationType;

use super::gold_tables::{CauseCounts, cause_table, score_rows, score_table};

/// The scores of one article, and what of its differences and misses is to be listed.
pub(super) struct ScoredArticle {
    pub(super) name: String,
    pub(super) scores: GoldScores,
    pub(super) differences: Vec<Difference>,
    pub(super) misses: Vec<Miss>,
    /// The cause and the relation of each miss.
    pub(super) causes: Vec<(Cause, RelationType)>,
}

/// All articles, in the order in which they are listed.
pub(super) struct GoldReport {
    pub(super) articles: Vec<ScoredArticle>,
    /// Whether the causes of misses are counted.
    pub(super) has_causes: bool,
}

impl GoldReport {
    fn scores(&self) -> GoldScores {
        let scores = self.articles.iter().map(|article| article.scores.clone());
        scores.fold(GoldScores::default(), |mut total, scores| {
            total += scores;
            total
        })
    }

    fn causes(&self) -> CauseCounts {
        self.articles.iter().flat_map(|article| article.causes.iter().copied()).collect()
    }

    /// The differences, the misses, and the tables.
    pub(super) fn as_text(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        for (name, difference) in self.articles.iter().flat_map(ScoredArticle::differences) {
            let _ = writeln!(out, "{name}: {difference}");
        }
        for (name, miss) in self.articles.iter().flat_map(ScoredArticle::misses) {
            let _ = writeln!(out, "{name}: {miss}");
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&score_table(&self.scores(), self.articles.len()));
        if self.has_causes {
            let _ = write!(out, "\n{}", cause_table(&self.causes()));
        }
        out
    }

    /// The same as one object.
    pub(super) fn as_json(&self) -> String {
        let scores = self.scores();
        let rows = score_rows(&scores).into_iter().map(|(row, counts)| (row, shares(counts)));
        let others = scores.other_relations.iter().map(|(name, count)| (name.to_string(), json!(count)));
        let mut report = json!({
            "articles": self.articles.len(),
            "scores": rows.collect::<Map<String, Value>>(),
            "evidence": scores.evidence,
            "bad_evidence": scores.bad_evidence,
            "other_relations": others.collect::<Map<String, Value>>(),
            "errors": self.articles.iter().flat_map(ScoredArticle::differences).map(error).collect::<Value>(),
            "misses": self.articles.iter().flat_map(ScoredArticle::misses).map(miss).collect::<Value>(),
        });
        if self.has_causes {
            report["causes"] = self.causes().as_json();
        }
        format!("{report:#}\n")
    }
}

impl ScoredArticle {
    fn differences(&self) -> impl Iterator<Item = (&str, &Difference)> {
        self.differences.iter().map(|difference| (self.name.as_str(), difference))
    }

    fn misses(&self) -> impl Iterator<Item = (&str, &Miss)> {
        self.misses.iter().map(|miss| (self.name.as_str(), miss))
    }
}

fn shares(counts: Counts) -> Value {
    let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
    let (right, extra, missed) = (counts.hits, counts.extra(), counts.missed());
    json!({"precision": precision, "recall": recall, "f1": f1, "right": right, "extra": extra, "missed": missed})
}

fn error((article, difference): (&str, &Difference)) -> Value {
    json!({"article": article, "error": difference.to_string()})
}

fn miss((article, miss): (&str, &Miss)) -> Value {
    let Miss { relation, head, tail, status, cause, rule, sentence } = miss;
    json!({
        "article": article,
        "relation": relation,
        "head": head,
        "tail": tail,
        "status": status,
        "step": cause.step(),
        "detail": cause.detail(),
        "rule": rule,
        "sentence": sentence,
    })
}
