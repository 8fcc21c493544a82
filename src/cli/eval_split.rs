//! `eval split`: treebanks in, how well their raw text is split into sentences and tokens out.

use std::ops::Range;
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use whomet::analysis::analyze;
use whomet::document::Document;
use whomet::evaluation::names::Counts;
use whomet::evaluation::raw_text::{RawDocument, SplitScores, read_raw_text};
use whomet::span::Span;

use super::CliError;
use super::train_names::read;

/// Score sentences and tokens on the raw text of treebanks in CoNLL-U
#[derive(Debug, Args)]
pub(crate) struct EvalSplit {
    /// Treebanks, scored together
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Score only documents whose id contains this, for instance "_news_"
    #[arg(long, value_name = "PART", default_value = "")]
    documents: String,
    /// List the tokens and sentences that differ
    #[arg(long)]
    errors: bool,
}

impl EvalSplit {
    /// Splits the texts and returns the report.
    pub(crate) fn run(&self) -> Result<String, CliError> {
        let mut scores = SplitScores::default();
        let mut report = String::new();
        let (mut bytes, mut seconds) = (0, 0.0);
        for path in &self.files {
            for document in read_raw_text(&read(path)?).iter().filter(|found| found.id.contains(&self.documents)) {
                let started = Instant::now();
                let found = split(document);
                seconds += started.elapsed().as_secs_f64();
                bytes += document.text.len();
                scores.add(document, &found);
                if self.errors {
                    report.push_str(&differences(document, &found));
                }
            }
        }
        for (what, counts) in [("tokens", scores.tokens), ("sentences", scores.sentences)] {
            report.push_str(&row(what, counts));
        }
        let tokens = (scores.tokens.hits + scores.tokens.false_alarms) as f64;
        report.push_str(&format!("{bytes} bytes, {:.0} tokens/s\n", tokens / seconds));
        Ok(report)
    }
}

fn row(what: &str, counts: Counts) -> String {
    let (precision, recall, f1) = (counts.precision() * 100.0, counts.recall() * 100.0, counts.f1() * 100.0);
    format!("{what:<10} {precision:>7.2} {recall:>7.2} {f1:>7.2}\n")
}

/// Tokens of each sentence of the document's text, split anew; the whole text is taken for its body.
pub(super) fn split(document: &RawDocument) -> Vec<Vec<Range<usize>>> {
    let mut whole = Document::from_text(&document.id, document.text.as_str());
    whole.body = Span::new(0, document.text.len());
    whole.dateline = None;
    let sentences = analyze(whole).sentences;
    sentences.iter().map(|sentence| sentence.tokens.iter().map(|token| token.span.range()).collect()).collect()
}

/// One line for each stretch of text whose tokens differ, and for each sentence end on one side only.
fn differences(document: &RawDocument, found: &[Vec<Range<usize>>]) -> String {
    let mut lines = String::new();
    let (annotated, ours) = (document.sentences.concat(), found.concat());
    for token in ours.iter().filter(|token| annotated.binary_search_by_key(&(token.start, token.end), ends).is_err()) {
        let touching = annotated.iter().filter(|other| other.start < token.end && token.start < other.end);
        let theirs: Vec<&str> = touching.map(|other| &document.text[other.clone()]).collect();
        lines.push_str(&format!("token\t{}\t{}\n", &document.text[token.clone()], theirs.join("|")));
    }
    let last =
        |sentences: &[Vec<Range<usize>>]| sentences.iter().filter_map(|s| Some(s.last()?.end)).collect::<Vec<_>>();
    let (annotated, ours) = (last(&document.sentences), last(found));
    for (what, ends, others) in [("extra end", &ours, &annotated), ("missed end", &annotated, &ours)] {
        for end in ends.iter().filter(|end| !others.contains(end)) {
            let before: String =
                document.text[..*end].chars().rev().take(50).collect::<Vec<_>>().into_iter().rev().collect();
            let after: String = document.text[*end..].chars().take(40).collect();
            lines.push_str(&format!("{what}\t{before:?} | {after:?}\n"));
        }
    }
    lines
}

fn ends(range: &Range<usize>) -> (usize, usize) {
    (range.start, range.end)
}
