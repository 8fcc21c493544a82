//! Why a command failed.

use std::path::{Path, PathBuf};

#[cfg(feature = "evaluation")]
use whomet::evaluation::{conllu_scores::DifferentText, gum::GumError, re3d::Re3dError, relations::RecordError};
use whomet::export::ExportError;
use whomet::graph::GraphReadError;
use whomet::project::ProjectError;
#[cfg(feature = "training")]
use whomet::training::TreebankError;
#[cfg(any(feature = "training", feature = "evaluation"))]
use whomet::{analysis::conllu::ConlluError, corpus::TableError};

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    #[error("{path}: {source}", path = .path.display())]
    Graph { path: PathBuf, source: GraphReadError },
    #[error("{path}: {source}", path = .path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("{path}: {source}", path = .path.display())]
    Export { path: PathBuf, source: ExportError },
    #[cfg(any(feature = "training", feature = "evaluation"))]
    #[error("{path}: {what}", path = .path.display())]
    Names { path: PathBuf, what: Box<dyn std::error::Error + Send + Sync> },
    #[error("standard output: {0}")]
    Stdout(ExportError),
    #[error("{path}: unknown format; expected one of {known} as the extension, or give --format", path = .path.display())]
    UnknownFormat { path: PathBuf, known: String },
    #[error("no document \"{name}\"; without --document all are printed with their names")]
    UnknownDocument { name: String },
    #[error("nothing to build: none of the inputs contains a usable article")]
    NothingUsable,
    #[error("nothing to add: none of the inputs contains a usable article")]
    NothingToAdd,
    #[error("{path}: {source}", path = .path.display())]
    Project { path: PathBuf, source: ProjectError },
    #[error("no graph to query: give a graph, a project or articles, or run this in a folder with a graph.json")]
    NoGraph,
    #[error("no project to ask: name one, or run this in a folder with a single .whomet file")]
    NoProject,
    #[error(
        "this whomet was built without SPARQL; build one with it: cargo install --path . --features sparql, or write \
         Turtle (whomet export -f turtle) for another engine"
    )]
    #[cfg(not(feature = "sparql"))]
    NoSparql,
    #[cfg(feature = "sparql")]
    #[error(transparent)]
    Sparql(#[from] whomet::export::SparqlError),
    #[error(transparent)]
    Query(#[from] whomet::query::QueryError),
    #[error("no entity is called \"{name}\"{hint}")]
    UnknownName { name: String, hint: String },
    #[error("no {what} of the graph is called \"{name}\"; names must match exactly")]
    NotInGraph { what: &'static str, name: String },
    #[error("{path} is a graph or project, which must be the only input", path = .path.display())]
    NotAlone { path: PathBuf },
    #[error("unknown relation \"{name}\"; expected one of {known}")]
    UnknownRelation { name: String, known: String },
    #[error("unknown type \"{name}\"{hint}")]
    UnknownType { name: String, hint: String },
    #[error("several entities are called \"{name}\"; give the id of one:{known}")]
    AmbiguousName { name: String, known: String },
    #[error("both names already refer to one entity, {name}")]
    OneThing { name: String },
    #[error("{one} and {other} are things of different kinds; nothing was changed, --force merges them nevertheless")]
    OtherKind { one: String, other: String },
    #[error("{name} has only one name; give --document to say in which articles it refers to something else")]
    NothingToSplit { name: String },
    #[error("{part} is not part of {thing}; its parts are {known}")]
    NoPart { part: String, thing: String, known: String },
    #[error("document {document} does not mention {thing}")]
    NotThere { document: String, thing: String },
    #[error("{path}:{line}: expected a judgement as `whomet log --json` writes it: {source}", path = .path.display())]
    Judgement { path: PathBuf, line: usize, source: serde_json::Error },
    #[error("expected a name with letters or digits, found \"{0}\"")]
    NoName(String),
    #[error(transparent)]
    Data(#[from] whomet::error::Error),
    #[cfg(any(feature = "training", feature = "evaluation"))]
    #[error("{path}: {source}", path = .path.display())]
    Conllu { path: PathBuf, source: ConlluError },
    #[cfg(feature = "training")]
    #[error("{path}: {source}", path = .path.display())]
    Treebank { path: PathBuf, source: TreebankError },
    #[cfg(any(feature = "training", feature = "evaluation"))]
    #[error("{path}: {source}", path = .path.display())]
    Documents { path: PathBuf, source: TableError },
    #[cfg(feature = "evaluation")]
    #[error("{path}: {source}", path = .path.display())]
    Gum { path: PathBuf, source: GumError },
    #[cfg(feature = "evaluation")]
    #[error("{path}: {source}", path = .path.display())]
    Re3d { path: PathBuf, source: Re3dError },
    #[cfg(feature = "evaluation")]
    #[error("{path}: {source}", path = .path.display())]
    Records { path: PathBuf, source: RecordError },
    #[cfg(feature = "evaluation")]
    #[error("{path}: expected a folder with NAME.txt and NAME.gold.json, found no .gold.json", path = .path.display())]
    NoAnnotation { path: PathBuf },
    #[cfg(feature = "evaluation")]
    #[error(transparent)]
    DifferentText(#[from] DifferentText),
    #[error(
        "{why}: use `whomet review {project} --json` to list the pairs and `whomet judge {project} A B same|different|unsure` to judge one"
    )]
    NoScreen { why: &'static str, project: String },
    #[error("cannot open {path} with {program}: {source}", path = .path.display())]
    NoBrowser { program: &'static str, path: PathBuf, source: std::io::Error },
    #[error("terminal: {0}")]
    Terminal(std::io::Error),
    #[error("cannot start {count} threads: {source}")]
    Threads { count: usize, source: rayon::ThreadPoolBuildError },
}

/// Returns a function that adds the project's path to an error.
pub(super) fn in_project(path: &Path) -> impl Fn(ProjectError) -> CliError + use<> {
    let path = path.to_owned();
    move |source| CliError::Project { path: path.clone(), source }
}

/// What is wrong with the contents of a file.
#[cfg(any(feature = "training", feature = "evaluation"))]
pub(super) fn fault(path: &Path, error: impl std::error::Error + Send + Sync + 'static) -> CliError {
    CliError::Names { path: path.to_owned(), what: Box::new(error) }
}
