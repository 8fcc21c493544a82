//! Why a graph could not be written.

/// Why a graph could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The output cannot be written to.
    #[error("cannot write the graph: {0}")]
    Write(#[from] std::io::Error),
    /// A picture was requested and Graphviz is not installed.
    #[error(
        "pictures are drawn by Graphviz, and its program \"dot\" was not found; install it \
         (Debian, Ubuntu: apt install graphviz; macOS: brew install graphviz; Windows: winget install graphviz) \
         or write DOT with --format dot"
    )]
    NoGraphviz,
    /// Graphviz rejected the graph: a bug in whomet.
    #[error("Graphviz could not draw the graph; this is a bug in whomet: {0}")]
    Draw(std::io::Error),
}
