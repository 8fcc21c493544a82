//! Stores the sketch of each document.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::project::error::ProjectError;
use crate::project::row_ids::DocumentRow;
use crate::resolution::Sketch;

/// Writes the sketch of a document.
pub(super) fn save_sketch(
    transaction: &Transaction<'_>,
    document: DocumentRow,
    text: &str,
) -> Result<(), ProjectError> {
    let sql = "INSERT INTO sketch (document, bytes) VALUES (?1, ?2)";
    transaction.prepare_cached(sql)?.execute(params![document, Sketch::of(text).to_bytes()])?;
    Ok(())
}

/// The sketch of a document with this text.
pub(in crate::project) fn sketch_of(
    connection: &Connection,
    document: DocumentRow,
    text: &str,
) -> Result<Sketch, ProjectError> {
    let sql = "SELECT bytes FROM sketch WHERE document = ?1";
    let stored = connection.prepare_cached(sql)?.query_row([document], |row| row.get::<_, Vec<u8>>(0)).optional()?;
    // A document that an earlier version added has none.
    Ok(stored.and_then(|bytes| Sketch::from_bytes(&bytes)).unwrap_or_else(|| Sketch::of(text)))
}
