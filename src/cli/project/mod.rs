//! Commands on projects.

mod add;
pub(super) mod args;
mod export;
mod reading;
mod remove;
mod status;
mod update;

use std::path::Path;

use whomet::graph::KnowledgeGraph;
use whomet::project::{Project, ProjectError};

pub(super) use add::run as add;
pub(super) use export::run as export;
pub(super) use remove::run as remove;
pub(super) use status::run as status;
pub(super) use update::run as update;

use super::CliError;
use super::data::NameData;
use super::report::Reporter;

/// The graph of the project in this file, and what its names and types are told by.
pub(super) fn graph_of(path: &Path, reporter: &Reporter) -> Result<(KnowledgeGraph, NameData), CliError> {
    let failed = in_project(path);
    let mut project = Project::open_read_only(path, reporter.waiting_for(path)).map_err(&failed)?;
    let data = NameData::of_project(&project)?;
    Ok((project.graph(&data.filing()).map_err(failed)?, data))
}

/// What turns an error into one that names the project.
pub(super) fn in_project(path: &Path) -> impl Fn(ProjectError) -> CliError + use<> {
    let path = path.to_owned();
    move |source| CliError::Project { path: path.clone(), source }
}
