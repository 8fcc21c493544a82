//! Runs the commands of the `whomet` program.
//!
//! Each command first turns its arguments into checked objects and then does its work. Only this module prints.

mod analyze;
mod args;
mod ask;
mod build;
mod compare;
mod data;
mod error;
#[cfg(feature = "evaluation")]
mod eval;
mod explain;
mod export;
mod files;
mod formats;
mod help;
mod judging;
mod mentions;
mod outcome;
mod output;
mod project;
mod reading_notes;
mod report;
mod review;
mod rules;
mod selection_args;
mod shared_args;
mod source;
mod text;
mod threads;
#[cfg(feature = "training")]
mod train;
mod view;

pub(crate) use args::Arguments;
pub(crate) use help::arguments;
pub(crate) use outcome::Outcome;
pub(crate) use report::report_failure;

use args::Command;
use error::{CliError, in_project};

/// Runs a command.
pub(crate) fn run(arguments: Arguments) -> Result<Outcome, CliError> {
    match arguments.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Add(arguments) => project::add(&arguments),
        Command::Remove(arguments) => project::remove(&arguments),
        Command::Update(arguments) => project::update(&arguments),
        Command::Status(arguments) => project::status(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Formats => Ok(formats::run()),
        Command::Review(arguments) => review::run(&arguments),
        Command::Judge(arguments) => judging::judge(&arguments),
        Command::Merge(arguments) => judging::merge(&arguments),
        Command::Split(arguments) => judging::split(&arguments),
        Command::Undo(arguments) => judging::undo(&arguments),
        Command::Log(arguments) => judging::log(&arguments),
        Command::Import(arguments) => judging::import(&arguments),
        Command::Why(arguments) => judging::why(&arguments),
        Command::View(arguments) => view::run(&arguments),
        Command::Met(arguments) => ask::met(&arguments),
        Command::Show(arguments) => ask::show(&arguments),
        Command::Path(arguments) => ask::path(&arguments),
        Command::Timeline(arguments) => ask::timeline(&arguments),
        Command::Common(arguments) => ask::common(&arguments),
        Command::List(arguments) => ask::list(&arguments),
        Command::Search(arguments) => ask::search(&arguments),
        Command::Central(arguments) => ask::central(&arguments),
        Command::Contradictions(arguments) => ask::contradictions(&arguments),
        Command::Changes(arguments) => ask::changes(&arguments),
        Command::Sparql(arguments) => ask::sparql(&arguments),
        Command::Sql(arguments) => ask::sql(&arguments),
        Command::Completions(arguments) => Ok(help::completions(&arguments)),
        Command::Man(arguments) => help::man(&arguments),
        Command::Mentions(arguments) => mentions::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Text(arguments) => text::run(&arguments),
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Rules(command) => rules::run(command),
        #[cfg(feature = "training")]
        Command::Train(command) => train::run(&command),
        #[cfg(feature = "evaluation")]
        Command::Eval(command) => eval::run(&command),
    }
}
