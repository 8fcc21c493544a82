//! What happens when a document comes into the project, and when it goes.
//!
//! Everything that the project derives from single documents is kept in step here, in the transaction that adds or
//! removes the document.

use rusqlite::Transaction;

use super::ProjectError;
use super::records::{self, DocumentRow};
use crate::record::DocumentRecord;

/// Takes a document in; none of its name may be there.
pub(super) fn file(
    transaction: &Transaction<'_>,
    record: &DocumentRecord,
    read_with: &str,
) -> Result<DocumentRow, ProjectError> {
    let document = records::save(transaction, record, read_with)?;
    // It is wanted again, if it was ever removed.
    let sql = "DELETE FROM removed WHERE path = ?1 AND line = ?2";
    let line = record.info.line.unwrap_or_default();
    transaction.prepare_cached(sql)?.execute((&record.info.path, line))?;
    Ok(document)
}

/// Takes a document out with all that came from it.
pub(super) fn unfile(transaction: &Transaction<'_>, document: DocumentRow) -> Result<(), ProjectError> {
    records::delete(transaction, document)
}
