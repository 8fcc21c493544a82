//! Lone names whose bearer is plain: shown all together, and accepted in one step.

use std::fmt::Write as _;

use serde_json::{Value, json};
use whomet::project::LoneName;
use whomet::resolution::{Answer, Ruling};

use super::review_args::ReviewArguments;
use crate::cli::error::{CliError, in_project};
use crate::cli::judging::{Judge, OpenProject, note};
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, counted, print};

pub(super) fn run(arguments: &ReviewArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(false);
    let failed = in_project(&arguments.project);
    if !arguments.accept {
        let open = OpenProject::for_reading(&arguments.project, &reporter)?;
        let names = open.project.lone_names().map_err(failed)?;
        print(&if arguments.json { as_json(&names) } else { as_text(&names) });
        return Ok(Outcome::Done);
    }
    let mut open = OpenProject::for_writing(&arguments.project, &reporter)?;
    let names = open.project.lone_names().map_err(&failed)?;
    if names.is_empty() {
        reporter.note("nothing to accept: no lone name has a plain bearer");
        return Ok(Outcome::Done);
    }
    let rulings = names.iter().map(|lone| Ruling::on_pair(Answer::Same, &lone.key, &lone.bearer)).collect();
    let judge = Judge { by: arguments.by.clone(), reason: Some("the only bearer of the name".to_owned()) };
    let number = open.project.judge(rulings, &note(&judge), &open.data.filing()).map_err(failed)?;
    let undo = format!("`whomet undo {}`", arguments.project.display());
    reporter.note(&format!("{} accepted as judgement {number}; {undo} takes them back", counted(names.len(), "name")));
    Ok(Outcome::Done)
}

fn as_text(names: &[LoneName]) -> String {
    let mut text = String::new();
    for lone in names {
        let _ = writeln!(text, "{}  {} is {} ({})", lone.key, lone.name, lone.bearer_name, lone.bearer);
    }
    let after = if names.is_empty() { "" } else { "; --accept merges them all" };
    let _ = writeln!(text, "{} with a plain bearer{after}", counted(names.len(), "lone name"));
    text
}

fn as_json(names: &[LoneName]) -> String {
    let lone = |lone: &LoneName| json!({"key": lone.key, "name": lone.name, "bearer": lone.bearer, "bearer_name": lone.bearer_name});
    format!("{:#}\n", Value::Array(names.iter().map(lone).collect()))
}
