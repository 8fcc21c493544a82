//! Errors of project files.

use rusqlite::ErrorCode;

use super::waiting::WAIT_LIMIT;

/// Why an operation on a project failed. The messages do not name the file; whoever shows them adds it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProjectError {
    /// There is no file of this name.
    #[error("no such file; `whomet add` makes a project")]
    NoSuchFile,
    /// The file is not a SQLite file, or belongs to another application.
    #[error("expected a project of whomet, found {found}")]
    NotAProject {
        /// What the file is.
        found: &'static str,
    },
    /// The file was written by a newer whomet.
    #[error("the project has version {found}, this whomet knows versions up to {known}; update whomet")]
    TooNew {
        /// Version of the file.
        found: i64,
        /// Latest known version.
        known: i64,
    },
    /// The file or its folder is not writable.
    #[error("the file or its folder is read-only; nothing was changed")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full; what was reported as done is safe, free some space and run the command again")]
    DiskFull,
    /// Another process has used the file for too long.
    #[error("another whomet is using the project and did not finish in {seconds} s; try again when it is done")]
    Busy {
        /// Seconds waited.
        seconds: u64,
    },
    /// The content contradicts itself.
    #[error("the project is damaged ({what}); restore a copy, or add the articles to a new project")]
    Corrupt {
        /// What was found.
        what: String,
    },
    /// An entity or relation type that the ontology lacks.
    #[error(
        "document \"{document}\" has the {kind} \"{name}\", which the ontology does not know; \
         give the ontology with which it was read (--ontology FILE)"
    )]
    UnknownType {
        /// Name of the document.
        document: String,
        /// "entity type" or "relation".
        kind: &'static str,
        /// Name of the type.
        name: String,
    },
    /// Documents that are not in the project.
    #[error("no document is called {}; nothing was removed{hint}", quoted(names))]
    UnknownDocuments {
        /// The names, as given.
        names: Vec<String>,
        /// Similar names, if there are any.
        hint: String,
    },
    /// A statement in SQL that does more than ask.
    #[error(
        "expected a question in SQL that begins with SELECT, WITH, VALUES or EXPLAIN, found \"{found}\"; nothing was changed"
    )]
    NotAQuestion {
        /// What was found.
        found: String,
    },
    /// Anything else that SQLite or the system reports.
    #[error("{0}")]
    Sqlite(rusqlite::Error),
}

/// Whether a table holds a value that whomet never writes there.
fn is_misread(error: &rusqlite::Error) -> bool {
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};
    matches!(error, FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..))
}

/// Lists names as `"a", "b"`.
fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

impl From<std::convert::Infallible> for ProjectError {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

impl From<serde_json::Error> for ProjectError {
    fn from(error: serde_json::Error) -> Self {
        Self::Corrupt { what: error.to_string() }
    }
}

impl From<rusqlite::Error> for ProjectError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAProject { found: "a file that is not SQLite" },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { seconds: WAIT_LIMIT.as_secs() },
            Some(ErrorCode::DatabaseCorrupt) => Self::Corrupt { what: error.to_string() },
            _ if is_misread(&error) => Self::Corrupt { what: error.to_string() },
            _ => Self::Sqlite(error),
        }
    }
}
