//! What happens when a document comes into the project, and when it goes.
//!
//! Everything that the project derives from single documents is kept in step here, in the transaction that adds or
//! removes the document.

use rusqlite::Transaction;

use super::ProjectError;
use super::records::{self, DocumentRow};
use crate::record::{DocumentInfo, DocumentRecord};

/// Takes a document in; none of its name may be there.
pub(super) fn file(
    transaction: &Transaction<'_>,
    record: &DocumentRecord,
    file: Option<&str>,
    read_with: &str,
) -> Result<DocumentRow, ProjectError> {
    let document = records::save(transaction, record, file, read_with)?;
    want(transaction, &record.info, file)?;
    Ok(document)
}

/// Forgets that a document was ever removed.
fn want(transaction: &Transaction<'_>, info: &DocumentInfo, file: Option<&str>) -> Result<(), ProjectError> {
    let sql = "DELETE FROM removed WHERE file = ?1 AND line = ?2";
    transaction.prepare_cached(sql)?.execute((file, info.line.unwrap_or_default()))?;
    Ok(())
}

/// Gives a document another origin or title; nothing is derived from these.
pub(super) fn relabel(
    transaction: &Transaction<'_>,
    document: DocumentRow,
    info: &DocumentInfo,
    file: Option<&str>,
) -> Result<(), ProjectError> {
    records::save_origin(transaction, document, info, file)?;
    want(transaction, info, file)
}

/// Takes a document out with all that came from it.
pub(super) fn unfile(transaction: &Transaction<'_>, document: DocumentRow) -> Result<(), ProjectError> {
    records::delete(transaction, document)
}
