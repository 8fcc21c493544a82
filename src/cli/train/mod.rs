//! `whomet train`: trains a model on annotated texts.

mod command;
mod names;
mod progress_line;
mod treebank_models;
mod vectors;

pub(crate) use command::TrainCommand;

use super::error::CliError;
use super::outcome::Outcome;
use treebank_models::Model;

pub(super) fn run(command: &TrainCommand) -> Result<Outcome, CliError> {
    match command {
        TrainCommand::Tagger(arguments) => arguments.run(Model::Tagger),
        TrainCommand::Lemmatizer(arguments) => arguments.run(Model::Lemmatizer),
        TrainCommand::Parser(arguments) => arguments.run(Model::Parser),
        TrainCommand::Names(names) => names.run(),
        TrainCommand::Vectors(vectors) => vectors.run(),
    }
}
