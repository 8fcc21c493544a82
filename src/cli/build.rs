//! `whomet build`: builds a graph from articles.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use whomet::document::{Document, DocumentError, Input, Reading, ReadingOptions, read_inputs};
use whomet::export::{ExportError, Format};
use whomet::graph::KnowledgeGraph;
use whomet::ids::DocumentId;
use whomet::ontology::Ontology;
use whomet::pipeline::{Builder, Built};

use super::args::BuildArguments;
use super::data::Data;
use super::error::CliError;
use super::outcome::Outcome;
use super::reading_notes::{ReadingNotes, count_encodings};
use super::report::Reporter;
use super::rules::note_unchecked;
use super::shared_args::{CommonArguments, InputArguments, OutputArguments};
use super::threads::pool;

pub(super) fn run(arguments: &BuildArguments) -> Result<Outcome, CliError> {
    let format = format_of(&arguments.graph)?;
    let data = Data::read(&arguments.data)?;
    let reporter = Reporter::new(arguments.common.quiet);
    note_unchecked(&arguments.data.rules, &reporter);
    let InputArguments { inputs, reading } = &arguments.articles;
    let (graph, problems) = build_from(inputs, reading.options(), &data, &arguments.common, &reporter)?;
    let graph = arguments.selection.select(graph, data.ontology())?;
    write(&graph, data.ontology(), format, &arguments.graph)?;
    reporter.summary(&graph, problems);
    Ok(Outcome::of(problems))
}

/// The format that `--format` or `-o` asks for; checked before any work begins.
pub(super) fn format_of(graph: &OutputArguments) -> Result<Format, CliError> {
    let named = |name: &str| Format::ALL.iter().copied().find(|format| format.name() == name);
    match (graph.format.as_deref().and_then(named), graph.output.as_deref()) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(Format::Json),
        (None, Some(path)) => Format::from_path(path).ok_or_else(|| {
            let known: Vec<String> = Format::ALL.iter().map(|format| format!(".{}", format.name())).collect();
            CliError::UnknownFormat { path: path.to_owned(), known: known.join(", ") }
        }),
    }
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

/// Writes a graph to `output`, or to standard output without one.
pub(super) fn write(
    graph: &KnowledgeGraph,
    ontology: &Ontology,
    format: Format,
    output: &OutputArguments,
) -> Result<(), CliError> {
    let pictures = output.picture.options();
    match &output.output {
        Some(path) => {
            let mut bytes = Vec::new();
            let written = format.write_with(graph, ontology, &pictures, &mut bytes);
            written.map_err(|source| CliError::Export { path: path.clone(), source })?;
            replace_file(path, &bytes)
        }
        None => write_stdout(|out| format.write_with(graph, ontology, &pictures, out)),
    }
}

/// Writes to a temporary file next to the target and renames it, so that a failure keeps an existing file.
pub(super) fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let failed = |source| CliError::File { path: path.to_owned(), source };
    if !is_replaceable(path) {
        return std::fs::write(path, bytes).map_err(failed);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    written.map_err(|source| {
        let _ = std::fs::remove_file(&part); // the first error is the one to report
        failed(source)
    })
}

/// Returns whether the target is a regular file or does not exist; devices and pipes are written to directly.
fn is_replaceable(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |metadata| metadata.is_file())
}

fn write_stdout(write: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    let written = write(&mut out).and_then(|()| Ok(out.flush()?));
    match written {
        // The reader, such as `head`, closed the pipe.
        Err(ExportError::Write(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(CliError::Stdout),
    }
}
