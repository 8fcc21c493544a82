//! Writes a graph where the user wants it, in the format that the user wants.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use whomet::export::{ExportError, ExportOptions, Format, Legend};
use whomet::graph::GraphSource;
use whomet::ontology::Ontology;

use super::error::CliError;
use super::shared_args::OutputArguments;

/// Where and how a graph is written.
pub(super) struct Output {
    format: Format,
    options: ExportOptions,
    /// Standard output without one.
    path: Option<PathBuf>,
}

impl Output {
    /// What `--format` and `-o` ask for; checked before any work begins.
    pub(super) fn of(arguments: &OutputArguments) -> Result<Self, CliError> {
        let format = format_of(arguments)?;
        if format.is_folder() && arguments.output.is_none() {
            return Err(CliError::Stdout(ExportError::NeedsFolder { format: format.name() }));
        }
        let mut options = ExportOptions::default();
        options.byte_order_mark = arguments.bom;
        options.pictures = arguments.picture.options();
        options.legend = if arguments.legend == "none" { Legend::None } else { Legend::Label };
        Ok(Self { format, options, path: arguments.output.clone() })
    }

    /// Writes a graph.
    pub(super) fn write(&self, graph: &dyn GraphSource, ontology: &Ontology) -> Result<(), CliError> {
        match &self.path {
            None => self.write_stdout(graph, ontology),
            Some(path) if self.format.is_folder() => self.write_folder(graph, ontology, path),
            Some(path) => self.write_file(graph, ontology, path),
        }
    }

    fn write_file(&self, graph: &dyn GraphSource, ontology: &Ontology, path: &Path) -> Result<(), CliError> {
        replace(path, |part| self.write_to(graph, ontology, part))
    }

    fn write_to(&self, graph: &dyn GraphSource, ontology: &Ontology, path: &Path) -> Result<(), ExportError> {
        let mut out = BufWriter::new(File::create(path)?);
        self.format.write_with(graph, ontology, self.options, &mut out)?;
        Ok(out.flush()?)
    }

    fn write_folder(&self, graph: &dyn GraphSource, ontology: &Ontology, folder: &Path) -> Result<(), CliError> {
        let made = std::fs::create_dir_all(folder).map_err(ExportError::Write);
        let written = made.and_then(|()| self.format.write_folder(graph, ontology, self.options, folder));
        written.map_err(|source| CliError::Export { path: folder.to_owned(), source })
    }

    fn write_stdout(&self, graph: &dyn GraphSource, ontology: &Ontology) -> Result<(), CliError> {
        let mut out = BufWriter::new(std::io::stdout().lock());
        let written = self.format.write_with(graph, ontology, self.options, &mut out);
        match written.and_then(|()| Ok(out.flush()?)) {
            // The reader, such as `head`, closed the pipe.
            Err(ExportError::Write(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(CliError::Stdout),
        }
    }
}

/// The format that `--format` or the extension asks for; without either, JSON.
fn format_of(arguments: &OutputArguments) -> Result<Format, CliError> {
    match (arguments.format.as_deref().and_then(Format::named), arguments.output.as_deref()) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(Format::Json),
        (None, Some(path)) => Format::from_path(path).ok_or_else(|| {
            let known = Format::ALL.iter().filter_map(|format| format.extensions().first());
            let known: Vec<String> = known.map(|extension| format!(".{extension}")).collect();
            CliError::UnknownFormat { path: path.to_owned(), known: known.join(", ") }
        }),
    }
}

/// Writes `bytes` to a file as [`replace`] does.
pub(super) fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    replace(path, |part| Ok(std::fs::write(part, bytes)?))
}

/// Writes to a temporary file next to the target and renames it, so that a failure keeps an existing file.
fn replace(path: &Path, write: impl Fn(&Path) -> Result<(), ExportError>) -> Result<(), CliError> {
    let failed = |source| CliError::Export { path: path.to_owned(), source };
    if !is_replaceable(path) {
        return write(path).map_err(failed);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = write(&part).and_then(|()| Ok(std::fs::rename(&part, path)?));
    written.map_err(|source| {
        let _ = std::fs::remove_file(&part); // the first error is the one to report
        failed(source)
    })
}

/// Returns whether the target is a regular file or does not exist; devices and pipes are written to directly.
fn is_replaceable(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |metadata| metadata.is_file())
}
