//! `whomet eval pairs`: scores the comparison of names.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use whomet::evaluation::name_pairs::{
    ClassScores, KindScores, NamePair, PairScores, Tally, Truth, document_pairs, lexicon_pairs,
};
use whomet::resolution::{Comparison, Verdict};

use crate::cli::data::Data;
use crate::cli::error::CliError;
use crate::cli::files::read_string;
use crate::cli::outcome::Outcome;
use crate::cli::report::print;
use crate::cli::shared_args::DataArguments;

/// Which pairs to compare.
#[derive(Debug, Args)]
pub(crate) struct EvalPairs {
    /// Records of Re-DocRED as JSON Lines; without a file, pairs are made of the shipped lists.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// List the pairs that would be merged wrongly, and those that should be merged but would not be.
    #[arg(long)]
    errors: bool,

    #[command(flatten)]
    data: DataArguments,
}

impl EvalPairs {
    /// Compares the pairs and prints the report.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let data = Data::read(&self.data)?;
        let mut pairs = if self.files.is_empty() { lexicon_pairs() } else { Vec::new() };
        for path in &self.files {
            let records = read_string(path)?;
            pairs.extend(document_pairs(&records).map_err(|source| CliError::Records { path: path.clone(), source })?);
        }
        let mut scores = PairScores::default();
        let mut out = String::new();
        for pair in &pairs {
            let comparison = scores.add(pair, data.settings().lexicon);
            if self.errors {
                out.push_str(&shown(pair, &comparison));
            }
        }
        out.push_str(&classes(&scores));
        out.push_str(&kinds(&scores.kinds));
        print(&out);
        Ok(Outcome::Done)
    }
}

fn percent(share: f64) -> String {
    format!("{:.1}", share * 100.0)
}

fn classes(scores: &PairScores) -> String {
    let mut out = format!(
        "{:<24} {:>9} {:>7} {:>10} {:>10} {:>10} {:>10} {:>6} {:>7}\n",
        "class", "precision", "recall", "positives", "undecided", "negatives", "undecided", "open", "merged"
    );
    for ((class, is_lone), scores) in &scores.classes {
        let ClassScores { positives, negatives, open } = scores;
        let name = format!("{}{}", class.as_str(), if *is_lone { ", one word" } else { "" });
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{name:<24} {:>9} {:>7} {:>10} {:>10} {:>10} {:>10} {:>6} {:>7}",
            percent(scores.precision()),
            percent(scores.recall()),
            positives.pairs,
            percent(positives.share(positives.undecided)),
            negatives.pairs,
            percent(negatives.share(negatives.undecided)),
            open.pairs,
            percent(open.share(open.same)),
        );
    }
    let _ = writeln!(out, "{} pairs judged otherwise with the names in the other order\n", scores.one_sided);
    out
}

fn kinds(kinds: &KindScores) -> String {
    let mut out = format!(
        "{:<13} {:<10} {:<34} {:>6} {:>7} {:>10} {:>10}\n",
        "class", "truth", "kind", "pairs", "same", "undecided", "different"
    );
    for ((class, truth, kind), tally) in kinds {
        let share = |count: fn(Tally) -> usize| percent(tally.share(count(*tally)));
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{:<13} {:<10} {kind:<34} {:>6} {:>7} {:>10} {:>10}",
            class.as_str(),
            named(*truth),
            tally.pairs,
            share(|tally| tally.same),
            share(|tally| tally.undecided),
            share(Tally::different),
        );
    }
    out
}

fn named(truth: Truth) -> &'static str {
    match truth {
        Truth::Same => "same",
        Truth::Different => "different",
        Truth::Open => "open",
    }
}

/// One line for a pair that was judged wrongly or should have been merged; reasons with their bits.
fn shown(pair: &NamePair, comparison: &Comparison) -> String {
    let what = match (pair.truth, comparison.verdict) {
        (Truth::Different, Verdict::Same) => "merged",
        (Truth::Same, Verdict::Undecided) => "undecided",
        (Truth::Same, Verdict::Different) => "missed",
        _ => return String::new(),
    };
    let reasons: Vec<String> =
        comparison.reasons.iter().map(|reason| format!("{} {:+.1}", reason.words, reason.bits)).collect();
    format!(
        "{what}\t{}\t{}\t{}\t{}\t{:.2}\t{}\n",
        pair.class().as_str(),
        pair.kind,
        pair.left,
        pair.right,
        comparison.score,
        reasons.join("; "),
    )
}
