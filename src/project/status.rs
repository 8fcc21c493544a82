//! Counts of what a project holds.

use serde::Serialize;

use super::error::ProjectError;
use super::file::Project;
use super::fingerprint::Fingerprint;

/// Counts of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProjectStatus {
    /// Version of the schema.
    pub version: u64,
    /// Bytes of the file.
    pub bytes: u64,
    /// Documents.
    pub documents: u64,
    /// Documents that were read with another version of whomet or other data; `update` reads them again.
    pub read_otherwise: u64,
    /// Places where something is named or referred to.
    pub mentions: u64,
    /// Coreference chains of single documents.
    pub chains: u64,
    /// Relations stated in sentences.
    pub statements: u64,
    /// Nodes of the graph.
    pub entities: u64,
    /// Names under which documents mention them.
    pub names: u64,
    /// Pairs of names that may be one thing and need a decision by a person.
    pub doubtful: u64,
    /// Judgements in force.
    pub judgements: u64,
}

impl Project {
    /// Counts what the project holds; `fingerprint` names the version and data of now.
    ///
    /// # Errors
    /// An error of SQLite.
    ///
    /// # Complexity
    /// O(n) in the number of mentions.
    pub fn status(&mut self, fingerprint: &Fingerprint) -> Result<ProjectStatus, ProjectError> {
        let doubtful = self.doubtful()? as u64;
        let transaction = self.connection.transaction()?; // so that all other counts are of one state
        let number = |sql: &str| transaction.query_row(sql, [], |row| row.get::<_, u64>(0));
        let read_otherwise = "SELECT count(*) FROM document WHERE read_with <> ?1";
        Ok(ProjectStatus {
            version: number("PRAGMA user_version")?,
            bytes: number("PRAGMA page_count")? * number("PRAGMA page_size")?,
            documents: number("SELECT count(*) FROM document")?,
            read_otherwise: transaction.query_row(read_otherwise, [fingerprint.as_str()], |row| row.get(0))?,
            mentions: number("SELECT count(*) FROM mention")?,
            chains: number("SELECT count(*) FROM chain")?,
            statements: number("SELECT count(*) FROM statement")?,
            entities: number("SELECT count(*) FROM dossier WHERE entity = id")?,
            names: number("SELECT count(*) FROM dossier")?,
            judgements: number("SELECT count(*) FROM judgement WHERE undone_at IS NULL")?,
            doubtful,
        })
    }
}
