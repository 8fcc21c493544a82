//! `whomet eval relations`: scores relations on annotated relations and events.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use whomet::document::Document;
use whomet::evaluation::SidedCounts;
use whomet::evaluation::relations::{Differences, GoldDocument, RelationScores, SetScores, edges, read};
use whomet::pipeline::read_document;

use crate::cli::data::Data;
use crate::cli::error::CliError;
use crate::cli::files::read_string;
use crate::cli::outcome::Outcome;
use crate::cli::report::print;
use crate::cli::shared_args::DataArguments;

/// What to score the relations on.
#[derive(Debug, Args)]
pub(crate) struct EvalRelations {
    /// Records of re3d, PLOVER, PETRARCH, RAMS or WikiEvents as JSON Lines.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// List the relations that were missed and those that are not annotated.
    #[arg(long)]
    errors: bool,

    #[command(flatten)]
    data: DataArguments,
}

impl EvalRelations {
    /// Reads the texts and prints the report.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let data = Data::read(&self.data)?;
        let mut scores = RelationScores::default();
        let mut out = String::new();
        for path in &self.files {
            let documents =
                read(&read_string(path)?).map_err(|source| CliError::Records { path: path.clone(), source })?;
            for document in &documents {
                let record = read_document(Document::all_body(&document.id, document.text.as_str()), &data.settings());
                let differences = scores.add(document, &edges(&record, data.ontology()));
                if self.errors {
                    out.push_str(&shown(document, &differences));
                }
            }
        }
        out.push_str(&table(&scores));
        print(&out);
        Ok(Outcome::Done)
    }
}

fn table(scores: &RelationScores) -> String {
    let mut out = format!(
        "{:<12} {:<22} {:>9} {:>7} {:>7} {:>6} {:>8} {:>7}\n",
        "set", "label", "precision", "recall", "F1", "found", "correct", "extra"
    );
    for (set, scores) in &scores.sets {
        for (row, counts) in &scores.rows {
            out.push_str(&line(set, row, *counts, scores));
        }
        out.push_str(&line(set, "all", scores.total(), scores));
    }
    out.push_str("extra: relations found and not annotated, per text\n");
    out
}

fn line(set: &str, row: &str, counts: SidedCounts, scores: &SetScores) -> String {
    let share = |value: f64| format!("{:.1}", value * 100.0);
    let found = |value: String| if scores.is_complete { value } else { "-".to_owned() };
    let extra = (counts.found as f64 - counts.found_right) / scores.documents.max(1) as f64;
    format!(
        "{set:<12} {row:<22} {:>9} {:>7} {:>7} {:>6} {:>8} {:>7}\n",
        found(share(counts.precision())),
        share(counts.recall()),
        found(share(counts.f1())),
        found(counts.found.to_string()),
        counts.correct,
        found(format!("{extra:.2}")),
    )
}

/// One line for each difference, and the text they are in.
fn shown(document: &GoldDocument, differences: &Differences) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    for row in &differences.missed {
        let _ = writeln!(out, "missed\t{}\t{row}\t{}", document.set, document.id);
    }
    for edge in &differences.extra {
        let _ = writeln!(out, "extra\t{}\t{edge}\t{}", document.set, document.id);
    }
    if !out.is_empty() && document.text.len() < 600 {
        let _ = writeln!(out, "\t{}", document.text.replace('\n', " "));
    }
    out
}
