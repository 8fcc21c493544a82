//! Why a question has no answer.

#[cfg(feature = "sqlite")]
use crate::project::ProjectError;

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// The project cannot be read.
    #[cfg(feature = "sqlite")]
    #[error(transparent)]
    Project(#[from] ProjectError),
}
