//! Removes documents.

use rusqlite::OptionalExtension;

use super::changes::{Change, note_change};
use super::error::ProjectError;
use super::file::Project;
use super::records::{Effort, Filing};
use super::row_ids::DocumentRow;
use super::transaction::begin;
use crate::name_search::{most_similar, similarity};

/// At most this many names are proposed for an unknown one.
const MAX_NEAR: usize = 3;

/// Minimum similarity of a proposed name (Jaro-Winkler, 0.0 to 1.0); below it proposals look random.
const MIN_SIMILARITY: f64 = 0.8;

impl Project {
    /// Removes the documents with these names and everything derived from them. Returns their number and the work.
    /// [`Self::update`] ignores them until they are added again.
    ///
    /// # Errors
    /// [`ProjectError::UnknownDocuments`] if one of them does not exist, in which case none is removed; another
    /// [`ProjectError`] if the project cannot be written.
    ///
    /// # Complexity
    /// For each document its own rows and O(log n) for n documents in the project.
    pub fn remove(&mut self, names: &[String], filing: &Filing<'_>) -> Result<(usize, Effort), ProjectError> {
        let transaction = begin(&mut self.connection)?;
        filing.refresh(&transaction)?;
        let mut effort = Effort::default();
        let mut removed = 0;
        let mut unknown = Vec::new();
        for name in names.iter().collect::<std::collections::BTreeSet<_>>() {
            let sql = "SELECT id FROM document WHERE name = ?1";
            let row: Option<DocumentRow> =
                transaction.prepare_cached(sql)?.query_row([name], |row| row.get(0)).optional()?;
            let Some(row) = row else {
                unknown.push(name.clone());
                continue;
            };
            let sql = "INSERT OR IGNORE INTO removed SELECT coalesce(file, ''), coalesce(line, 0) FROM document WHERE id = ?1";
            transaction.prepare_cached(sql)?.execute([row])?;
            effort.add(filing.unfile(&transaction, row)?);
            note_change(&transaction, &name.as_str().into(), Change::Removed)?;
            removed += 1;
        }
        if unknown.is_empty() {
            transaction.commit()?;
            return Ok((removed, effort));
        }
        drop(transaction);
        let hint = self.hint(&unknown[0])?;
        Err(ProjectError::UnknownDocuments { names: unknown, hint })
    }

    /// "; similar names: a, b", if there are any.
    fn hint(&self, name: &str) -> Result<String, ProjectError> {
        let mut select = self.connection.prepare("SELECT name FROM document")?;
        let known = select.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        let similarity = |known: &str| similarity(name, known, |c| !c.is_alphanumeric());
        let near = most_similar(known.iter().map(String::as_str), similarity, MIN_SIMILARITY, MAX_NEAR);
        Ok(if near.is_empty() { String::new() } else { format!("; similar names: {}", near.join(", ")) })
    }
}
