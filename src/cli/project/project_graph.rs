//! Reads the graph of a project.

use std::path::Path;

use whomet::graph::KnowledgeGraph;
use whomet::project::Project;

use crate::cli::data::NameData;
use crate::cli::report::Reporter;
use crate::cli::{CliError, in_project};

/// The graph of a project, and the data that its names and types come from.
pub(in crate::cli) fn graph_of(path: &Path, reporter: &Reporter) -> Result<(KnowledgeGraph, NameData), CliError> {
    let failed = in_project(path);
    let mut project = Project::open_read_only(path, reporter.waiting_for(path)).map_err(&failed)?;
    let data = NameData::of_project(&project)?;
    Ok((project.graph(&data.filing()).map_err(failed)?, data))
}
