//! `whomet build`: builds a graph from articles.

use std::collections::BTreeMap;
use std::path::PathBuf;

use whomet::document::{Document, DocumentError, Input, Reading, ReadingOptions, read_inputs};
use whomet::graph::KnowledgeGraph;
use whomet::ids::DocumentId;
use whomet::pipeline::{Builder, Built};

use super::args::BuildArguments;
use super::data::Data;
use super::error::CliError;
use super::outcome::Outcome;
use super::output::Output;
use super::reading_notes::{ReadingNotes, count_encodings};
use super::report::Reporter;
use super::rules::note_unchecked;
use super::shared_args::{CommonArguments, InputArguments};
use super::threads::pool;

pub(super) fn run(arguments: &BuildArguments) -> Result<Outcome, CliError> {
    let output = Output::of(&arguments.graph)?;
    let data = Data::read(&arguments.data)?;
    let reporter = Reporter::new(arguments.common.quiet);
    note_unchecked(&arguments.data.rules, &reporter);
    let InputArguments { inputs, reading } = &arguments.articles;
    let (graph, problems) = build_from(inputs, reading.options(), &data, &arguments.common, &reporter)?;
    let graph = arguments.selection.select(graph, data.ontology())?;
    output.write(&graph, data.ontology())?;
    reporter.summary(&graph, problems);
    Ok(Outcome::of(problems))
}

/// Reads `inputs` and builds their graph. Reports the problems and returns their number.
pub(super) fn build_from(
    inputs: &[PathBuf],
    options: ReadingOptions,
    data: &Data,
    common: &CommonArguments,
    reporter: &Reporter,
) -> Result<(KnowledgeGraph, usize), CliError> {
    let FromArticles { graph, problems, .. } = build_with_articles(inputs, options, data, common, reporter)?;
    Ok((graph, problems))
}

/// A graph, the number of problems, and the articles.
pub(super) struct FromArticles {
    pub(super) graph: KnowledgeGraph,
    pub(super) problems: usize,
    pub(super) articles: BTreeMap<DocumentId, String>,
}

/// Reads `inputs`, builds their graph and keeps the articles.
pub(super) fn build_with_articles(
    inputs: &[PathBuf],
    options: ReadingOptions,
    data: &Data,
    common: &CommonArguments,
    reporter: &Reporter,
) -> Result<FromArticles, CliError> {
    pool(common)?.install(|| {
        let (documents, problems) = read_articles(inputs, options, reporter)?;
        let articles = documents.iter().map(|document| (document.id.clone(), document.text.clone())).collect();
        let analyzing = reporter.analyzing(documents.len());
        let settings = data.settings();
        let Built { graph, failed, .. } =
            Builder::new(&settings).on_progress(|id| analyzing.step(id.as_str())).build(documents);
        drop(analyzing);
        reporter.failures(&failed);
        Ok(FromArticles { graph, problems: problems.len() + failed.len(), articles })
    })
}

/// Reads `inputs`, and reports and returns the problems.
pub(super) fn read_articles(
    inputs: &[PathBuf],
    options: ReadingOptions,
    reporter: &Reporter,
) -> Result<(Vec<Document>, Vec<DocumentError>), CliError> {
    let inputs: Vec<Input> = inputs.iter().map(|input| Input::from_argument(input)).collect();
    let reading = reporter.reading();
    let Reading { documents, problems, skipped } = read_inputs(&inputs, options, &|path| reading.step(path));
    drop(reading);
    reporter.problems(&problems);
    ReadingNotes { skipped, encodings: count_encodings(&documents) }.report(reporter);
    if documents.is_empty() { Err(CliError::NothingUsable) } else { Ok((documents, problems)) }
}
