//! Keeps the passages of a graph in a temporary file while the graph is built and written.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::error::ProjectError;
use crate::graph::{Evidence, Passages, Quote};
use crate::ids::{DocumentId, RuleName};
use crate::record::TimeRecord;
use crate::resolution::Duplicates;

/// The passages of a graph in a temporary database, which SQLite deletes.
pub(super) struct Shelf {
    connection: Connection,
    /// The documents that are copies or have some: which of their sentences are equal is still to be compared.
    copied: BTreeSet<DocumentId>,
    /// Stands for all rules in what the builder keeps.
    no_rule: RuleName,
}

impl Shelf {
    pub(super) fn new(duplicates: &Duplicates) -> Result<Self, ProjectError> {
        // An empty path means a private file on disk. Nothing in it outlives this value, so nothing need be safe.
        let connection = Connection::open("")?;
        connection.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
             CREATE TABLE mention (entity INTEGER NOT NULL, quote BLOB NOT NULL) STRICT;
             CREATE TABLE evidence (number INTEGER PRIMARY KEY, evidence BLOB NOT NULL) STRICT;
             BEGIN;",
        )?;
        Ok(Self { connection, copied: duplicates.documents().cloned().collect(), no_rule: "".into() })
    }

    /// The same, once everything is there.
    pub(super) fn finish(self) -> Result<Self, ProjectError> {
        self.connection.execute_batch("COMMIT; CREATE INDEX mention_by_entity ON mention (entity);")?;
        Ok(self)
    }

    /// The mentions of an entity, in their order.
    pub(super) fn mentions(&self, entity: usize) -> Result<Vec<Quote>, ProjectError> {
        let mut select = self.connection.prepare_cached("SELECT quote FROM mention WHERE entity = ?1")?;
        let mut rows = select.query([entity])?;
        let mut quotes = Vec::new();
        while let Some(row) = rows.next()? {
            quotes.push(serde_json::from_slice(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?)?);
        }
        quotes.sort();
        Ok(quotes)
    }

    /// The evidence with this number; what the builder may have changed comes from what it kept.
    pub(super) fn evidence(&self, number: usize, kept: &Evidence) -> Result<Evidence, ProjectError> {
        let mut select = self.connection.prepare_cached("SELECT evidence FROM evidence WHERE number = ?1")?;
        let bytes: Vec<u8> = select.query_row([number], |row| row.get(0))?;
        let mut evidence: Evidence = serde_json::from_slice(&bytes)?;
        evidence.place.clone_from(&kept.place);
        evidence.occurrence.clone_from(&kept.occurrence);
        evidence.also_in.clone_from(&kept.also_in);
        Ok(evidence)
    }
}

impl Passages for Shelf {
    type Error = ProjectError;

    fn add_mention(&mut self, entity: usize, quote: Quote) -> Result<(), ProjectError> {
        let mut insert = self.connection.prepare_cached("INSERT INTO mention VALUES (?1, ?2)")?;
        insert.execute(params![entity, serde_json::to_vec(&quote)?])?;
        Ok(())
    }

    fn add_evidence(&mut self, number: usize, mut evidence: Evidence) -> Result<Evidence, ProjectError> {
        let mut insert = self.connection.prepare_cached("INSERT INTO evidence VALUES (?1, ?2)")?;
        insert.execute(params![number, serde_json::to_vec(&evidence)?])?;
        if !self.copied.contains(&evidence.quote.document) {
            evidence.quote.text = String::new();
        }
        evidence.rule = self.no_rule.clone();
        evidence.path = String::new();
        evidence.roles.clear();
        evidence.speaker = None;
        let period = evidence.time.filter(|_| evidence.date.is_none());
        evidence.time = period.map(|time| TimeRecord { text: String::new(), note: None, ..time });
        Ok(evidence)
    }
}
