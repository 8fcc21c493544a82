//! What the user types in, files and messages out.
//!
//! Each command turns its arguments into checked objects first, then works. Only this module prints.

mod args;
mod build;
mod data;
mod eval_names;
mod eval_split;
mod mentions;
mod met;
mod report;
mod train_names;

use std::path::PathBuf;
use std::process::ExitCode;

pub(crate) use args::Arguments;
pub(crate) use report::report_failure;

use args::Command;
use whomet::document::DocumentError;
use whomet::export::ExportError;
use whomet::graph::GraphReadError;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All done.
    Done,
    /// Done, but some inputs were not read.
    DoneWithProblems,
    /// Nothing done.
    NotDone,
}

impl Outcome {
    /// How a command ended that met these problems on the way.
    fn of(problems: &[DocumentError]) -> Self {
        if problems.is_empty() { Self::Done } else { Self::DoneWithProblems }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::DoneWithProblems => Self::from(1),
            Outcome::NotDone => Self::from(2),
        }
    }
}

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    #[error("{path}: {source}", path = .path.display())]
    Graph { path: PathBuf, source: GraphReadError },
    #[error("{path}: {source}", path = .path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("{path}: {source}", path = .path.display())]
    Export { path: PathBuf, source: ExportError },
    #[error("{path}: {what}", path = .path.display())]
    Names { path: PathBuf, what: Box<dyn std::error::Error + Send + Sync> },
    #[error("standard output: {0}")]
    Stdout(ExportError),
    #[error("{path}: the extension names no format; expected one of {known}, or give --format", path = .path.display())]
    UnknownFormat { path: PathBuf, known: String },
    #[error("nothing to build: none of the inputs holds a usable article")]
    NothingUsable,
    #[error("no graph to ask: give --graph FILE, or articles to read, or run this where graph.json lies")]
    NoGraph,
    #[error("nobody and nothing is called \"{name}\"{hint}")]
    UnknownName { name: String, hint: String },
    #[error(transparent)]
    Data(#[from] whomet::error::Error),
    #[error("cannot start {count} threads: {source}")]
    Threads { count: usize, source: rayon::ThreadPoolBuildError },
}

/// Runs the command that was typed in.
pub(crate) fn run(arguments: Arguments) -> Result<Outcome, CliError> {
    match arguments.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Met(arguments) => met::run(&arguments),
        Command::TrainNames(command) => command.run(&mut report::line).map(|()| Outcome::Done),
        Command::EvalNames(command) => {
            report::print(&command.run()?);
            Ok(Outcome::Done)
        }
        Command::EvalSplit(command) => {
            report::print(&command.run()?);
            Ok(Outcome::Done)
        }
        Command::Mentions(arguments) => mentions::run(&arguments),
    }
}
