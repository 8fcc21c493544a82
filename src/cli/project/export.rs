//! `whomet export`: a project in, its graph out.

use whomet::ontology::Ontology;

use super::args::ExportArguments;
use super::graph_of;
use crate::cli::build::{format_of, write};
use crate::cli::data::ontology_of;
use crate::cli::report::Reporter;
use crate::cli::{CliError, Outcome};

pub(in crate::cli) fn run(arguments: &ExportArguments) -> Result<Outcome, CliError> {
    let format = format_of(arguments.format.as_deref(), arguments.output.as_deref())?;
    let ontology = ontology_of(arguments.ontology.as_deref())?;
    let ontology: &Ontology = &ontology;
    let reporter = Reporter::new(arguments.quiet);
    let graph = graph_of(&arguments.project, ontology, &reporter)?;
    write(&graph, ontology, format, arguments.output.as_deref())?;
    reporter.summary(&graph, 0);
    Ok(Outcome::Done)
}
