//! Updates a project to the present state of its inputs.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rayon::prelude::*;
use rusqlite::{OptionalExtension, Row};

use super::add::{Progress, Recorder, Tally};
use super::changes::{Change, note_change};
use super::error::ProjectError;
use super::file::Project;
use super::naming::file_of;
use super::records::{Filing, load_text};
use super::row_ids::DocumentRow;
use super::transaction::begin;
use crate::document::Document;
use crate::ids::DocumentId;
use crate::record::DocumentInfo;

/// A document of the project that is no longer in any input.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Vanished {
    /// The document.
    pub id: DocumentId,
    /// The file it came from, as an absolute path.
    pub file: PathBuf,
}

/// Documents that are read again in one transaction.
const CHUNK: usize = 256;

impl Project {
    /// Updates the project to `inputs`: pairs of a folder, where relative paths start, and the articles found there now.
    /// Adds what is new or changed, and reads the rest again if it was read with other data. Documents that were removed
    /// by name stay removed. Returns what became of the documents, and those that are no longer in any input, ordered by
    /// id; documents from standard input are not among the latter.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be written.
    pub fn update<I: Iterator<Item = Document>>(
        &mut self,
        inputs: impl IntoIterator<Item = (PathBuf, I)>,
        recorder: &Recorder<'_>,
        progress: Progress<'_>,
    ) -> Result<(Tally, Vec<Vanished>), ProjectError> {
        let removed = self.removed()?;
        let mut tally = Tally::default();
        for (folder, documents) in inputs {
            let is_wanted = |document: &Document| {
                let file = file_of(&folder, &document.path).unwrap_or_default();
                !removed.contains(&(file, document.line.unwrap_or(0)))
            };
            tally.extend(self.add(&folder, documents.filter(is_wanted), recorder, progress)?);
        }
        let stale = self.read_otherwise(recorder, &tally.seen)?;
        for chunk in stale.chunks(CHUNK) {
            self.read_anew(chunk, recorder, &mut tally, progress)?;
        }
        let vanished = self.vanished(&tally.seen)?;
        Ok((tally, vanished))
    }

    /// Removes documents that have vanished; `update` adds them again if they come back.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be written.
    pub fn prune(&mut self, vanished: &[Vanished], filing: &Filing<'_>) -> Result<(), ProjectError> {
        let transaction = begin(&mut self.connection)?;
        filing.refresh(&transaction)?;
        for Vanished { id, .. } in vanished {
            let sql = "SELECT id FROM document WHERE name = ?1";
            let row = transaction.prepare_cached(sql)?.query_row([id.as_str()], |row| row.get(0)).optional()?;
            if let Some(row) = row {
                filing.unfile(&transaction, row)?; // if not, another process has removed it
                note_change(&transaction, id, Change::Removed)?;
            }
        }
        Ok(transaction.commit()?)
    }

    /// Reads documents again, from their text in the project.
    fn read_anew(
        &mut self,
        rows: &[DocumentRow],
        recorder: &Recorder<'_>,
        tally: &mut Tally,
        progress: Progress<'_>,
    ) -> Result<(), ProjectError> {
        let documents = rows.iter().map(|&row| self.document(row)).collect::<Result<Vec<_>, _>>()?;
        let recorded: Vec<_> = documents.into_par_iter().map(recorder.record).collect();
        let transaction = begin(&mut self.connection)?;
        recorder.filing.refresh(&transaction)?;
        let mut changes = Vec::with_capacity(rows.len());
        for result in recorded {
            match result {
                Ok(record) => {
                    let sql = "SELECT id, file FROM document WHERE name = ?1 AND sha256 = ?2";
                    let pair = |row: &Row<'_>| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?));
                    let key = (record.info.id.as_str(), &record.info.sha256);
                    let found = transaction.prepare_cached(sql)?.query_row(key, pair).optional()?;
                    let Some((row, source)) = found else { continue }; // another process has changed it
                    let filing = &recorder.filing;
                    tally.effort.add(filing.unfile(&transaction, row)?);
                    tally.effort.add(filing.file(&transaction, &record, source.as_deref(), recorder.read_with)?);
                    changes.push((record.info.id, Change::Changed));
                }
                Err(id) => changes.push((id, Change::Failed)),
            }
        }
        transaction.commit()?;
        for (id, change) in changes {
            tally.count(id.clone(), change, progress);
            tally.seen.remove(&id); // in no input
        }
        Ok(())
    }

    /// File and line of what was removed by name; line 0 for a whole file.
    fn removed(&self) -> Result<BTreeSet<(String, usize)>, ProjectError> {
        let mut select = self.connection.prepare("SELECT file, line FROM removed")?;
        let removed = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(removed)
    }

    /// Documents, except the seen ones, that were read with other data.
    fn read_otherwise(
        &self,
        recorder: &Recorder<'_>,
        seen: &BTreeSet<DocumentId>,
    ) -> Result<Vec<DocumentRow>, ProjectError> {
        let mut select =
            self.connection.prepare("SELECT id, name FROM document WHERE read_with <> ?1 ORDER BY name")?;
        let pair = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let found = select.query_map([recorder.read_with.as_str()], pair)?;
        let found: Vec<(DocumentRow, DocumentId)> = found.collect::<Result<_, _>>()?;
        Ok(found.into_iter().filter(|(_, id)| !seen.contains(id)).map(|(row, _)| row).collect())
    }

    /// A document as the reader returned it.
    fn document(&self, row: DocumentRow) -> Result<Document, ProjectError> {
        let (DocumentInfo { id, path, line, title, date, url, source, .. }, text) = load_text(&self.connection, row)?;
        Ok(Document { path, line, title, date, url, source, ..Document::from_text(id.as_str(), text) })
    }

    fn vanished(&self, seen: &BTreeSet<DocumentId>) -> Result<Vec<Vanished>, ProjectError> {
        let mut select =
            self.connection.prepare("SELECT name, file FROM document WHERE file IS NOT NULL ORDER BY name")?;
        let vanished = |row: &Row<'_>| Ok(Vanished { id: row.get(0)?, file: row.get::<_, String>(1)?.into() });
        let all = select.query_map([], vanished)?.collect::<Result<Vec<_>, _>>()?;
        Ok(all.into_iter().filter(|vanished| !seen.contains(&vanished.id)).collect())
    }
}
