//! What `whomet eval` was told to do, unchecked.

use clap::Subcommand;

use super::conllu::EvalConllu;
use super::coreference::EvalCoreference;
use super::names::EvalNames;
use super::negatives::EvalNegatives;
use super::pairs::EvalPairs;
use super::re3d::EvalRe3d;
use super::relations::EvalRelations;

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
    Conllu(EvalConllu),
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
