//! The commands on projects.

mod add;
pub(super) mod args;
mod export;
mod reading;
mod remove;
mod status;
mod update;

use std::path::Path;

use whomet::graph::KnowledgeGraph;
use whomet::project::Project;

pub(super) use add::run as add;
pub(super) use export::run as export;
pub(super) use remove::run as remove;
pub(super) use status::run as status;
pub(super) use update::run as update;

use super::data::NameData;
use super::report::Reporter;
use super::{CliError, in_project};

/// The graph of a project, and the data that its names and types come from.
pub(super) fn graph_of(path: &Path, reporter: &Reporter) -> Result<(KnowledgeGraph, NameData), CliError> {
    let failed = in_project(path);
    let mut project = Project::open_read_only(path, reporter.waiting_for(path)).map_err(&failed)?;
    let data = NameData::of_project(&project)?;
    Ok((project.graph(&data.filing()).map_err(failed)?, data))
}
