//! Articles in, what is new or changed of them in the project.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rusqlite::Transaction;

use super::file::begin;
use super::filing::{file, relabel, unfile};
use super::naming::{Place, place_of};
use super::{Fingerprint, Project, ProjectError};
use crate::document::Document;
use crate::ids::DocumentId;
use crate::record::{DocumentInfo, DocumentRecord};

/// Most articles that are written at once: an interruption costs the work on two such batches at most, and the time
/// the disk takes to make one safe is small beside that of reading it.
const BATCH: usize = 64;

/// Most bytes of text in a batch, so that long articles do not fill the memory.
const BATCH_BYTES: usize = 4 << 20;

/// Makes records of documents.
#[derive(Clone, Copy)]
pub struct Recorder<'a> {
    /// The record of a document, or its id if the program fails on it.
    pub record: &'a (dyn Fn(Document) -> Result<DocumentRecord, DocumentId> + Sync),
    /// With what it reads.
    pub fingerprint: &'a Fingerprint,
}

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not there before.
    Added,
    /// It takes the place of an earlier state, or was read anew.
    Changed,
    /// It was there already.
    Unchanged,
    /// The program failed on it: it is not there, or in its earlier state.
    Failed,
    /// It is there no longer.
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

/// What became of all documents of a run.
#[derive(Debug, Default)]
pub struct Tally {
    /// Documents that were not there before.
    pub added: usize,
    /// Documents in place of an earlier state.
    pub changed: usize,
    /// Documents that were there already.
    pub unchanged: usize,
    /// Documents on which the program failed: each shows a bug.
    pub failed: Vec<DocumentId>,
    /// All of them.
    pub(super) seen: BTreeSet<DocumentId>,
}

impl Tally {
    fn count(&mut self, id: DocumentId, change: Change, progress: &(dyn Fn(&DocumentId, Change) + Sync)) {
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
}

impl Project {
    /// Adds `documents`, whose names must differ: those that are not there yet, that have changed, or that were read
    /// with something else, are read by `recorder`, in parallel, and written a batch at a time.
    ///
    /// `progress` is called with each document when what became of it is safe, from any thread. An interrupted run
    /// is resumed by adding the same documents again.
    ///
    /// # Errors
    /// What [`ProjectError`] says of writing; what was reported to `progress` is there nevertheless.
    ///
    /// # Complexity
    /// O(log n) and the work on the document itself for each of them, n being the documents in the project.
    pub fn add(
        &mut self,
        mut documents: impl Iterator<Item = Document>,
        recorder: &Recorder<'_>,
        progress: &(dyn Fn(&DocumentId, Change) + Sync),
    ) -> Result<Tally, ProjectError> {
        let mut tally = Tally::default();
        let mut recorded: Vec<Recorded> = Vec::new();
        loop {
            let batch = self.next_batch(&mut documents, recorder, &mut tally, progress)?;
            if batch.is_empty() && recorded.is_empty() {
                return Ok(tally);
            }
            // One batch is written while the next is read.
            let write = || self.write(recorded, recorder.fingerprint, &mut tally, progress);
            let read = || batch.into_par_iter().map(|work| work.done_by(recorder)).collect();
            let (written, next) = rayon::join(write, read);
            written?;
            recorded = next;
        }
    }

    /// The next documents that are not there as they are.
    fn next_batch(
        &self,
        documents: &mut impl Iterator<Item = Document>,
        recorder: &Recorder<'_>,
        tally: &mut Tally,
        progress: &(dyn Fn(&DocumentId, Change) + Sync),
    ) -> Result<Vec<Work>, ProjectError> {
        let read_with = recorder.fingerprint.as_str();
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let Some(document) = documents.next() else { break };
            let info = DocumentInfo::from(&document);
            match place_of(&self.connection, &info)? {
                Place::Known(known) if known.is_unchanged(&info, read_with) => {
                    tally.count(known.name, Change::Unchanged, progress);
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

    /// Writes a batch: all of it or nothing.
    fn write(
        &mut self,
        recorded: Vec<Recorded>,
        fingerprint: &Fingerprint,
        tally: &mut Tally,
        progress: &(dyn Fn(&DocumentId, Change) + Sync),
    ) -> Result<(), ProjectError> {
        if recorded.is_empty() {
            return Ok(());
        }
        let transaction = begin(&mut self.connection)?;
        let changes = recorded.into_iter().map(|recorded| match recorded {
            Recorded::Failed(id) => Ok((id, Change::Failed)),
            Recorded::Same(info) => put_label(&transaction, &info),
            Recorded::Read(record) => put(&transaction, record, fingerprint),
        });
        let changes = changes.collect::<Result<Vec<_>, ProjectError>>()?;
        transaction.commit()?;
        for (id, change) in changes {
            tally.count(id, change, progress);
        }
        Ok(())
    }
}

/// What is to be done with a document.
enum Work {
    /// It must be read.
    Read(Document),
    /// Only what is said about it has changed: a line of a file that moved down, say.
    Relabel(DocumentInfo),
}

/// What is to be written of a document.
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

/// Puts a document into its place.
fn put(
    transaction: &Transaction<'_>,
    mut record: DocumentRecord,
    fingerprint: &Fingerprint,
) -> Result<(DocumentId, Change), ProjectError> {
    // Looked up anew: another process may have added documents since.
    let (name, change) = match place_of(transaction, &record.info)? {
        Place::New(name) => (name, Change::Added),
        Place::Known(known) => {
            unfile(transaction, known.row)?;
            (known.name, Change::Changed)
        }
    };
    record.info.id = name.clone();
    file(transaction, &record, fingerprint.as_str())?;
    Ok((name, change))
}

/// Tells the document in its place where it comes from now.
fn put_label(transaction: &Transaction<'_>, info: &DocumentInfo) -> Result<(DocumentId, Change), ProjectError> {
    match place_of(transaction, info)? {
        Place::Known(known) => {
            relabel(transaction, known.row, info)?;
            Ok((known.name, Change::Changed))
        }
        // Another process removed it in this moment, which stands.
        Place::New(name) => Ok((name, Change::Removed)),
    }
}
