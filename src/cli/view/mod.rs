//! `whomet view`: writes a page in which a graph can be explored.

pub(super) mod view_args;

use std::path::Path;
use std::process::{Command, Stdio};

use view_args::ViewArguments;
use whomet::project::Project;
use whomet::view::{Texts, View};

use super::error::{CliError, in_project};
use super::outcome::Outcome;
use super::output::replace_file;
use super::report::Reporter;
use super::source::{Source, SourceKind, open};

/// A page offers at most so many doubtful pairs, the likeliest first: hours of work.
const MOST_CASES: usize = 300;

/// The program that opens a file as if it was clicked, with its arguments.
const OPENER: &[&str] = if cfg!(target_os = "macos") {
    &["open"]
} else if cfg!(windows) {
    &["cmd", "/C", "start", ""]
} else {
    &["xdg-open"]
};

pub(super) fn run(arguments: &ViewArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.common.quiet);
    let source = open(&arguments.inputs, arguments.reading.options(), &arguments.data, &arguments.common, &reporter)?;
    let named = |name: &String| Texts::ALL.iter().copied().find(|texts| texts.name() == name);
    let mut view = View { texts: arguments.texts.as_ref().and_then(named), ..View::default() };
    if let [path] = arguments.inputs.as_slice()
        && SourceKind::of(path) == SourceKind::Project
    {
        read_project(path, &source, &mut view, &reporter)?;
    }
    let Source { graph, names, problems, articles } = source;
    view.articles.extend(articles);
    let graph = arguments.selection.select(graph, names.ontology())?;
    replace_file(&arguments.output, view.page(&graph, names.ontology()).as_bytes())?;
    reporter.summary(&graph, problems);
    if arguments.open {
        open_page(&arguments.output)?;
    }
    Ok(Outcome::of(problems))
}

/// Takes the articles and the doubtful pairs of a project.
fn read_project(path: &Path, source: &Source, view: &mut View, reporter: &Reporter) -> Result<(), CliError> {
    let failed = in_project(path);
    let mut project = Project::open_read_only(path, reporter.waiting_for(path)).map_err(&failed)?;
    let records = project.records(source.names.ontology()).map_err(&failed)?;
    view.articles = records.into_iter().map(|record| (record.info.id, record.text)).collect();
    view.cases = project.cases(MOST_CASES, &source.names.filing()).map_err(failed)?;
    Ok(())
}

fn open_page(path: &Path) -> Result<(), CliError> {
    let (program, first) = OPENER.split_first().expect("there is a program");
    let mut command = Command::new(program);
    command.args(first).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = command.spawn().map(drop);
    started.map_err(|source| CliError::NoBrowser { program, path: path.to_owned(), source })
}
