//! What was typed in, results on the terminal out.

pub(crate) mod eval;
pub(crate) mod train;

use std::io;
use std::path::{Path, PathBuf};

use whomet::analysis::ModelError;
use whomet::analysis::conllu::ConlluError;
use whomet::analysis::treebank::{DocumentListError, TreebankError};
use whomet::evaluation::conllu::DifferentText;

/// A command that could not be carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    /// A file could not be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file could not be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A treebank is not CoNLL-U.
    #[error("{path}: {source}")]
    Conllu {
        /// The file.
        path: PathBuf,
        /// Line and reason.
        source: ConlluError,
    },
    /// A treebank cannot be learned from.
    #[error("{path}: {source}")]
    Treebank {
        /// The file.
        path: PathBuf,
        /// Sentence and reason.
        source: TreebankError,
    },
    /// A list of documents has not the right columns.
    #[error("{path}: {source}")]
    Documents {
        /// The file.
        path: PathBuf,
        /// Line and reason.
        source: DocumentListError,
    },
    /// A model file cannot be used.
    #[error("{path}: {source}")]
    Model {
        /// The file.
        path: PathBuf,
        /// Why.
        source: ModelError,
    },
    /// Two analyses are of different texts.
    #[error(transparent)]
    DifferentText(#[from] DifferentText),
}

impl CommandError {
    fn read(path: &Path, source: io::Error) -> Self {
        Self::Read { path: path.to_owned(), source }
    }

    fn write(path: &Path, source: io::Error) -> Self {
        Self::Write { path: path.to_owned(), source }
    }

    fn conllu(path: &Path, source: ConlluError) -> Self {
        Self::Conllu { path: path.to_owned(), source }
    }

    fn treebank(path: &Path, source: TreebankError) -> Self {
        Self::Treebank { path: path.to_owned(), source }
    }

    fn documents(path: &Path, source: DocumentListError) -> Self {
        Self::Documents { path: path.to_owned(), source }
    }

    fn model(path: &Path, source: ModelError) -> Self {
        Self::Model { path: path.to_owned(), source }
    }
}
