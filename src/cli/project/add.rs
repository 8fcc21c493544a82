//! `whomet add`: adds articles to a project.

use std::path::{Path, PathBuf};

use whomet::document::{Articles, Input};
use whomet::project::Project;

use super::args::AddArguments;
use super::reading::{Run, Teller, with_recorder};
use crate::cli::data::Data;
use crate::cli::report::Reporter;
use crate::cli::rules::note_unchecked;
use crate::cli::threads::pool;
use crate::cli::{CliError, Outcome, in_project};

pub(in crate::cli) fn run(arguments: &AddArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.common.quiet);
    pool(&arguments.common)?.install(|| add(arguments, &reporter))
}

fn add(arguments: &AddArguments, reporter: &Reporter) -> Result<Outcome, CliError> {
    let inputs: Vec<Input> = arguments.articles.inputs.iter().map(|input| Input::from_argument(input)).collect();
    let articles =
        Articles::new(inputs.iter().map(|input| (Path::new(""), input)), arguments.articles.reading.options());
    let (progress, run) = (reporter.adding(articles.at_most()), Run::new(reporter));
    let mut documents = run.usable(articles, &progress).peekable();
    if documents.peek().is_none() {
        return Err(CliError::NothingToAdd); // before a project is created
    }
    let path = &arguments.project;
    let failed = in_project(path);
    let mut project = Project::create(path, reporter.waiting_for(path)).map_err(&failed)?;
    let data = Data::read_for(&project, &arguments.data)?;
    progress.aside(|| note_unchecked(&arguments.data.rules, reporter));
    project.keep_data_files(data.names().files()).map_err(&failed)?;
    let folder = current_folder()?;
    project.remember(&folder, &lasting(arguments)).map_err(&failed)?;
    let teller = Teller::new(&progress, arguments.verbose);
    let added = with_recorder(&data, |recorder| {
        project.add(&folder, documents, recorder, &|id, change| teller.tell(id, change)).map_err(&failed)
    });
    drop(progress);
    Ok(run.finish(&added?, ""))
}

/// The inputs that can be read again, which excludes standard input.
fn lasting(arguments: &AddArguments) -> Vec<PathBuf> {
    arguments.articles.inputs.iter().filter(|input| input.as_path() != Path::new("-")).cloned().collect()
}

fn current_folder() -> Result<PathBuf, CliError> {
    std::env::current_dir().map_err(|source| CliError::File { path: PathBuf::from("."), source })
}
