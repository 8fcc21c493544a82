//! Full-text search.

use std::collections::BTreeSet;

use rusqlite::params;

use super::error::ProjectError;
use super::file::Project;
use crate::graph::{ArticleFilter, FoundPassage};
use crate::ids::DocumentId;
use crate::span::{Char, Span};
use crate::text_search::passage_with;

/// The documents with the words ?1 that a filter admits. Dates may be years or months, so they are compared as far as both
/// go; a document without a date lies in no period.
const FOUND: &str = "FROM words JOIN document ON document.id = words.rowid WHERE words MATCH ?1
     AND (?2 IS NULL OR document.date >= substr(?2, 1, length(document.date)))
     AND (?3 IS NULL OR substr(document.date, 1, length(?3)) <= ?3)
     AND (?4 IS NULL OR document.source IN (SELECT value FROM json_each(?4)))
     AND (?5 IS NULL OR document.name IN (SELECT value FROM json_each(?5)))";

impl Project {
    /// The passages that contain all these words in the articles that `filter` admits, best documents first, one for each
    /// document and at most `count`; and how many documents contain the words.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn search(
        &self,
        words: &str,
        filter: &ArticleFilter,
        count: usize,
    ) -> Result<(Vec<FoundPassage>, usize), ProjectError> {
        let quoted: Vec<String> =
            words.split_whitespace().map(|word| format!("\"{}\"", word.replace('"', ""))).collect();
        let wanted = quoted.join(" ");
        if wanted.replace(['"', ' '], "").is_empty() {
            return Ok((Vec::new(), 0));
        }
        let [since, until] = [filter.since, filter.until].map(|date| date.map(|date| date.to_string()));
        let (sources, documents) = (
            listed(filter.sources.iter().map(String::as_str)),
            listed(filter.documents.iter().map(DocumentId::as_str)),
        );
        let total = match *filter == ArticleFilter::default() {
            true => {
                let sql = "SELECT count(*) FROM words WHERE words MATCH ?1";
                self.connection.prepare_cached(sql)?.query_row([&wanted], |row| row.get(0))?
            }
            false => {
                let values = params![wanted, since, until, sources, documents];
                let sql = format!("SELECT count(*) {FOUND}");
                self.connection.prepare_cached(&sql)?.query_row(values, |row| row.get(0))?
            }
        };
        let sql = format!(
            "SELECT document.id, document.name, document.date, document.text {FOUND}
             ORDER BY words.rank, document.name LIMIT ?6"
        );
        let mut select = self.connection.prepare_cached(&sql)?;
        let mut rows = select.query(params![wanted, since, until, sources, documents, count])?;
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

/// Names as a JSON array, or `None` if there are none.
fn listed<'n>(names: impl Iterator<Item = &'n str>) -> Option<String> {
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| serde_json::to_string(&names).expect("texts are JSON"))
}
