//! What the user types in, files and messages out.
//!
//! Each command turns its arguments into checked objects first, then works. Only this module prints.

mod analyse;
mod args;
mod build;
mod compare;
mod data;
mod eval;
mod eval_coreference;
mod eval_names;
mod eval_negatives;
mod eval_pairs;
mod eval_re3d;
mod eval_relations;
mod explain;
mod judging;
mod mentions;
mod met;
mod project;
mod report;
mod review;
mod train;
mod train_names;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) use args::Arguments;
pub(crate) use report::report_failure;

use args::Command;
use whomet::analysis::conllu::ConlluError;
use whomet::corpus::DocumentListError;
use whomet::evaluation::conllu::DifferentText;
use whomet::evaluation::gum::GumError;
use whomet::evaluation::re3d::Re3dError;
use whomet::evaluation::relations::RecordError;
use whomet::export::ExportError;
use whomet::graph::GraphReadError;
use whomet::project::ProjectError;
use whomet::training::TreebankError;

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
    /// How a command ended that met so many problems on the way.
    fn of(problems: usize) -> Self {
        if problems == 0 { Self::Done } else { Self::DoneWithProblems }
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
    #[error("nothing to add: none of the inputs holds a usable article")]
    NothingToAdd,
    #[error("{path}: {source}", path = .path.display())]
    Project { path: PathBuf, source: ProjectError },
    #[error("no graph to ask: give --graph FILE, or articles to read, or run this where graph.json lies")]
    NoGraph,
    #[error("nobody and nothing is called \"{name}\"{hint}")]
    UnknownName { name: String, hint: String },
    #[error("unknown relation \"{name}\"; expected one of {known}")]
    UnknownRelation { name: String, known: String },
    #[error("unknown type \"{name}\"{hint}")]
    UnknownType { name: String, hint: String },
    #[error("\"{name}\" names several things; give the id of one: {known}")]
    AmbiguousName { name: String, known: String },
    #[error("both names mean {name}, which is one thing already")]
    OneThing { name: String },
    #[error("{name} has one name only: --document says in which articles it means something else")]
    NothingToSplit { name: String },
    #[error("{part} is no part of {thing}; its parts are {known}")]
    NoPart { part: String, thing: String, known: String },
    #[error("{document} does not tell of {thing}")]
    NotThere { document: String, thing: String },
    #[error("{path}:{line}: expected a judgement as `whomet log --json` writes it: {source}", path = .path.display())]
    Judgement { path: PathBuf, line: usize, source: serde_json::Error },
    #[error("expected a name with letters or digits, found \"{0}\"")]
    NoName(String),
    #[error(transparent)]
    Data(#[from] whomet::error::Error),
    #[error("{path}: {source}", path = .path.display())]
    Conllu { path: PathBuf, source: ConlluError },
    #[error("{path}: {source}", path = .path.display())]
    Treebank { path: PathBuf, source: TreebankError },
    #[error("{path}: {source}", path = .path.display())]
    Documents { path: PathBuf, source: DocumentListError },
    #[error("{path}: {source}", path = .path.display())]
    Gum { path: PathBuf, source: GumError },
    #[error("{path}: {source}", path = .path.display())]
    Re3d { path: PathBuf, source: Re3dError },
    #[error("{path}: {source}", path = .path.display())]
    Records { path: PathBuf, source: RecordError },
    #[error(transparent)]
    DifferentText(#[from] DifferentText),
    #[error(
        "{why}: `whomet review {project} --json` lists the cases, `whomet judge {project} A B same|different|unsure` answers one"
    )]
    NoScreen { why: &'static str, project: String },
    #[error("terminal: {0}")]
    Terminal(std::io::Error),
    #[error("cannot start {count} threads: {source}")]
    Threads { count: usize, source: rayon::ThreadPoolBuildError },
}

/// What turns an error into one that names the project.
fn in_project(path: &Path) -> impl Fn(ProjectError) -> CliError + use<> {
    let path = path.to_owned();
    move |source| CliError::Project { path: path.clone(), source }
}

/// The text of a data file.
fn read_string(path: &Path) -> Result<String, CliError> {
    std::fs::read_to_string(path).map_err(|source| CliError::File { path: path.to_owned(), source })
}

/// Runs the command that was typed in.
pub(crate) fn run(arguments: Arguments) -> Result<Outcome, CliError> {
    match arguments.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Add(arguments) => project::add(&arguments),
        Command::Remove(arguments) => project::remove(&arguments),
        Command::Update(arguments) => project::update(&arguments),
        Command::Status(arguments) => project::status(&arguments),
        Command::Export(arguments) => project::export(&arguments),
        Command::Review(arguments) => judging::review(&arguments),
        Command::Judge(arguments) => judging::judge(&arguments),
        Command::Merge(arguments) => judging::merge(&arguments),
        Command::Split(arguments) => judging::split(&arguments),
        Command::Undo(arguments) => judging::undo(&arguments),
        Command::Log(arguments) => judging::log(&arguments),
        Command::Import(arguments) => judging::import(&arguments),
        Command::Why(arguments) => judging::why(&arguments),
        Command::Met(arguments) => met::run(&arguments),
        Command::Mentions(arguments) => mentions::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Analyse(arguments) => analyse::run(&arguments),
        Command::Train(command) => train::run(&command),
        Command::Eval(command) => eval::run(&command),
    }
}
