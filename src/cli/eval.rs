//! `whomet eval`: annotated texts in, a table of scores out.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use whomet::analysis::conllu::Sentence;
use whomet::corpus::select_documents;
use whomet::evaluation::conllu::{ConlluScores, score};
use whomet::evaluation::{analyze_raw, analyze_words};

use super::data::analyzer_of;
use super::eval_coreference::EvalCoreference;
use super::eval_names::EvalNames;
use super::eval_negatives::EvalNegatives;
use super::eval_pairs::EvalPairs;
use super::eval_re3d::EvalRe3d;
use super::eval_relations::EvalRelations;
use super::report::print;
use super::train::read_conllu;
use super::{CliError, Outcome};

const EXAMPLES: &str = "\
Examples:
  whomet eval conllu en_ewt-ud-test.conllu --gold-tokens
  whomet eval conllu en_gum-ud-dev.conllu en_gum-ud-test.conllu --documents _news_
  whomet eval coreference en_gum-ud-dev.conllu --documents _news_";

/// What to evaluate.
#[derive(Debug, Subcommand)]
#[command(after_help = EXAMPLES)]
pub(crate) enum EvalCommand {
    /// Score the analysis against treebanks in CoNLL-U, as the CoNLL 2018 shared task does; from raw
    /// text unless told otherwise.
    Conllu(ConlluArguments),
    /// Score the name finder on a two-column BIO file.
    Names(EvalNames),
    /// Score who is meant on treebanks with the chains of GUM, beside a baseline that joins equal names.
    Coreference(EvalCoreference),
    /// Score who and what is named on the documents of re3d, by surface form.
    Re3d(EvalRe3d),
    /// Score who did what to whom on records of re3d, PLOVER, PETRARCH, RAMS and WikiEvents.
    Relations(EvalRelations),
    /// Count what is stated of sentences with several names, most of which state nothing.
    Negatives(EvalNegatives),
    /// Score which of two names mean one thing, on pairs made of the shipped lists or taken from annotated texts.
    Pairs(EvalPairs),
}

/// Treebanks and what of them to score.
#[derive(Debug, Args)]
pub(crate) struct ConlluArguments {
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

pub(super) fn run(command: &EvalCommand) -> Result<Outcome, CliError> {
    let arguments = match command {
        EvalCommand::Names(names) => return names.run(),
        EvalCommand::Coreference(coreference) => return coreference.run(),
        EvalCommand::Re3d(re3d) => return re3d.run(),
        EvalCommand::Relations(relations) => return relations.run(),
        EvalCommand::Negatives(negatives) => return negatives.run(),
        EvalCommand::Pairs(pairs) => return pairs.run(),
        EvalCommand::Conllu(arguments) => arguments,
    };
    let mut correct: Vec<Sentence> = Vec::new();
    for path in &arguments.files {
        correct.extend(read_conllu(path)?);
    }
    if let Some(part) = &arguments.documents {
        correct = select_documents(correct, |id| id.contains(part.as_str()));
    }
    let analyzer = analyzer_of(arguments.models.as_deref())?;
    let found = match &arguments.system {
        Some(path) => read_conllu(path)?,
        None if arguments.gold_tokens => analyze_words(&analyzer, &correct),
        None => analyze_raw(&analyzer, &correct),
    };
    print(&table(&score(&found, &correct)?));
    Ok(Outcome::Done)
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
