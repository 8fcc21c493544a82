//! Full-text search.

use std::collections::BTreeSet;

use rusqlite::params;

use super::error::ProjectError;
use super::file::Project;
use crate::graph::FoundPassage;
use crate::span::{Char, Span};
use crate::text_search::passage_with;

impl Project {
    /// The passages that contain all these words, best documents first, one for each document and at most `count`; and
    /// how many documents contain the words.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn search(&self, words: &str, count: usize) -> Result<(Vec<FoundPassage>, usize), ProjectError> {
        let quoted: Vec<String> =
            words.split_whitespace().map(|word| format!("\"{}\"", word.replace('"', ""))).collect();
        let wanted = quoted.join(" ");
        if wanted.replace(['"', ' '], "").is_empty() {
            return Ok((Vec::new(), 0));
        }
        let sql = "SELECT count(*) FROM words WHERE words MATCH ?1";
        let total = self.connection.prepare_cached(sql)?.query_row([&wanted], |row| row.get(0))?;
        let sql = "SELECT document.id, document.name, document.date, document.text FROM words
             JOIN document ON document.id = words.rowid WHERE words MATCH ?1 ORDER BY words.rank, document.name LIMIT ?2";
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query(params![wanted, count])?;
        let mut passages = Vec::new();
        while let Some(row) = rows.next()? {
            let text: String = row.get(3)?;
            let (span, text) = passage_with(&text, words);
            let things = self.things_in(row.get(0)?, span)?;
            passages.push(FoundPassage { document: row.get(1)?, date: row.get(2)?, span, text, things });
        }
        Ok((passages, total))
    }

    /// The names of the things that a passage mentions, sorted.
    fn things_in(&self, document: i64, span: Span<Char>) -> Result<Vec<String>, ProjectError> {
        let sql = "SELECT (SELECT min(value) FROM fact WHERE fact.dossier = dossier.entity AND fact.kind = 'label')
             FROM mention JOIN chain ON chain.document = mention.document AND chain.number = mention.chain
             JOIN dossier ON dossier.id = chain.dossier
             WHERE mention.document = ?1 AND mention.start >= ?2 AND mention.start < ?3";
        let mut select = self.connection.prepare_cached(sql)?;
        let names =
            select.query_map(params![document, span.start(), span.end()], |row| row.get::<_, Option<String>>(0))?;
        let names = names.collect::<Result<BTreeSet<_>, _>>()?;
        Ok(names.into_iter().flatten().collect())
    }
}
