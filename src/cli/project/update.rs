//! `whomet update`: rereads the inputs of a project.

use std::collections::BTreeMap;
use std::path::PathBuf;

use whomet::document::{Articles, Input};
use whomet::project::{Project, ProjectError, Vanished};

use super::args::UpdateArguments;
use super::reading::{Run, Teller, with_recorder};
use crate::cli::data::Data;
use crate::cli::report::Reporter;
use crate::cli::rules::note_unchecked;
use crate::cli::threads::pool;
use crate::cli::{CliError, Outcome, in_project};

pub(in crate::cli) fn run(arguments: &UpdateArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.common.quiet);
    let path = &arguments.project;
    let mut project = Project::open(path, reporter.waiting_for(path)).map_err(in_project(path))?;
    let data = Data::read_for(&project, &arguments.data)?;
    note_unchecked(&arguments.data.rules, &reporter);
    pool(&arguments.common)?.install(|| update(&mut project, arguments, &data, &reporter).map_err(in_project(path)))
}

fn update(
    project: &mut Project,
    arguments: &UpdateArguments,
    data: &Data,
    reporter: &Reporter,
) -> Result<Outcome, ProjectError> {
    project.keep_data_files(data.names().files())?;
    let mut inputs: BTreeMap<PathBuf, Vec<Input>> = BTreeMap::new();
    for (folder, path) in project.inputs()? {
        inputs.entry(folder).or_default().push(Input::Path(path));
    }
    let articles: Vec<(PathBuf, Articles)> = inputs
        .into_iter()
        .map(|(folder, inputs)| {
            let articles =
                Articles::new(inputs.iter().map(|input| (folder.as_path(), input)), arguments.reading.options());
            (folder, articles)
        })
        .collect();
    let count = articles.iter().map(|(_, articles)| articles.at_most()).sum();
    let (progress, run) = (reporter.adding(count), Run::new(reporter));
    let teller = Teller::new(&progress, arguments.verbose);
    let updated = with_recorder(data, |recorder| {
        let usable = articles.into_iter().map(|(folder, articles)| (folder, run.usable(articles, &progress)));
        project.update(usable, recorder, &|id, change| teller.tell(id, change))
    });
    drop(progress);
    let (tally, vanished) = updated?;
    // After a problem, a document may still exist: its file or its line could not be read.
    let is_gone = |vanished: &Vanished| run.problems() == 0 || !vanished.file.exists();
    let (gone, kept): (Vec<Vanished>, Vec<Vanished>) =
        vanished.into_iter().partition(|vanished| arguments.prune && is_gone(vanished));
    project.prune(&gone, &data.names().filing())?;
    for vanished in &kept {
        let hint = if arguments.prune { "it could not be read" } else { "remove it with --prune" };
        reporter.note(&format!("kept: {}, which is no longer in {}; {hint}", vanished.id, vanished.file.display()));
    }
    let more = if gone.is_empty() { String::new() } else { format!(", {} removed", gone.len()) };
    Ok(run.finish(&tally, &more))
}
