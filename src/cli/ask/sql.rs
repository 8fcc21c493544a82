//! `whomet sql`: questions in SQL.

use serde_json::{Value, json};
use whomet::project::SqlValue;

use super::ask_args::SqlArguments;
use super::changes::named_or_only;
use super::opened::open_project;
use super::plain_table::{Form, PlainTable};
use crate::cli::error::{CliError, in_project};
use crate::cli::outcome::Outcome;
use crate::cli::report::Reporter;

pub(in crate::cli) fn run(arguments: &SqlArguments) -> Result<Outcome, CliError> {
    let path = named_or_only(arguments.project.as_deref())?;
    let project = open_project(&path, &Reporter::new(false))?;
    let answer = project.query(&arguments.query).map_err(in_project(&path))?;
    let after = if answer.rows.is_empty() { vec!["no row".to_owned()] } else { Vec::new() };
    let mut table = PlainTable::named(answer.columns);
    answer.rows.into_iter().for_each(|row| table.add(row.into_iter().map(as_json).collect()));
    table.print(Form::of(arguments.json, arguments.csv), &after);
    Ok(Outcome::Done)
}

fn as_json(value: SqlValue) -> Value {
    match value {
        SqlValue::Null => Value::Null,
        SqlValue::Integer(number) => json!(number),
        SqlValue::Real(number) => json!(number),
        SqlValue::Text(text) => json!(text),
        SqlValue::Bytes(count) => json!(format!("{count} bytes")),
    }
}
