//! `whomet export`: writes the graph of a project.

use super::args::ExportArguments;
use super::project_graph::graph_of;
use crate::cli::build::{format_of, write};
use crate::cli::report::Reporter;
use crate::cli::{CliError, Outcome};

pub(in crate::cli) fn run(arguments: &ExportArguments) -> Result<Outcome, CliError> {
    let format = format_of(&arguments.graph)?;
    let reporter = Reporter::new(arguments.quiet);
    let (graph, data) = graph_of(&arguments.project, &reporter)?;
    write(&graph, data.ontology(), format, arguments.graph.output.as_deref())?;
    reporter.summary(&graph, 0);
    Ok(Outcome::Done)
}
