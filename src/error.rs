//! The error type of the whole library.

use crate::analysis::ModelFolderError;
use crate::document::DocumentError;
use crate::export::ExportError;
use crate::graph::GraphReadError;
use crate::lexicon::LexiconError;
use crate::ontology::OntologyError;
#[cfg(feature = "sqlite")]
use crate::project::ProjectError;
use crate::relation::RuleError;

/// Any error of the library; each step has its own enum.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An input cannot be read.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A folder of models cannot be used.
    #[error(transparent)]
    Models(#[from] ModelFolderError),
    /// An ontology cannot be used.
    #[error(transparent)]
    Ontology(#[from] OntologyError),
    /// A list of names, titles or head nouns cannot be used.
    #[error(transparent)]
    Lexicon(#[from] LexiconError),
    /// A rule file cannot be used.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// A graph cannot be read back.
    #[error(transparent)]
    Graph(#[from] GraphReadError),
    /// A project cannot be read or written.
    #[cfg(feature = "sqlite")]
    #[error(transparent)]
    Project(#[from] ProjectError),
    /// A graph cannot be written.
    #[error(transparent)]
    Export(#[from] ExportError),
}
