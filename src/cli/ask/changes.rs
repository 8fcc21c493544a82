//! `whomet changes`: what a project was given.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::ask_args::ChangesArguments;
use super::opened::{default_project, open_project};
use super::plain_table::{Form, PlainTable};
use crate::cli::error::{CliError, in_project};
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, counted};

pub(in crate::cli) fn run(arguments: &ChangesArguments) -> Result<Outcome, CliError> {
    let path = named_or_only(arguments.project.as_deref())?;
    let project = open_project(&path, &Reporter::new(false))?;
    let changes = project.changes(arguments.since).map_err(in_project(&path))?;
    let mut table = PlainTable::new(&[
        ("at", "When (UTC)"),
        ("change", "What"),
        ("document", "Document"),
        ("date", "Article of"),
        ("title", "Title"),
        ("facts", "Facts"),
    ]);
    let form = Form::of(arguments.json, arguments.csv);
    // People need no seconds: "2024-03-18 10:15".
    let at = |at: &str| match form {
        Form::Text => at.replace('T', " ").chars().take(16).collect(),
        Form::Json | Form::Csv => at.to_owned(),
    };
    for change in &changes {
        table.add(vec![
            json!(at(&change.at)),
            json!(change.change),
            json!(change.document),
            json!(change.date),
            json!(change.title),
            json!(change.facts),
        ]);
    }
    let after =
        if changes.is_empty() { format!("nothing came in since {}", arguments.since) } else { summary(&changes) };
    table.print(form, &[after]);
    Ok(Outcome::Done)
}

fn summary(changes: &[whomet::project::NotedChange]) -> String {
    let facts: usize = changes.iter().map(|change| change.facts).sum();
    format!("{}, {}", counted(changes.len(), "document"), counted(facts, "fact"))
}

/// The project that is named, or the only one in the current folder.
pub(super) fn named_or_only(named: Option<&Path>) -> Result<PathBuf, CliError> {
    named.map(Path::to_owned).or_else(default_project).ok_or(CliError::NoProject)
}
