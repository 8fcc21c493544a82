//! Adds articles to a project: reads and writes those that are new or changed.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;
use rusqlite::{Connection, Transaction};

use super::changes::{Change, note_change};
use super::error::ProjectError;
use super::file::Project;
use super::fingerprint::Fingerprint;
use super::naming::{Place, file_of, place_of};
use super::records::{Effort, Filing, relabel};
use super::transaction::begin;
use crate::document::Document;
use crate::ids::DocumentId;
use crate::record::{DocumentInfo, DocumentRecord};

/// Maximum articles in one transaction. An interruption costs the work on at most two such batches, and the time that
/// the disk takes to make one safe is small compared with the time to read its articles.
const BATCH: usize = 64;

/// Maximum bytes of text in a batch, so that long articles do not fill the memory.
const BATCH_BYTES: usize = 4 << 20;

/// How documents become records and where these go.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Recorder<'a> {
    /// Makes the record of a document; returns its id if the program fails on it.
    pub record: &'a (dyn Fn(Document) -> Result<DocumentRecord, DocumentId> + Sync),
    /// The version and data that `record` reads with.
    pub read_with: &'a Fingerprint,
    /// The data for comparing names.
    pub filing: Filing<'a>,
}

impl<'a> Recorder<'a> {
    /// A recorder that reads documents by `record`, with the version and data that `read_with` names.
    pub fn new(
        record: &'a (dyn Fn(Document) -> Result<DocumentRecord, DocumentId> + Sync),
        read_with: &'a Fingerprint,
        filing: Filing<'a>,
    ) -> Self {
        Self { record, read_with, filing }
    }
}

/// Called with each document and what became of it, once that is safe on disk; from any thread.
pub type Progress<'a> = &'a (dyn Fn(&DocumentId, Change) + Sync);

/// What became of all documents of a run.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Tally {
    /// Documents that were not there before.
    pub added: usize,
    /// Documents that replaced an earlier state.
    pub changed: usize,
    /// Documents that were there already.
    pub unchanged: usize,
    /// Documents on which the program failed; each shows a bug in whomet.
    pub failed: Vec<DocumentId>,
    /// The work of comparing names.
    pub effort: Effort,
    /// All of them.
    pub(super) seen: BTreeSet<DocumentId>,
}

impl Tally {
    pub(super) fn count(&mut self, id: DocumentId, change: Change, progress: Progress<'_>) {
        progress(&id, change);
        match change {
            Change::Added => self.added += 1,
            Change::Changed => self.changed += 1,
            Change::Unchanged => self.unchanged += 1,
            Change::Failed => self.failed.push(id.clone()),
            Change::Removed => {}
        }
        self.seen.insert(id);
    }

    pub(super) fn extend(&mut self, other: Self) {
        self.added += other.added;
        self.effort.add(other.effort);
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.failed.extend(other.failed);
        self.seen.extend(other.seen);
    }
}

impl Project {
    /// Adds `documents`. Those that are new, have changed, or were read with other data are read by `recorder` in
    /// parallel and written in batches. Their names must differ; relative paths start at `folder`.
    ///
    /// `progress` is called with each document once what became of it is safe on disk, from any thread. To resume an
    /// interrupted run, add the same documents again.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be written; what was reported to `progress` is in it nevertheless.
    ///
    /// # Complexity
    /// For each document the work on itself and O(log n) for n documents in the project.
    pub fn add(
        &mut self,
        folder: &Path,
        mut documents: impl Iterator<Item = Document>,
        recorder: &Recorder<'_>,
        progress: Progress<'_>,
    ) -> Result<Tally, ProjectError> {
        let run = Run { folder, recorder, progress };
        let mut tally = Tally::default();
        let mut recorded: Vec<Recorded> = Vec::new();
        loop {
            let batch = run.next_batch(&self.connection, &mut documents, &mut tally)?;
            if batch.is_empty() && recorded.is_empty() {
                return Ok(tally);
            }
            // One batch is written while the next is read.
            let write = || run.write(&mut self.connection, recorded, &mut tally);
            let read = || batch.into_par_iter().map(|work| work.done_by(recorder)).collect();
            let (written, next) = rayon::join(write, read);
            written?;
            recorded = next;
        }
    }
}

/// What is the same for all documents of a run.
#[derive(Clone, Copy)]
struct Run<'a> {
    folder: &'a Path,
    recorder: &'a Recorder<'a>,
    progress: Progress<'a>,
}

impl Run<'_> {
    /// The next documents that are new or changed.
    fn next_batch(
        &self,
        connection: &Connection,
        documents: &mut impl Iterator<Item = Document>,
        tally: &mut Tally,
    ) -> Result<Vec<Work>, ProjectError> {
        let read_with = self.recorder.read_with.as_str();
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let Some(document) = documents.next() else { break };
            let info = DocumentInfo::from(&document);
            let file = file_of(self.folder, &info.path);
            match place_of(connection, &info, file.as_deref())? {
                Place::Known(known) if known.is_unchanged(&info, file.as_deref(), read_with) => {
                    tally.count(known.info.id, Change::Unchanged, self.progress);
                }
                Place::Known(known) if known.is_read_alike(&info, read_with) => batch.push(Work::Relabel(info)),
                _ => {
                    bytes += document.text.len();
                    batch.push(Work::Read(document));
                }
            }
        }
        Ok(batch)
    }

    /// Writes a batch completely or not at all.
    fn write(
        &self,
        connection: &mut Connection,
        recorded: Vec<Recorded>,
        tally: &mut Tally,
    ) -> Result<(), ProjectError> {
        if recorded.is_empty() {
            return Ok(());
        }
        let transaction = begin(connection)?;
        self.recorder.filing.refresh(&transaction)?;
        let mut effort = Effort::default();
        let changes = recorded.into_iter().map(|recorded| match recorded {
            Recorded::Failed(id) => Ok((id, Change::Failed)),
            Recorded::Same(info) => self.put_label(&transaction, &info),
            Recorded::Read(record) => self.put(&transaction, record, &mut effort),
        });
        let changes = changes.collect::<Result<Vec<_>, ProjectError>>()?;
        transaction.commit()?;
        tally.effort.add(effort);
        for (id, change) in changes {
            tally.count(id, change, self.progress);
        }
        Ok(())
    }

    /// Writes the record of a document in place of its earlier state.
    fn put(
        &self,
        transaction: &Transaction<'_>,
        mut record: DocumentRecord,
        effort: &mut Effort,
    ) -> Result<(DocumentId, Change), ProjectError> {
        let filing = &self.recorder.filing;
        let source = file_of(self.folder, &record.info.path);
        // Looked up again: another process may have added documents since.
        let (name, change) = match place_of(transaction, &record.info, source.as_deref())? {
            Place::New(name) => (name, Change::Added),
            Place::Known(known) => {
                effort.add(filing.unfile(transaction, known.row)?);
                (known.info.id, Change::Changed)
            }
        };
        record.info.id = name.clone();
        effort.add(filing.file(transaction, &record, source.as_deref(), self.recorder.read_with)?);
        note_change(transaction, &name, change)?;
        Ok((name, change))
    }

    /// Updates the origin of a document.
    fn put_label(
        &self,
        transaction: &Transaction<'_>,
        info: &DocumentInfo,
    ) -> Result<(DocumentId, Change), ProjectError> {
        let file = file_of(self.folder, &info.path);
        match place_of(transaction, info, file.as_deref())? {
            Place::Known(known) => {
                relabel(transaction, known.row, info, file.as_deref())?;
                note_change(transaction, &known.info.id, Change::Changed)?;
                Ok((known.info.id, Change::Changed))
            }
            // Another process has just removed it, so it stays removed.
            Place::New(name) => Ok((name, Change::Removed)),
        }
    }
}

/// What to do with a document.
enum Work {
    /// Read it.
    Read(Document),
    /// Update its origin, which is all that has changed: its line in the file, for example.
    Relabel(DocumentInfo),
}

/// What to write about a document.
enum Recorded {
    Read(DocumentRecord),
    Same(DocumentInfo),
    Failed(DocumentId),
}

impl Work {
    fn done_by(self, recorder: &Recorder<'_>) -> Recorded {
        match self {
            Self::Read(document) => (recorder.record)(document).map_or_else(Recorded::Failed, Recorded::Read),
            Self::Relabel(info) => Recorded::Same(info),
        }
    }
}

#[cfg(test)]
mod tests;
