//! `whomet export`: writes the graph of a graph file, a project or articles in another format.

pub(super) mod export_args;

use export_args::ExportArguments;

use super::error::CliError;
use super::outcome::Outcome;
use super::output::Output;
use super::report::Reporter;
use super::source::{Source, open};

pub(super) fn run(arguments: &ExportArguments) -> Result<Outcome, CliError> {
    let output = Output::of(&arguments.output)?;
    let reporter = Reporter::new(arguments.common.quiet);
    let Source { graph, names, problems, .. } =
        open(&arguments.inputs, arguments.reading.options(), &arguments.data, &arguments.common, &reporter)?;
    let graph = arguments.selection.select(graph, names.ontology())?;
    output.write(&graph, names.ontology())?;
    reporter.summary(&graph, problems);
    Ok(Outcome::of(problems))
}
