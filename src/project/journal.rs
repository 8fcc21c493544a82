//! The journal of judgements: who decided what, when and why, and what was undone.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, Transaction, params};

use super::error::ProjectError;
use crate::ids::{DocumentId, NameKey};
use crate::resolution::{Judgement, Ruling};

/// Who judged, when and why.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Note {
    /// Who.
    pub by: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// Why, in their own words.
    pub reason: Option<String>,
}

impl Note {
    /// A note with the judge, the time, and the reason if one was given.
    #[must_use]
    pub fn new(by: impl Into<String>, at: impl Into<String>, reason: Option<String>) -> Self {
        Self { by: by.into(), at: at.into(), reason }
    }
}

/// Which commands to undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undo {
    /// The last ones in force, as many as given.
    Last(usize),
    /// The one whose first judgement has this number, if it is in force.
    Command(i64),
}

/// A judgement with its place in the journal.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LogEntry {
    /// Its number.
    pub number: i64,
    /// The number of the first judgement of its command.
    pub command: i64,
    /// What was judged.
    pub judgement: Judgement,
    /// When and by whom it was undone.
    pub undone: Option<(String, String)>,
}

const COLUMNS: &str = "id, ruling, left, right, document, by, at, score, reason, command, undone_at, undone_by";

/// The rulings in force on a name and another one, oldest first.
pub(super) fn rulings_on(connection: &Connection, name: &NameKey) -> Result<Vec<(i64, Ruling)>, ProjectError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM judgement WHERE left = ?1 AND undone_at IS NULL AND ruling <> 'apart'
         UNION SELECT {COLUMNS} FROM judgement WHERE right = ?1 AND undone_at IS NULL AND ruling <> 'apart'
         ORDER BY id"
    );
    let mut select = connection.prepare_cached(&sql)?;
    let entries = select.query_map([name], |row| Ok(entry(row)))?;
    entries.map(|entry| entry?.map(|entry| (entry.number, entry.judgement.ruling))).collect()
}

/// The names that mean something else in this document, according to rulings.
pub(super) fn apart_in(connection: &Connection, document: &DocumentId) -> Result<BTreeSet<NameKey>, ProjectError> {
    let sql = "SELECT left FROM judgement WHERE document = ?1 AND undone_at IS NULL AND ruling = 'apart'";
    let mut select = connection.prepare_cached(sql)?;
    let keys = select.query_map([document], |row| row.get(0))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

/// Writes the judgements of one command and returns their numbers.
pub(super) fn write(transaction: &Transaction<'_>, judgements: &[Judgement]) -> Result<Vec<i64>, ProjectError> {
    let mut numbers: Vec<i64> = Vec::with_capacity(judgements.len());
    let next = "SELECT coalesce(max(id), 0) + 1 FROM judgement";
    let command: i64 = transaction.query_row(next, [], |row| row.get(0))?;
    for judgement in judgements {
        let (word, left, right, document) = parts_of(&judgement.ruling);
        let sql = "INSERT INTO judgement (ruling, left, right, document, by, at, score, reason, command)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let score = judgement.score.map(f64::from);
        let values = params![word, left, right, document, judgement.by, judgement.at, score, judgement.reason, command];
        numbers.push(transaction.prepare_cached(sql)?.insert(values)?);
    }
    Ok(numbers)
}

/// Undoes judgements in force and returns them, latest first.
pub(super) fn take_back(
    transaction: &Transaction<'_>,
    which: Undo,
    note: &Note,
) -> Result<Vec<LogEntry>, ProjectError> {
    let (count, only) = match which {
        Undo::Last(count) => (count, None),
        Undo::Command(number) => (1, Some(number)),
    };
    let mut taken = Vec::new();
    for _ in 0..count {
        let latest = "SELECT max(command) FROM judgement WHERE undone_at IS NULL AND coalesce(command = ?1, true)";
        let Some(command) = transaction.query_row(latest, [only], |row| row.get::<_, Option<i64>>(0))? else { break };
        let sql = format!("SELECT {COLUMNS} FROM judgement WHERE command = ?1 AND undone_at IS NULL ORDER BY id DESC");
        let mut select = transaction.prepare_cached(&sql)?;
        let entries = select.query_map([command], |row| Ok(entry(row)))?;
        let entries = entries.map(|entry| entry?).collect::<Result<Vec<_>, ProjectError>>()?;
        let sql = "UPDATE judgement SET undone_at = ?2, undone_by = ?3 WHERE command = ?1 AND undone_at IS NULL";
        transaction.prepare_cached(sql)?.execute(params![command, note.at, note.by])?;
        taken.extend(entries);
    }
    Ok(taken)
}

/// All rulings in force, oldest first.
pub(super) fn in_force(connection: &Connection) -> Result<Vec<Ruling>, ProjectError> {
    let entries = read(connection)?.into_iter().filter(|entry| entry.undone.is_none());
    Ok(entries.map(|entry| entry.judgement.ruling).collect())
}

/// All judgements, also undone ones, oldest first.
pub(super) fn read(connection: &Connection) -> Result<Vec<LogEntry>, ProjectError> {
    let mut select = connection.prepare(&format!("SELECT {COLUMNS} FROM judgement ORDER BY id"))?;
    let entries = select.query_map([], |row| Ok(entry(row)))?;
    entries.map(|entry| entry?).collect()
}

fn parts_of(ruling: &Ruling) -> (&'static str, &str, Option<&str>, Option<&str>) {
    match ruling {
        Ruling::Same { left, right } => ("same", left.as_str(), Some(right.as_str()), None),
        Ruling::Different { left, right } => ("different", left.as_str(), Some(right.as_str()), None),
        Ruling::Unsure { left, right } => ("unsure", left.as_str(), Some(right.as_str()), None),
        Ruling::Apart { name, document } => ("apart", name.as_str(), None, Some(document.as_str())),
    }
}

fn entry(row: &Row<'_>) -> Result<LogEntry, ProjectError> {
    let text = |column: &str| row.get::<_, Option<String>>(column);
    let (number, word): (i64, String) = (row.get("id")?, row.get("ruling")?);
    let left: NameKey = row.get("left")?;
    let (right, document): (Option<NameKey>, Option<DocumentId>) = (row.get("right")?, row.get("document")?);
    let ruling = match (word.as_str(), right, document) {
        ("same", Some(right), _) => Ruling::Same { left, right },
        ("different", Some(right), _) => Ruling::Different { left, right },
        ("unsure", Some(right), _) => Ruling::Unsure { left, right },
        ("apart", _, Some(document)) => Ruling::Apart { name: left, document },
        _ => return Err(ProjectError::Corrupt { what: format!("judgement {number} is incomplete") }),
    };
    Ok(LogEntry {
        number,
        command: row.get("command")?,
        judgement: Judgement {
            ruling,
            by: row.get("by")?,
            at: row.get("at")?,
            score: row.get::<_, Option<f64>>("score")?.map(|score| score as f32),
            reason: text("reason")?,
        },
        undone: text("undone_at")?.zip(text("undone_by")?),
    })
}
