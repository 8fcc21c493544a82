//! `whomet sparql`: questions in SPARQL.

use super::ask_args::SparqlArguments;
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;

#[cfg(feature = "sparql")]
pub(in crate::cli) fn run(arguments: &SparqlArguments) -> Result<Outcome, CliError> {
    use serde_json::json;

    use super::opened::Opened;
    use super::plain_table::{Form, PlainTable};
    use crate::cli::report::Reporter;

    let reporter = Reporter::new(arguments.answer.common.quiet);
    let (what, data, outcome) = Opened::new(&arguments.inputs, &arguments.answer, &reporter)?.into_parts();
    let mut knowledge = what.with(&data);
    let answer = whomet::export::sparql(&*knowledge.whole()?, data.ontology(), &arguments.query)?;
    let after = if answer.rows.is_empty() { vec!["no row".to_owned()] } else { Vec::new() };
    let mut table = PlainTable::named(answer.columns);
    answer.rows.into_iter().for_each(|row| table.add(row.into_iter().map(|value| json!(value)).collect()));
    table.print(Form::of(arguments.answer.json, arguments.answer.csv), &after);
    Ok(outcome)
}

#[cfg(not(feature = "sparql"))]
pub(in crate::cli) fn run(_: &SparqlArguments) -> Result<Outcome, CliError> {
    Err(CliError::NoSparql)
}
