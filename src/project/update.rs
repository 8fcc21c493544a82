//! The inputs of a project as they are now in, the project in step with them.

use std::collections::BTreeSet;

use super::add::{Change, Recorder, Tally};
use super::file::begin;
use super::filing::Filing;
use super::records::DocumentRow;
use super::{Project, ProjectError};
use crate::document::Document;
use crate::ids::DocumentId;

/// A document that is in the project and no longer in any input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vanished {
    /// The document.
    pub id: DocumentId,
    /// The file it came from, as the user named it.
    pub path: String,
}

/// Documents that are read anew at once from their text in the project.
const CHUNK: usize = 256;

impl Project {
    /// Brings the project in step with `documents`, which are all articles that its inputs hold now: adds what is new
    /// or changed, and reads the rest anew if it was read with something else. Documents that were removed by name
    /// stay away. Returns what became of them, and the documents that are in no input any more, ordered by id; those
    /// that came from standard input are none of these.
    ///
    /// # Errors
    /// What [`ProjectError`] says of writing.
    pub fn update(
        &mut self,
        documents: impl Iterator<Item = Document>,
        recorder: &Recorder<'_>,
        progress: &(dyn Fn(&DocumentId, Change) + Sync),
    ) -> Result<(Tally, Vec<Vanished>), ProjectError> {
        let removed = self.removed()?;
        let is_wanted = |document: &Document| !removed.contains(&(document.path.clone(), document.line.unwrap_or(0)));
        let mut tally = self.add(documents.filter(is_wanted), recorder, progress)?;
        let stale = self.read_otherwise(recorder, &tally.seen)?;
        for chunk in stale.chunks(CHUNK) {
            let documents = chunk.iter().map(|&row| self.document(row)).collect::<Result<Vec<_>, _>>()?;
            let again = self.add(documents.into_iter(), recorder, progress)?;
            tally.changed += again.changed;
            tally.failed.extend(again.failed);
        }
        let vanished = self.vanished(&tally.seen)?;
        Ok((tally, vanished))
    }

    /// Removes documents that have vanished; they may come back.
    ///
    /// # Errors
    /// What [`ProjectError`] says of writing.
    pub fn prune(&mut self, vanished: &[Vanished], filing: &Filing<'_>) -> Result<(), ProjectError> {
        let transaction = begin(&mut self.connection)?;
        filing.refresh(&transaction)?;
        for Vanished { id, .. } in vanished {
            let row = "SELECT id FROM document WHERE name = ?1";
            let row = transaction.query_row(row, [id.as_str()], |row| row.get(0))?;
            filing.unfile(&transaction, row)?;
        }
        Ok(transaction.commit()?)
    }

    /// Path and line, 0 for a whole file, of what was removed by name.
    fn removed(&self) -> Result<BTreeSet<(String, usize)>, ProjectError> {
        let mut select = self.connection.prepare("SELECT path, line FROM removed")?;
        let removed = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(removed)
    }

    /// Documents but the seen ones that were read with something else.
    fn read_otherwise(
        &self,
        recorder: &Recorder<'_>,
        seen: &BTreeSet<DocumentId>,
    ) -> Result<Vec<DocumentRow>, ProjectError> {
        let mut select =
            self.connection.prepare("SELECT id, name FROM document WHERE read_with <> ?1 ORDER BY name")?;
        let pair = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, DocumentId::from(row.get::<_, String>(1)?)));
        let found = select.query_map([recorder.read_with.as_str()], pair)?.collect::<Result<Vec<_>, _>>()?;
        Ok(found.into_iter().filter(|(_, id)| !seen.contains(id)).map(|(row, _)| row).collect())
    }

    /// A document as the reader gave it.
    fn document(&self, row: DocumentRow) -> Result<Document, ProjectError> {
        let sql = "SELECT name, path, line, title, date, url, source, text FROM document WHERE id = ?1";
        let document = self.connection.prepare_cached(sql)?.query_row([row], |row| {
            let name: String = row.get("name")?;
            let date: Option<String> = row.get("date")?;
            let document = Document {
                path: row.get("path")?,
                line: row.get("line")?,
                title: row.get("title")?,
                url: row.get("url")?,
                source: row.get("source")?,
                ..Document::from_text(&name, row.get::<_, String>("text")?)
            };
            Ok((document, date))
        });
        let (document, date) = document?;
        let date = date.map(|date| date.parse()).transpose();
        let date = date.map_err(|error: crate::date::InvalidDate| ProjectError::Corrupt { what: error.to_string() })?;
        Ok(Document { date, ..document })
    }

    fn vanished(&self, seen: &BTreeSet<DocumentId>) -> Result<Vec<Vanished>, ProjectError> {
        let mut select = self.connection.prepare("SELECT name, path FROM document WHERE path <> '-' ORDER BY name")?;
        let vanished =
            |row: &rusqlite::Row<'_>| Ok(Vanished { id: row.get::<_, String>(0)?.into(), path: row.get(1)? });
        let all = select.query_map([], vanished)?.collect::<Result<Vec<_>, _>>()?;
        Ok(all.into_iter().filter(|vanished| !seen.contains(&vanished.id)).collect())
    }
}
