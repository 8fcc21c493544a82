//! Stores the user's ontology and lists, so that all commands on a project use the same.

use rusqlite::params;

use super::data_kind::DataKind;
use super::error::ProjectError;
use super::file::Project;
use super::transaction::begin;

/// A data file of the user.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DataFile {
    /// Its kind.
    pub kind: DataKind,
    /// The file, as the user named it.
    pub path: String,
    /// Its content.
    pub text: String,
}

impl DataFile {
    /// A data file with this content.
    #[must_use]
    pub fn new(kind: DataKind, path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { kind, path: path.into(), text: text.into() }
    }
}

impl Project {
    /// The data files used when documents were last added, in the order of the command line.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn data_files(&self) -> Result<Vec<DataFile>, ProjectError> {
        let mut select = self.connection.prepare("SELECT kind, path, text FROM data_file ORDER BY number")?;
        let files =
            select.query_map([], |row| Ok(DataFile { kind: row.get(0)?, path: row.get(1)?, text: row.get(2)? }))?;
        Ok(files.collect::<Result<_, _>>()?)
    }

    /// Replaces the stored data files.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be written.
    pub fn keep_data_files(&mut self, files: &[DataFile]) -> Result<(), ProjectError> {
        if self.data_files()? == files {
            return Ok(());
        }
        let transaction = begin(&mut self.connection)?;
        transaction.execute("DELETE FROM data_file", [])?;
        for (number, DataFile { kind, path, text }) in files.iter().enumerate() {
            let sql = "INSERT INTO data_file (number, kind, path, text) VALUES (?1, ?2, ?3, ?4)";
            transaction.execute(sql, params![number, kind, path, text])?;
        }
        Ok(transaction.commit()?)
    }
}
