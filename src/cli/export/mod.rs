//! `whomet export`: writes the graph of a graph file, a project or articles in another format.

pub(super) mod export_args;

use export_args::ExportArguments;
use whomet::graph::GraphSource;

use super::error::CliError;
use super::outcome::Outcome;
use super::output::Output;
use super::project::stored_graph_of;
use super::report::Reporter;
use super::source::{Source, SourceKind, open};

pub(super) fn run(arguments: &ExportArguments) -> Result<Outcome, CliError> {
    let output = Output::of(&arguments.output)?;
    let reporter = Reporter::new(arguments.common.quiet);
    if let [path] = arguments.inputs.as_slice()
        && SourceKind::of(path) == SourceKind::Project
        && !arguments.selection.chooses_anything()
    {
        // Of a whole project, nodes and edges are loaded one at a time.
        let (graph, data) = stored_graph_of(path, &reporter)?;
        output.write(&graph, data.ontology())?;
        reporter.summary(graph.outline(), 0);
        return Ok(Outcome::Done);
    }
    let Source { graph, names, problems, .. } =
        open(&arguments.inputs, arguments.reading.options(), &arguments.data, &arguments.common, &reporter)?;
    let graph = arguments.selection.select(graph, names.ontology())?;
    output.write(&graph, names.ontology())?;
    reporter.summary(&graph, problems);
    Ok(Outcome::of(problems))
}
