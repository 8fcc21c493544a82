//! Why a graph cannot be read.

/// Why a file is no graph of ours.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GraphReadError {
    /// The file cannot be read, is no JSON, lacks a field, or has one that does not fit.
    #[error("expected a graph written by `whomet build -o graph.json`: {0}")]
    Syntax(#[from] serde_json::Error),
    /// JSON of another kind or of a later version.
    #[error("expected format \"whomet-graph\" version 1, found \"{format}\" version {version}; update whomet")]
    Version {
        /// What the file says it is.
        format: String,
        /// Its version.
        version: u32,
    },
    /// A type or node that is not known.
    #[error("{place}: unknown {kind} \"{found}\"")]
    Unknown {
        /// Id of the node or link.
        place: String,
        /// What was looked up.
        kind: &'static str,
        /// The unknown value.
        found: String,
    },
}
