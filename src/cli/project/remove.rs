//! `whomet remove`: removes documents from a project.

use whomet::project::Project;

use super::args::RemoveArguments;
use super::reading::note_effort;
use crate::cli::data::NameData;
use crate::cli::report::{Reporter, counted};
use crate::cli::{CliError, Outcome, in_project};

pub(in crate::cli) fn run(arguments: &RemoveArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.quiet);
    let path = &arguments.project;
    let failed = in_project(path);
    let mut project = Project::open(path, reporter.waiting_for(path)).map_err(&failed)?;
    let data = NameData::of_project(&project)?;
    let (removed, effort) = project.remove(&arguments.documents, &data.filing()).map_err(failed)?;
    reporter.note(&format!("{} removed", counted(removed, "document")));
    note_effort(&reporter, effort);
    Ok(Outcome::Done)
}
