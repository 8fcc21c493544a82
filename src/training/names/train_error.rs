//! Why a name finder cannot be trained.

use crate::corpus::UnknownNameLabel;
use crate::table::TableError;

/// Why a name finder cannot be trained.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum TrainError {
    /// A source has a label that is not in the table of labels.
    #[error("{file}: {source}")]
    Label {
        /// File of the source.
        file: String,
        /// The label.
        source: UnknownNameLabel,
    },
    /// A list of names is not such a table.
    #[error("list of {list}: {source}")]
    List {
        /// The list.
        list: &'static str,
        /// What is wrong with it.
        source: TableError,
    },
    /// There is not one sentence to learn from.
    #[error("expected annotated sentences, found none; check the files and filters of the recipe")]
    Empty,
}
