//! Reads the graph of a project.

use std::path::Path;

use whomet::graph::KnowledgeGraph;
use whomet::project::{Filing, Project, ProjectError, StoredGraph};

use crate::cli::data::NameData;
use crate::cli::report::Reporter;
use crate::cli::{CliError, in_project};

/// The graph of a project, and the data that its names and types come from.
pub(in crate::cli) fn graph_of(path: &Path, reporter: &Reporter) -> Result<(KnowledgeGraph, NameData), CliError> {
    with_project(path, reporter, Project::graph)
}

/// The same graph with its passages on disk.
pub(in crate::cli) fn stored_graph_of(path: &Path, reporter: &Reporter) -> Result<(StoredGraph, NameData), CliError> {
    with_project(path, reporter, Project::stored_graph)
}

fn with_project<T>(
    path: &Path,
    reporter: &Reporter,
    read: impl FnOnce(&mut Project, &Filing<'_>) -> Result<T, ProjectError>,
) -> Result<(T, NameData), CliError> {
    let failed = in_project(path);
    let mut project = Project::open_read_only(path, reporter.waiting_for(path)).map_err(&failed)?;
    let data = NameData::of_project(&project)?;
    Ok((read(&mut project, &data.filing()).map_err(failed)?, data))
}
