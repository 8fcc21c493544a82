//! `whomet eval`: prints scores on annotated texts.

mod command;
mod conllu;
mod coreference;
mod gold;
mod gold_report;
mod gold_tables;
mod names;
mod negatives;
mod pairs;
mod re3d;
mod relations;
mod shares;

pub(crate) use command::EvalCommand;

use super::error::CliError;
use super::outcome::Outcome;

pub(super) fn run(command: &EvalCommand) -> Result<Outcome, CliError> {
    match command {
        EvalCommand::Conllu(conllu) => conllu.run(),
        EvalCommand::Names(names) => names.run(),
        EvalCommand::Coreference(coreference) => coreference.run(),
        EvalCommand::Re3d(re3d) => re3d.run(),
        EvalCommand::Gold(gold) => gold.run(),
        EvalCommand::Relations(relations) => relations.run(),
        EvalCommand::Negatives(negatives) => negatives.run(),
        EvalCommand::Pairs(pairs) => pairs.run(),
    }
}
