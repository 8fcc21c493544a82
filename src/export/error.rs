//! Why a graph could not be written.

use crate::picture::TooLarge;

/// Why a graph could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The output cannot be written to.
    #[error("cannot write the graph: {0}")]
    Write(#[from] std::io::Error),
    /// The format is several files.
    #[error("{format} is a folder of several files; name one with -o")]
    NeedsFolder {
        /// The name of the format.
        format: &'static str,
    },
    /// The format is one file.
    #[error("{format} is one file, not a folder")]
    NeedsFile {
        /// The name of the format.
        format: &'static str,
    },
    /// A workbook does not hold so many lines.
    #[error(
        "expected at most {most} nodes or edges in a workbook, found {rows}; choose a part of the graph, or write csv"
    )]
    TooManyRows {
        /// The number of nodes or edges.
        rows: usize,
        /// How many a sheet holds.
        most: usize,
    },
    /// A picture by Graphviz was requested and Graphviz is not installed.
    #[error(
        "the program \"dot\" of Graphviz was not found; leave --engine out to draw without it, or install it \
         (Debian, Ubuntu: apt install graphviz; macOS: brew install graphviz; Windows: winget install graphviz)"
    )]
    NoGraphviz,
    /// The picture has too many pixels.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// Graphviz rejected the graph: a bug in whomet.
    #[error("Graphviz could not draw the graph; this is a bug in whomet: {0}")]
    Draw(std::io::Error),
}
