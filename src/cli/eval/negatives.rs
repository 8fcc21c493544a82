//! `whomet eval negatives`: counts the relations found in sentences that mostly state none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;
use whomet::corpus::{LabeledDocument, read_bio, read_proper_nouns};
use whomet::evaluation::negatives::{Drawn, NamedSentence, named_sentences, sample};
use whomet::pipeline::build;

use crate::cli::data::Data;
use crate::cli::error::{CliError, fault};
use crate::cli::files::read_string;
use crate::cli::outcome::Outcome;
use crate::cli::report::print;
use crate::cli::shared_args::DataArguments;

/// Which sentences to read.
#[derive(Debug, Args)]
pub(crate) struct EvalNegatives {
    /// Names in two columns (.bio), or treebanks whose proper nouns are the names (.conllu).
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Print a random sample of this many relations with their sentences.
    #[arg(long, value_name = "N", default_value_t = 0)]
    sample: usize,

    /// Seed of the sample.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,

    #[command(flatten)]
    data: DataArguments,
}

impl EvalNegatives {
    /// Reads each sentence as an article and prints the report.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let data = Data::read(&self.data)?;
        let mut sentences = Vec::new();
        for path in &self.files {
            sentences.extend(named_sentences(&labeled(path)?));
        }
        let settings = data.settings();
        let read = |sentence: &NamedSentence| sentence.drawn(&build([sentence.document()], &settings).graph);
        let drawn: Vec<Drawn> = sentences.par_iter().flat_map_iter(read).collect();
        let mut out = String::new();
        for edge in sample(&drawn, self.sample, self.seed) {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{} | {} | {}\n    {}", edge.relation, edge.shown, edge.rule, edge.sentence.text);
        }
        out.push_str(&table(&drawn, sentences.len()));
        print(&out);
        Ok(Outcome::Done)
    }
}

fn labeled(path: &Path) -> Result<Vec<LabeledDocument>, CliError> {
    let text = read_string(path)?;
    if path.extension().is_some_and(|extension| extension == "conllu") {
        return read_proper_nouns(&text).map_err(|error| fault(path, error));
    }
    read_bio(&text).map_err(|error| fault(path, error))
}

/// Relations per thousand sentences, by class and rule.
fn table(drawn: &[Drawn], sentences: usize) -> String {
    let per_thousand = |count: usize| count as f64 * 1000.0 / sentences.max(1) as f64;
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for edge in drawn {
        *counts.entry((&edge.relation, "all")).or_default() += 1;
        *counts.entry((&edge.relation, &edge.rule)).or_default() += 1;
    }
    let mut out = format!("{:<20} {:<28} {:>6} {:>14}\n", "relation", "rule", "found", "per thousand");
    for ((relation, rule), count) in counts {
        let _ = writeln!(out, "{relation:<20} {rule:<28} {count:>6} {:>14.1}", per_thousand(count));
    }
    let _ = writeln!(out, "{:<20} {:<28} {:>6} {:>14.1}", "all", "all", drawn.len(), per_thousand(drawn.len()));
    let _ = writeln!(out, "{sentences} sentences with at least two names");
    out
}
