//! `whomet remove`: names of documents in, the project without them out.

use whomet::project::Project;

use super::args::RemoveArguments;
use super::in_project;
use crate::cli::report::{Reporter, counted};
use crate::cli::{CliError, Outcome};

pub(in crate::cli) fn run(arguments: &RemoveArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.quiet);
    let path = &arguments.project;
    let remove = || Project::open(path, reporter.waiting_for(path))?.remove(&arguments.documents);
    let removed = remove().map_err(in_project(path))?;
    reporter.note(&format!("{} removed", counted(removed, "document")));
    Ok(Outcome::Done)
}
