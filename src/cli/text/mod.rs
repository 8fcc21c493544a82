//! `whomet text`: prints the text that is kept of articles.

pub(super) mod text_args;

use std::fmt::Write as _;

use whomet::project::Project;

use text_args::TextArguments;

use super::build::read_articles;
use super::error::{CliError, in_project};
use super::outcome::Outcome;
use super::report::{Reporter, print};
use super::source::SourceKind;

/// Name and text of a document.
type Named = (String, String);

pub(super) fn run(arguments: &TextArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.quiet);
    let (texts, problems) = texts_of(arguments, &reporter)?;
    let is_wanted = |name: &String| arguments.documents.is_empty() || arguments.documents.contains(name);
    let wanted: Vec<Named> = texts.into_iter().filter(|(name, _)| is_wanted(name)).collect();
    let missing = arguments.documents.iter().find(|name| !wanted.iter().any(|(found, _)| found == *name));
    if let Some(name) = missing {
        return Err(CliError::UnknownDocument { name: name.clone() });
    }
    print(&as_text(&wanted));
    Ok(Outcome::of(problems))
}

/// The documents of a project or of articles, and how many inputs could not be read.
fn texts_of(arguments: &TextArguments, reporter: &Reporter) -> Result<(Vec<Named>, usize), CliError> {
    if let [path] = &arguments.articles.inputs[..]
        && SourceKind::of(path) == SourceKind::Project
    {
        let failed = in_project(path);
        let project = Project::open_read_only(path, reporter.waiting_for(path)).map_err(&failed)?;
        let texts = project.texts().map_err(&failed)?;
        return Ok((texts.into_iter().map(|(name, text)| (name.to_string(), text)).collect(), 0));
    }
    let options = arguments.articles.reading.options();
    let (documents, problems) = read_articles(&arguments.articles.inputs, options, reporter)?;
    let texts = documents.into_iter().map(|document| (document.id.to_string(), document.text));
    Ok((texts.collect(), problems.len()))
}

/// The text of one document as it is, so that offsets hold; several texts have a line with the name above each.
fn as_text(texts: &[Named]) -> String {
    if let [(_, text)] = texts {
        return text.clone();
    }
    let mut all = String::new();
    for (name, text) in texts {
        let _ = writeln!(all, "==> {name} <==\n{}\n", text.trim_end());
    }
    all
}
