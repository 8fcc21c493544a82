//! Reads the files of a command.

use std::path::Path;

use super::error::CliError;

/// Reads a data file as text.
pub(super) fn read_string(path: &Path) -> Result<String, CliError> {
    std::fs::read_to_string(path).map_err(|source| CliError::File { path: path.to_owned(), source })
}

/// Reads a CoNLL-U file.
#[cfg(any(feature = "training", feature = "evaluation"))]
pub(super) fn read_conllu(path: &Path) -> Result<Vec<whomet::analysis::conllu::Sentence>, CliError> {
    let file = std::fs::File::open(path).map_err(|source| CliError::File { path: path.to_owned(), source })?;
    whomet::analysis::conllu::read(std::io::BufReader::new(file))
        .map_err(|source| CliError::Conllu { path: path.to_owned(), source })
}

/// Reads the columns `doc` and `column` of a table.
#[cfg(any(feature = "training", feature = "evaluation"))]
pub(super) fn read_document_list(path: &Path, column: &str) -> Result<whomet::corpus::DocumentList, CliError> {
    let list = whomet::corpus::DocumentList::parse(&read_string(path)?, column);
    list.map_err(|source| CliError::Documents { path: path.to_owned(), source })
}
