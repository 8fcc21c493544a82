//! `whomet eval conllu`: scores the analysis on treebanks.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use whomet::analysis::conllu::Sentence;
use whomet::corpus::select_documents;
use whomet::evaluation::conllu_scores::{ConlluScores, score};
use whomet::evaluation::{analyze_raw, analyze_words};

use crate::cli::data::analyzer_of;
use crate::cli::error::CliError;
use crate::cli::files::read_conllu;
use crate::cli::outcome::Outcome;
use crate::cli::report::print;

/// Treebanks and what of them to score.
#[derive(Debug, Args)]
pub(crate) struct EvalConllu {
    /// Treebanks in CoNLL-U, scored together.
    #[arg(required = true)]
    files: Vec<PathBuf>,

    /// Keep the treebank's sentences and words; tags, lemmas and trees are found.
    #[arg(long)]
    gold_tokens: bool,

    /// Score only documents whose id contains this, for instance "_news_".
    #[arg(long, value_name = "PART")]
    documents: Option<String>,

    /// Score this analysis in CoNLL-U instead of making one.
    #[arg(long, value_name = "FILE", conflicts_with = "gold_tokens")]
    system: Option<PathBuf>,

    /// Folder with models to use in place of the shipped ones.
    #[arg(long, value_name = "DIR")]
    models: Option<PathBuf>,
}

impl EvalConllu {
    /// Analyzes the treebanks and prints the report.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let mut correct: Vec<Sentence> = Vec::new();
        for path in &self.files {
            correct.extend(read_conllu(path)?);
        }
        if let Some(part) = &self.documents {
            correct = select_documents(correct, |id| id.contains(part.as_str()));
        }
        let analyzer = analyzer_of(self.models.as_deref())?;
        let found = match &self.system {
            Some(path) => read_conllu(path)?,
            None if self.gold_tokens => analyze_words(&analyzer, &correct),
            None => analyze_raw(&analyzer, &correct),
        };
        print(&table(&score(&found, &correct)?));
        Ok(Outcome::Done)
    }
}

fn table(scores: &ConlluScores) -> String {
    let mut out = String::from("Measure    Precision  Recall      F1   Correct\n");
    for (name, counts) in scores.rows() {
        let [precision, recall, f1] = [counts.precision(), counts.recall(), counts.f1()].map(|share| share * 100.0);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{name:<10} {precision:>9.2} {recall:>7.2} {f1:>7.2} {:>9}", counts.correct);
    }
    out
}
