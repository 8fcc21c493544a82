//! The subcommands of `whomet train`.

use clap::Subcommand;

use super::names::TrainNames;
use super::treebank_models::TrainArguments;

const EXAMPLES: &str = "\
Examples:
  whomet train tagger en_ewt-ud-train.conllu -o models/tagger.bin
  whomet build articles/ --models models -o graph.json

CONTRIBUTING.md has the commands that made the shipped models.";

/// What to train.
#[derive(Debug, Subcommand)]
#[command(after_help = EXAMPLES)]
pub(crate) enum TrainCommand {
    /// Train the part-of-speech tagger.
    Tagger(TrainArguments),
    /// Train the lemmatizer.
    Lemmatizer(TrainArguments),
    /// Train the dependency parser on the tags that a tagger gives.
    Parser(TrainArguments),
    /// Train the name finder.
    Names(TrainNames),
}
