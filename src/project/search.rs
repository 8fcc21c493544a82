//! Full-text search.

use std::collections::BTreeSet;

use rusqlite::params;

use super::error::ProjectError;
use super::file::Project;
use super::row_ids::DocumentRow;
use crate::graph::{ArticleFilter, FoundPassage};
use crate::ids::DocumentId;
use crate::span::{Char, Span};
use crate::text_search::passage_with;

/// Whether a filter admits a document. Dates may be years or months, so they are compared as far as both go; a document
/// without a date lies in no period.
const ADMITTED: &str = "rowid IN (SELECT id FROM document
     WHERE (?2 IS NULL OR date >= substr(?2, 1, length(date))) AND (?3 IS NULL OR substr(date, 1, length(?3)) <= ?3)
     AND (?4 IS NULL OR source IN (SELECT value FROM json_each(?4)))
     AND (?5 IS NULL OR name IN (SELECT value FROM json_each(?5))))";

/// A document with the words, and how well it fits: the smaller, the better.
type Hit = (DocumentRow, f64);

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
        let (hits, total) = self.hits(&wanted, filter, count)?;
        let sql = "SELECT name, date, text FROM document WHERE id = ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let mut passages = Vec::with_capacity(hits.len());
        for (document, rank) in hits {
            let (name, date, text) = select.query_row([document], |row| {
                Ok((row.get::<_, DocumentId>(0)?, row.get(1)?, row.get::<_, String>(2)?))
            })?;
            let (span, text) = passage_with(&text, words);
            let things = self.things_in(document, span)?;
            passages.push((rank, FoundPassage { document: name, date, span, text, things }));
        }
        passages.sort_by(|(rank, passage), (other_rank, other)| {
            rank.total_cmp(other_rank).then_with(|| passage.document.cmp(&other.document))
        });
        passages.truncate(count);
        Ok((passages.into_iter().map(|(_, passage)| passage).collect(), total))
    }

    /// The best documents with these words: `count` of them, and those that fit as well as the last; and how many there
    /// are. Names and texts are not read, because there may be many.
    fn hits(&self, wanted: &str, filter: &ArticleFilter, count: usize) -> Result<(Vec<Hit>, usize), ProjectError> {
        // Without a filter all four values are null, and every document is admitted.
        let admitted = if *filter == ArticleFilter::default() { "?2 IS ?3 AND ?4 IS ?5" } else { ADMITTED };
        let [since, until] = [filter.since, filter.until].map(|date| date.map(|date| date.to_string()));
        let sources = listed(filter.sources.iter().map(String::as_str));
        let documents = listed(filter.documents.iter().map(DocumentId::as_str));
        let sql = format!("SELECT rowid, rank FROM words WHERE words MATCH ?1 AND {admitted} ORDER BY rank");
        let mut select = self.connection.prepare_cached(&sql)?;
        let mut rows = select.query(params![wanted, since, until, sources, documents])?;
        let (mut hits, mut total): (Vec<Hit>, usize) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            total += 1;
            let rank: f64 = row.get(1)?;
            if hits.len() < count || hits.last().is_some_and(|(_, last)| rank <= *last) {
                hits.push((row.get(0)?, rank));
            }
        }
        Ok((hits, total))
    }

    /// The names of the things that a passage mentions, sorted.
    fn things_in(&self, document: DocumentRow, span: Span<Char>) -> Result<Vec<String>, ProjectError> {
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
