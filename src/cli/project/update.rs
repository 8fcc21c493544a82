//! `whomet update`: a project in, the same in step with its inputs out.

use std::path::{Path, PathBuf};

use whomet::document::{Articles, Input};
use whomet::project::{Project, ProjectError, Vanished};

use super::args::UpdateArguments;
use super::in_project;
use super::reading::{Run, Teller, with_recorder};
use crate::cli::build::pool;
use crate::cli::data::Data;
use crate::cli::report::Reporter;
use crate::cli::{CliError, Outcome};

pub(in crate::cli) fn run(arguments: &UpdateArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.common.quiet);
    let path = &arguments.project;
    let mut project = Project::open(path, reporter.waiting_for(path)).map_err(in_project(path))?;
    let data = Data::read_for(&project, &arguments.data)?;
    pool(&arguments.common)?.install(|| update(&mut project, arguments, &data, &reporter).map_err(in_project(path)))
}

fn update(
    project: &mut Project,
    arguments: &UpdateArguments,
    data: &Data,
    reporter: &Reporter,
) -> Result<Outcome, ProjectError> {
    project.keep_data_files(data.names().files())?;
    let inputs: Vec<(PathBuf, Input)> =
        project.inputs()?.into_iter().map(|(folder, path)| (folder, Input::Path(path))).collect();
    let articles = Articles::new(inputs.iter().map(|(folder, input)| (folder.as_path(), input)));
    let (progress, run) = (reporter.adding(articles.at_most()), Run::new(reporter));
    let teller = Teller::new(&progress, arguments.verbose);
    let updated = with_recorder(data, |recorder| {
        project.update(run.usable(articles, &progress), recorder, &|id, change| teller.tell(id, change))
    });
    drop(progress);
    let (tally, vanished) = updated?;
    let (gone, kept): (Vec<Vanished>, Vec<Vanished>) =
        vanished.into_iter().partition(|vanished| arguments.prune && is_gone(vanished, &inputs, run.problems()));
    project.prune(&gone, &data.names().filing())?;
    for vanished in &kept {
        let hint = if arguments.prune { "it could not be read" } else { "remove it with --prune" };
        reporter.note(&format!("kept: {}, which is no longer in {}; {hint}", vanished.id, vanished.path));
    }
    let more = if gone.is_empty() { String::new() } else { format!(", {} removed", gone.len()) };
    Ok(run.finish(&tally, &more))
}

/// Whether a document that was not read is gone, and not merely unreadable this time.
fn is_gone(vanished: &Vanished, inputs: &[(PathBuf, Input)], problems: usize) -> bool {
    problems == 0 || !inputs.iter().any(|(folder, _)| folder.join(Path::new(&vanished.path)).exists())
}
