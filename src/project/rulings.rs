//! Records rulings of people and groups names by them.

use std::collections::BTreeSet;

use rusqlite::Transaction;

use super::error::ProjectError;
use super::file::Project;
use super::journal::{self, LogEntry, Note, Undo};
use super::records::{Filing, load};
use super::transaction::begin;
use crate::ids::NameKey;
use crate::resolution::{Judgement, ProfileStore, Ruling};

impl Project {
    /// Writes rulings into the journal as one command and groups the names by them. Returns the number of the first.
    ///
    /// A later ruling wins over older ones that contradict it.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be written.
    pub fn judge(&mut self, rulings: Vec<Ruling>, note: &Note, filing: &Filing<'_>) -> Result<i64, ProjectError> {
        let transaction = begin(&mut self.connection)?;
        filing.refresh(&transaction)?;
        let mut judgements = Vec::new();
        for ruling in rulings {
            let score = score_of(&transaction, &ruling, filing)?;
            let Note { by, at, reason } = note.clone();
            judgements.push(Judgement { ruling, by, at, score, reason });
        }
        let numbers = apply(&transaction, &judgements, filing)?;
        transaction.commit()?;
        Ok(numbers.first().copied().unwrap_or_default())
    }

    /// Undoes the judgements of commands and returns them, latest first.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be written.
    pub fn undo(&mut self, which: Undo, note: &Note, filing: &Filing<'_>) -> Result<Vec<LogEntry>, ProjectError> {
        let transaction = begin(&mut self.connection)?;
        filing.refresh(&transaction)?;
        // The documents must be unfiled before the undo, but only the undo says which they are.
        transaction.execute_batch("SAVEPOINT look")?;
        let looked = journal::take_back(&transaction, which, note)?;
        let looked: Vec<Judgement> = looked.into_iter().map(|entry| entry.judgement).collect();
        transaction.execute_batch("ROLLBACK TO look; RELEASE look")?;
        let mut taken = Vec::new();
        change(&transaction, &looked, filing, || {
            taken = journal::take_back(&transaction, which, note)?;
            Ok(())
        })?;
        transaction.commit()?;
        Ok(taken)
    }

    /// All judgements, oldest first.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn log(&self) -> Result<Vec<LogEntry>, ProjectError> {
        journal::read(&self.connection)
    }

    /// Adds judgements exported from another project, in this order, except those that this project has already.
    /// Returns the number of new ones.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be written.
    pub fn import(&mut self, judgements: &[Judgement], filing: &Filing<'_>) -> Result<usize, ProjectError> {
        let transaction = begin(&mut self.connection)?;
        filing.refresh(&transaction)?;
        let known: Vec<Judgement> = journal::read(&transaction)?.into_iter().map(|entry| entry.judgement).collect();
        let is_known = |judgement: &&Judgement| {
            known
                .iter()
                .any(|known| (&known.ruling, &known.by, &known.at) == (&judgement.ruling, &judgement.by, &judgement.at))
        };
        let new: Vec<Judgement> = judgements.iter().filter(|judgement| !is_known(judgement)).cloned().collect();
        apply(&transaction, &new, filing)?;
        transaction.commit()?;
        Ok(new.len())
    }
}

/// Writes judgements, groups by them, and returns their numbers.
fn apply(
    transaction: &Transaction<'_>,
    judgements: &[Judgement],
    filing: &Filing<'_>,
) -> Result<Vec<i64>, ProjectError> {
    let mut numbers = Vec::new();
    change(transaction, judgements, filing, || {
        numbers = journal::write(transaction, judgements)?;
        Ok(())
    })?;
    Ok(numbers)
}

/// Calls `write`, which makes or undoes `judgements`, and updates the documents and groups that they concern.
fn change(
    transaction: &Transaction<'_>,
    judgements: &[Judgement],
    filing: &Filing<'_>,
    write: impl FnOnce() -> Result<(), ProjectError>,
) -> Result<(), ProjectError> {
    let apart = judgements.iter().filter_map(|judgement| match &judgement.ruling {
        Ruling::Apart { document, .. } => Some(document),
        _ => None,
    });
    let mut records = Vec::new();
    for document in apart.collect::<BTreeSet<_>>() {
        if let Some(row) = Filing::row_of(transaction, document)? {
            let record = load(transaction, row, filing.ontology)?;
            filing.unresolve(transaction, row, &record)?;
            records.push((row, record));
        }
    }
    write()?;
    for (row, record) in &records {
        filing.resolve(transaction, *row, record)?;
    }
    let names = judgements.iter().flat_map(|judgement| judgement.ruling.names());
    let names: BTreeSet<NameKey> = names.cloned().collect();
    filing.resolver(transaction, 0).rulings_changed(names)
}

/// The score of the two names of a ruling, if they were compared.
fn score_of(transaction: &Transaction<'_>, ruling: &Ruling, filing: &Filing<'_>) -> Result<Option<f32>, ProjectError> {
    let [left, right] = ruling.names()[..] else { return Ok(None) };
    let matches = filing.resolver(transaction, 0).store.matches_of(left)?;
    Ok(matches.get(right).map(|found| found.score))
}
