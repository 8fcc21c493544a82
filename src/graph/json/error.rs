//! Why a graph cannot be read.

/// Why a file cannot be read as a graph.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GraphReadError {
    /// The file is not readable or not JSON, or a field is missing or has a wrong value.
    #[error("expected a graph written by `whomet build -o graph.json`: {0}")]
    Syntax(#[from] serde_json::Error),
    /// Other JSON, or a later version.
    #[error("expected format \"whomet-graph\" version 1, found \"{format}\" version {version}; update whomet")]
    Version {
        /// What the file says it is.
        format: String,
        /// Its version.
        version: u32,
    },
    /// An unknown type or node.
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
