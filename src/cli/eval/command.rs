//! The subcommands of `whomet eval`.

use clap::Subcommand;

use super::conllu::EvalConllu;
use super::coreference::EvalCoreference;
use super::gold::EvalGold;
use super::names::EvalNames;
use super::negatives::EvalNegatives;
use super::pairs::EvalPairs;
use super::re3d::EvalRe3d;
use super::relations::EvalRelations;

const EXAMPLES: &str = "\
Examples:
  whomet eval conllu en_ewt-ud-test.conllu --gold-tokens
  whomet eval conllu en_gum-ud-dev.conllu en_gum-ud-test.conllu --documents _news_
  whomet eval coreference en_gum-ud-dev.conllu --documents _news_
  whomet eval gold articles/ --misses";

/// What to evaluate.
#[derive(Debug, Subcommand)]
#[command(after_help = EXAMPLES)]
pub(crate) enum EvalCommand {
    /// Score the analysis against treebanks in CoNLL-U, as the CoNLL 2018 shared task does; from raw
    /// text unless --gold-tokens is given.
    Conllu(EvalConllu),
    /// Score the name finder on a two-column BIO file.
    Names(EvalNames),
    /// Score coreference on treebanks with the chains of GUM, next to a baseline that joins equal names.
    Coreference(EvalCoreference),
    /// Score the mentions on the documents of re3d, by surface form.
    Re3d(EvalRe3d),
    /// Score the graphs of articles on annotated graphs, and say where missed relations were lost.
    Gold(EvalGold),
    /// Score the relations on records of re3d, PLOVER, PETRARCH, RAMS and WikiEvents.
    Relations(EvalRelations),
    /// Count the relations found in sentences with several names, most of which state none.
    Negatives(EvalNegatives),
    /// Score the comparison of names, on pairs made from the shipped lists or taken from annotated texts.
    Pairs(EvalPairs),
}
