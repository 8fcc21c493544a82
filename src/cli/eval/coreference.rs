//! `whomet eval coreference`: scores chains of mentions next to a baseline.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use whomet::corpus::select_documents;
use whomet::evaluation::chain_scores::{ChainScores, score};
use whomet::evaluation::found_chains::{equal_name_chains, found_chains, found_links, is_name};
use whomet::evaluation::gum::{GumChain, GumDocument, read_chains};
use whomet::evaluation::mention_alignment::{AlignedMention, align, annotated_chains};
use whomet::ids::RuleName;
use whomet::pipeline::read_document;
use whomet::record::ReadDocument;
use whomet::span::{Byte, Span};

use super::shares::shares;
use crate::cli::data::Data;
use crate::cli::error::CliError;
use crate::cli::files::read_conllu;
use crate::cli::outcome::Outcome;
use crate::cli::report::print;
use crate::cli::shared_args::DataArguments;

/// Bytes of text shown on each side of an error.
const AROUND: usize = 60;

/// What to score the chains on.
#[derive(Debug, Args)]
pub(crate) struct EvalCoreference {
    /// Treebanks in CoNLL-U with the `Entity` brackets of GUM, scored together.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// Score only documents whose id contains this, for instance "_news_".
    #[arg(long, value_name = "PART")]
    documents: Option<String>,

    /// List each annotated chain as it was found, and the mentions that are in none.
    #[arg(long)]
    errors: bool,

    #[command(flatten)]
    data: DataArguments,
}

/// Scores gathered on the way; of each pair the first is the system's, the second the baseline's.
#[derive(Default)]
struct Gathered {
    all: [ChainScores; 2],
    names: [ChainScores; 2],
    sieves: BTreeMap<RuleName, Judged>,
    documents: usize,
    chains: usize,
    lines: String,
}

/// The links of a sieve: to a mention of the same annotated chain, of another one, or of none.
#[derive(Default)]
struct Judged {
    right: usize,
    wrong: usize,
    open: usize,
}

impl EvalCoreference {
    /// Reads the texts anew and prints the report.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let data = Data::read(&self.data)?;
        let settings = data.settings();
        let mut gathered = Gathered::default();
        for path in &self.files {
            let mut treebank = read_conllu(path)?;
            if let Some(part) = &self.documents {
                treebank = select_documents(treebank, |id| id.contains(part.as_str()));
            }
            let documents = read_chains(&treebank).map_err(|source| CliError::Gum { path: path.clone(), source })?;
            for document in documents {
                gathered.add(&document, &read_document(document.raw.document(), &settings));
            }
        }
        print(&gathered.report(self.errors));
        Ok(Outcome::Done)
    }
}

impl Gathered {
    fn add(&mut self, document: &GumDocument, record: &ReadDocument) {
        let correct = &document.chains;
        let correct_names: Vec<GumChain> = correct.iter().map(GumChain::names).collect();
        let found = found_chains(&record.mentions, &record.chains, |_| true);
        let found_names = found_chains(&record.mentions, &record.chains, is_name);
        let baseline = equal_name_chains(&record.mentions);
        let judge = |found: &[Vec<Span<Byte>>], correct: &[GumChain]| {
            let (found, correct) = align(found, correct);
            score(&found, &correct)
        };
        self.all[0] += judge(&found, correct);
        self.all[1] += judge(&baseline, correct);
        self.names[0] += judge(&found_names, &correct_names);
        self.names[1] += judge(&baseline, &correct_names);
        self.documents += 1;
        self.chains += correct.len();
        self.lines.push_str(&comparison(document, &found));
        self.judge_sieves(document, record);
    }

    fn judge_sieves(&mut self, document: &GumDocument, record: &ReadDocument) {
        let spans: Vec<Span<Byte>> = found_chains(&record.mentions, &record.chains, |_| true).concat();
        let meant: BTreeMap<Span<Byte>, Option<usize>> =
            spans.iter().copied().zip(annotated_chains(&spans, &document.chains)).collect();
        let chain_of = |span: &Span<Byte>| meant.get(span).copied().flatten();
        for link in found_links(&record.mentions, &record.chains) {
            let judged = self.sieves.entry(link.sieve.clone()).or_default();
            match (chain_of(&link.mention), chain_of(&link.antecedent)) {
                (Some(one), Some(other)) if one == other => judged.right += 1,
                (Some(_), Some(_)) => {
                    judged.wrong += 1;
                    let text = &document.raw.text;
                    let (mention, antecedent) = (in_context(text, link.mention), link.antecedent.slice(text));
                    let _ = writeln!(self.lines, "  wrong by {}: to {antecedent}, in: {mention}", link.sieve.as_str());
                }
                _ => judged.open += 1,
            }
        }
    }

    fn report(&self, errors: bool) -> String {
        let mut out = if errors { self.lines.clone() } else { String::new() };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{} documents, {} chains with a name", self.documents, self.chains);
        for (what, pair) in [("all mentions", self.all), ("names only", self.names)] {
            let _ = writeln!(
                out,
                "\n{what:<24} {:>9} {:>9} {:>9} {:>7} {:>7}",
                "precision", "recall", "F1", "found", "correct"
            );
            for (system, scores) in ["system", "equal names"].into_iter().zip(pair) {
                for (measure, counts) in scores.rows() {
                    let _ = writeln!(out, "{system:<12} {measure:<11} {}", shares(counts));
                }
            }
        }
        let _ = writeln!(out, "\n{:<24} {:>9} {:>9} {:>14}", "sieve", "right", "wrong", "not annotated");
        for (sieve, Judged { right, wrong, open }) in &self.sieves {
            let _ = writeln!(out, "{:<24} {right:>9} {wrong:>9} {open:>14}", sieve.as_str());
        }
        out
    }
}

/// The annotated chains of a document, each with the parts it was found in and what is missing; then the mentions
/// found where none is annotated.
fn comparison(document: &GumDocument, found: &[Vec<Span<Byte>>]) -> String {
    let (aligned, correct) = align(found, &document.chains);
    let surface = |span: Span<Byte>| span.slice(&document.raw.text).replace('\n', " ");
    let mut out = format!("{}\n", document.raw.id);
    for (chain, members) in document.chains.iter().zip(&correct) {
        let names = |is_listed: &dyn Fn(&AlignedMention) -> bool| {
            let listed = members.iter().zip(&chain.mentions).filter(|(member, _)| is_listed(member));
            listed.map(|(_, mention)| surface(mention.name)).collect::<Vec<_>>().join(", ")
        };
        let _ = writeln!(out, "  {:?}", chain.entity_type);
        for part in &aligned {
            let strangers = part.iter().filter(|member| !members.contains(member)).count();
            if strangers < part.len() {
                let _ =
                    writeln!(out, "    together with {strangers} others: {}", names(&|member| part.contains(member)));
            }
        }
        let missed = names(&|member| !aligned.iter().any(|part| part.contains(member)));
        if !missed.is_empty() {
            let _ = writeln!(out, "    missed: {missed}");
        }
    }
    let mentions = aligned.iter().flatten().zip(found.iter().flatten());
    for (_, span) in mentions.filter(|(member, _)| matches!(member, AlignedMention::Spurious(_))) {
        let around = in_context(&document.raw.text, *span);
        let _ = writeln!(out, "  not annotated: {}, in: {around}", surface(*span));
    }
    out
}

/// The passage with some text on both sides, on one line.
fn in_context(text: &str, span: Span<Byte>) -> String {
    let (start, end) = (span.start().saturating_sub(AROUND), (span.end() + AROUND).min(text.len()));
    let around = Span::<Byte>::new(text.floor_char_boundary(start), text.ceil_char_boundary(end));
    around.slice(text).replace('\n', " ")
}
