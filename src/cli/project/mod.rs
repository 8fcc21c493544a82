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
use whomet::ontology::Ontology;
use whomet::project::{Project, ProjectError};

pub(super) use add::run as add;
pub(super) use export::run as export;
pub(super) use remove::run as remove;
pub(super) use status::run as status;
pub(super) use update::run as update;

use super::CliError;
use super::report::Reporter;

/// The graph of the project in this file.
pub(super) fn graph_of(path: &Path, ontology: &Ontology, reporter: &Reporter) -> Result<KnowledgeGraph, CliError> {
    let read = || Project::open_read_only(path, reporter.waiting_for(path))?.graph(ontology);
    read().map_err(in_project(path))
}

/// What turns an error into one that names the project.
fn in_project(path: &Path) -> impl Fn(ProjectError) -> CliError {
    let path = path.to_owned();
    move |source| CliError::Project { path: path.clone(), source }
}
