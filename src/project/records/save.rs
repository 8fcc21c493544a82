//! Writes a record into the tables.

use rusqlite::{Transaction, params, params_from_iter};

use super::columns::Values;
use super::sketches::save_sketch;
use super::tables::{TableRow, insert};
use crate::project::error::ProjectError;
use crate::project::row_ids::DocumentRow;
use crate::record::{DocumentInfo, DocumentRecord};

/// Writes a record under a new name, with its file and the fingerprint that it was read with.
pub(super) fn save(
    transaction: &Transaction<'_>,
    record: &DocumentRecord,
    file: Option<&str>,
    read_with: &str,
) -> Result<DocumentRow, ProjectError> {
    let mut values = Values::default();
    values.put(&file)?;
    values.put(&record.text)?;
    values.put(read_with)?;
    record.info.put(&mut values)?;
    let sql = insert::<DocumentInfo>(&["file", "text", "read_with"]);
    let document = transaction.prepare_cached(&sql)?.insert(params_from_iter(values.0))?;
    save_sketch(transaction, document, &record.text)?;
    save_rows(transaction, document, &record.mentions)?;
    save_rows(transaction, document, &record.chains)?;
    save_rows(transaction, document, &record.statements)?;
    save_rows(transaction, document, &record.plurals)?;
    let sql = "INSERT INTO plural_member (document, plural, number, mention) VALUES (?1, ?2, ?3, ?4)";
    let mut insert = transaction.prepare_cached(sql)?;
    for (plural, reference) in record.plurals.iter().enumerate() {
        for (number, member) in reference.members.iter().enumerate() {
            insert.execute(params![document, plural, number, member])?;
        }
    }
    Ok(document)
}

/// Writes the parts of one kind of a document, numbered from 0.
fn save_rows<T: TableRow>(
    transaction: &Transaction<'_>,
    document: DocumentRow,
    parts: &[T],
) -> Result<(), ProjectError> {
    let mut insert = transaction.prepare_cached(&insert::<T>(&["document", "number"]))?;
    for (number, part) in parts.iter().enumerate() {
        let mut values = Values::default();
        values.put(&document)?;
        values.put(&number)?;
        part.put(&mut values)?;
        insert.execute(params_from_iter(values.0))?;
    }
    Ok(())
}

/// Removes all rows of a document; foreign keys remove those in other tables.
pub(super) fn delete(transaction: &Transaction<'_>, document: DocumentRow) -> Result<(), ProjectError> {
    transaction.prepare_cached("DELETE FROM document WHERE id = ?1")?.execute([document])?;
    Ok(())
}

/// Replaces origin and title of a document; name, date and text stay.
pub(super) fn save_origin(
    transaction: &Transaction<'_>,
    document: DocumentRow,
    info: &DocumentInfo,
    file: Option<&str>,
) -> Result<(), ProjectError> {
    let sql = "UPDATE document SET file = ?2, path = ?3, line = ?4, title = ?5, url = ?6, source = ?7 WHERE id = ?1";
    let row = params![document, file, info.path, info.line, info.title, info.url, info.source];
    transaction.prepare_cached(sql)?.execute(row)?;
    Ok(())
}
