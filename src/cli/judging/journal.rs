//! `whomet log`, `undo` and `import`: the journal of judgements.

use std::fmt::Write as _;

use serde_json::{Value, json};
use whomet::project::{LogEntry, Undo};
use whomet::resolution::Judgement;

use super::judge::note;
use super::judging_args::{ImportArguments, LogArguments, UndoArguments};
use super::open_project::OpenProject;
use super::rulings::in_words;
use crate::cli::error::{CliError, in_project};
use crate::cli::files::read_string;
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, counted, print};

pub(in crate::cli) fn log(arguments: &LogArguments) -> Result<Outcome, CliError> {
    let open = OpenProject::for_reading(&arguments.project, &Reporter::new(false))?;
    let entries = open.project.log().map_err(in_project(&arguments.project))?;
    let mut text = String::new();
    for entry in &entries {
        let _ =
            if arguments.json { writeln!(text, "{}", as_json(entry)) } else { writeln!(text, "{}", as_text(entry)) };
    }
    print(&text);
    Ok(Outcome::Done)
}

pub(in crate::cli) fn undo(arguments: &UndoArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(false);
    let mut open = OpenProject::for_writing(&arguments.project, &reporter)?;
    let (note, failed) = (note(&arguments.judge), in_project(&arguments.project));
    let undone = open.project.undo(Undo::Last(arguments.count), &note, &open.data.filing()).map_err(failed)?;
    if undone.is_empty() {
        reporter.note("nothing to take back: no judgement is in force");
    }
    for entry in undone {
        reporter.note(&format!("taken back: {}", in_words(&entry.judgement.ruling)));
    }
    Ok(Outcome::Done)
}

pub(in crate::cli) fn import(arguments: &ImportArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(false);
    let text = read_string(&arguments.file)?;
    let mut judgements = Vec::new();
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        let unreadable = |source| CliError::Judgement { path: arguments.file.clone(), line, source };
        let value: Value = serde_json::from_str(text).map_err(unreadable)?;
        if value.get("undone").is_none_or(Value::is_null) {
            judgements.push(serde_json::from_value::<Judgement>(value).map_err(unreadable)?);
        }
    }
    let mut open = OpenProject::for_writing(&arguments.project, &reporter)?;
    let failed = in_project(&arguments.project);
    let new = open.project.import(&judgements, &open.data.filing()).map_err(failed)?;
    reporter.note(&format!("{} taken over, {} known", counted(new, "judgement"), judgements.len() - new));
    Ok(Outcome::Done)
}

fn as_text(entry: &LogEntry) -> String {
    let Judgement { ruling, by, at, score, reason } = &entry.judgement;
    let score = score.map(|score| format!(", score {score}")).unwrap_or_default();
    let reason = reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    let undone = entry.undone.as_ref().map(|(at, by)| format!(" [taken back {at} by {by}]")).unwrap_or_default();
    format!("{:>4}  {at}  {by}  {}{score}{reason}{undone}", entry.number, in_words(ruling))
}

fn as_json(entry: &LogEntry) -> Value {
    let mut value = serde_json::to_value(&entry.judgement).expect("a judgement is JSON");
    let undone = entry.undone.as_ref().map(|(at, by)| json!({"at": at, "by": by}));
    if let Some(fields) = value.as_object_mut() {
        fields.insert("number".to_owned(), json!(entry.number));
        fields.insert("command".to_owned(), json!(entry.command));
        fields.insert("undone".to_owned(), json!(undone));
    }
    value
}
