//! Opens what a command reads its graph from: a graph, a project or articles.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use whomet::document::ReadingOptions;
use whomet::graph::{KnowledgeGraph, read_json};
use whomet::ids::DocumentId;
use whomet::ontology::Ontology;
use whomet::project::is_project;

use super::build::{FromArticles, build_with_articles};
use super::data::{Data, NameData};
use super::error::CliError;
use super::project::graph_of as graph_of_project;
use super::report::Reporter;
use super::rules::note_unchecked;
use super::shared_args::{CommonArguments, DataArguments};

/// A graph, the names and types that it was made with, and how many inputs could not be read.
pub(super) struct Source {
    pub(super) graph: KnowledgeGraph,
    pub(super) names: NameData,
    pub(super) problems: usize,
    /// The articles, if the graph was built from them just now.
    pub(super) articles: BTreeMap<DocumentId, String>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SourceKind {
    /// JSON that `whomet build` wrote.
    Graph,
    /// A project file.
    Project,
    /// Anything else: a file, a folder or standard input with articles.
    Articles,
}

impl SourceKind {
    /// What `path` is, by its first bytes.
    pub(super) fn of(path: &Path) -> Self {
        let is_json = || path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if is_project(path) {
            Self::Project
        } else if path.is_file() && (is_json() || is_graph(path)) {
            Self::Graph
        } else {
            Self::Articles
        }
    }
}

/// Whether a file begins like a graph that whomet wrote.
fn is_graph(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(200).read_to_end(&mut start));
    let start = String::from_utf8_lossy(&start);
    read.is_ok() && start.trim_start().starts_with('{') && start.contains("\"whomet-graph\"")
}

/// Opens a graph, a project, or articles, whatever the inputs are. A graph or project stands alone.
pub(super) fn open(
    inputs: &[PathBuf],
    options: ReadingOptions,
    data: &DataArguments,
    common: &CommonArguments,
    reporter: &Reporter,
) -> Result<Source, CliError> {
    let special = inputs.iter().find(|input| SourceKind::of(input) != SourceKind::Articles);
    match (special, inputs) {
        (None, _) => read_articles(inputs, options, data, common, reporter),
        (Some(_), [path]) if SourceKind::of(path) == SourceKind::Project => {
            let (graph, names) = graph_of_project(path, reporter)?;
            Ok(Source { graph, names, problems: 0, articles: BTreeMap::new() })
        }
        (Some(_), [path]) => {
            let names = NameData::read(data.ontology.as_ref(), &data.lexicon)?;
            Ok(Source { graph: read_graph(path, names.ontology())?, names, problems: 0, articles: BTreeMap::new() })
        }
        (Some(path), _) => Err(CliError::NotAlone { path: path.clone() }),
    }
}

fn read_articles(
    inputs: &[PathBuf],
    options: ReadingOptions,
    data: &DataArguments,
    common: &CommonArguments,
    reporter: &Reporter,
) -> Result<Source, CliError> {
    note_unchecked(&data.rules, reporter);
    let data = Data::read(data)?;
    let FromArticles { graph, problems, articles } = build_with_articles(inputs, options, &data, common, reporter)?;
    Ok(Source { graph, names: data.into_names(), problems, articles })
}

/// Reads a graph that whomet wrote.
pub(super) fn read_graph(path: &Path, ontology: &Ontology) -> Result<KnowledgeGraph, CliError> {
    let failed = |source| CliError::File { path: path.to_owned(), source };
    let mut file = BufReader::new(File::open(path).map_err(failed)?);
    read_json(&mut file, ontology).map_err(|source| CliError::Graph { path: path.to_owned(), source })
}
