//! Notes when documents came in, changed or went; nothing else depends on it.

use rusqlite::{Transaction, params};

use super::error::ProjectError;
use super::file::Project;
use crate::date::PartialDate;
use crate::ids::DocumentId;

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not there before.
    Added,
    /// It replaced an earlier state, or was read again.
    Changed,
    /// It was there already.
    Unchanged,
    /// The program failed on it; the project keeps its earlier state, if there is one.
    Failed,
    /// It was removed.
    Removed,
}

impl Change {
    /// The word for it in messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
            Self::Failed => "failed",
            Self::Removed => "removed",
        }
    }
}

/// A document that came in, changed or went.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotedChange {
    /// The document.
    pub document: DocumentId,
    /// Its title, if it has one and is still there.
    pub title: Option<String>,
    /// Its date, if it has one and is still there.
    pub date: Option<PartialDate>,
    /// What became of it last: "added", "changed" or "removed".
    pub change: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// How many facts it states now; plans and denials do not count.
    pub facts: usize,
}

/// Notes what became of a document, now.
pub(super) fn note_change(
    transaction: &Transaction<'_>,
    document: &DocumentId,
    change: Change,
) -> Result<(), ProjectError> {
    let sql = "INSERT INTO change (document, change) VALUES (?1, ?2)";
    transaction.prepare_cached(sql)?.execute(params![document, change.as_str()])?;
    Ok(())
}

impl Project {
    /// What became of documents since the beginning of a day, month or year: the last change of each document, ordered
    /// by time.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn changes(&self, since: PartialDate) -> Result<Vec<NotedChange>, ProjectError> {
        let sql = "SELECT change.document, document.title, document.date, change.change, change.at,
             (SELECT count(*) FROM statement WHERE statement.document = document.id AND status = 'asserted') FROM change
             LEFT JOIN document ON document.name = change.document
             WHERE change.at >= ?1 AND change.number = (
                 SELECT max(number) FROM change AS later WHERE later.document = change.document AND later.at >= ?1)
             ORDER BY change.at, change.document";
        let mut select = self.connection.prepare(sql)?;
        let rows = select.query_map([since.first_day().to_string()], |row| {
            let (document, title, date) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(NotedChange { document, title, date, change: row.get(3)?, at: row.get(4)?, facts: row.get(5)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
