//! Rows in, a record out.

use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::words::Worded;
use crate::coreference::PluralReference;
use crate::date::PartialDate;
use crate::ids::{ChainId, MentionId, RuleName};
use crate::ontology::{EntityType, Ontology, RelationType};
use crate::project::error::ProjectError;
use crate::project::row_ids::DocumentRow;
use crate::record::{ChainRecord, DocumentInfo, DocumentRecord, Joining, MentionRecord, SaidTime, StatementRecord};
use crate::span::{Char, CharCounter, Span};

/// All records of a project, ordered by document id, one at a time, as they were at one moment.
pub(in crate::project) struct Records<'p> {
    /// Holds the moment.
    transaction: Transaction<'p>,
    documents: std::vec::IntoIter<DocumentRow>,
    ontology: &'p Ontology,
}

impl<'p> Records<'p> {
    pub(in crate::project) fn new(transaction: Transaction<'p>, ontology: &'p Ontology) -> Result<Self, ProjectError> {
        // SQLite compares names byte by byte, as Rust does.
        let mut select = transaction.prepare("SELECT id FROM document ORDER BY name")?;
        let documents = select.query_map([], |row| row.get(0))?.collect::<Result<Vec<_>, _>>()?;
        drop(select);
        Ok(Self { transaction, documents: documents.into_iter(), ontology })
    }
}

impl Iterator for Records<'_> {
    type Item = Result<DocumentRecord, ProjectError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.documents.next().map(|document| load(&self.transaction, document, self.ontology))
    }
}

/// The record of a document.
pub(in crate::project) fn load(
    connection: &Connection,
    document: DocumentRow,
    ontology: &Ontology,
) -> Result<DocumentRecord, ProjectError> {
    let sql = "SELECT name, path, line, title, date, url, source, sha256, characters, text FROM document WHERE id = ?1";
    let found =
        connection.prepare_cached(sql)?.query_row([document], |row| Ok((info(row), row.get("text")))).optional()?;
    let Some((info, text)) = found else {
        return Err(ProjectError::Corrupt { what: format!("document {document} is not there") });
    };
    let (info, text): (DocumentInfo, String) = (info?, text?);
    let loader = Loader { connection, document, ontology, counter: CharCounter::new(&text), info: &info };
    let mentions = loader.rows("mention", |row| loader.mention(row))?;
    let chains = loader.chains(&mentions)?;
    let statements = loader.rows("statement", |row| loader.statement(row, mentions.len()))?;
    let plurals = loader.rows("plural", |row| loader.plural(row, mentions.len()))?;
    Ok(DocumentRecord { info, mentions, chains, statements, plurals, text })
}

fn info(row: &Row<'_>) -> Result<DocumentInfo, ProjectError> {
    let id: String = row.get("name")?;
    Ok(DocumentInfo {
        id: id.into(),
        path: row.get("path")?,
        line: row.get("line")?,
        title: row.get("title")?,
        date: date(row)?,
        url: row.get("url")?,
        source: row.get("source")?,
        sha256: row.get("sha256")?,
        characters: row.get("characters")?,
    })
}

fn date(row: &Row<'_>) -> Result<Option<PartialDate>, ProjectError> {
    let date: Option<String> = row.get("date")?;
    let date = date.as_deref().map(PartialDate::from_str).transpose();
    date.map_err(|error| ProjectError::Corrupt { what: error.to_string() })
}

fn worded<T: Worded>(word: &str) -> Result<T, ProjectError> {
    T::of_word(word).ok_or_else(|| ProjectError::Corrupt { what: format!("unknown word \"{word}\"") })
}

/// A score as it was before it was saved.
fn score(row: &Row<'_>, column: &str) -> Result<f32, ProjectError> {
    let score: f64 = row.get(column)?;
    #[expect(clippy::cast_possible_truncation, reason = "it was made of an f32 that it gives back")]
    Ok(score as f32)
}

fn rule(row: &Row<'_>, column: &str) -> Result<RuleName, ProjectError> {
    Ok(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?.into())
}

/// What the parts of one document are loaded with.
struct Loader<'a> {
    connection: &'a Connection,
    document: DocumentRow,
    ontology: &'a Ontology,
    counter: CharCounter<'a>,
    info: &'a DocumentInfo,
}

impl Loader<'_> {
    /// The rows of the document in a table, in order; each becomes one item.
    fn rows<T>(
        &self,
        table: &str,
        mut item: impl FnMut(&Row<'_>) -> Result<T, ProjectError>,
    ) -> Result<Vec<T>, ProjectError> {
        let sql = format!("SELECT * FROM {table} WHERE document = ?1 ORDER BY number");
        let mut select = self.connection.prepare_cached(&sql)?;
        let mut rows = select.query([self.document])?;
        let mut items = Vec::new();
        while let Some(row) = rows.next()? {
            if row.get::<_, usize>("number")? != items.len() {
                return Err(self.damaged(&format!("{table} {} is not there", items.len())));
            }
            items.push(item(row)?);
        }
        Ok(items)
    }

    fn mention(&self, row: &Row<'_>) -> Result<MentionRecord, ProjectError> {
        let span = self.span(row)?;
        let gender: Option<String> = row.get("gender")?;
        let joined = match row.get_ref("sieve")? {
            rusqlite::types::ValueRef::Null => None,
            _ => Some(Joining { sieve: rule(row, "sieve")?, confidence: score(row, "sieve_confidence")? }),
        };
        Ok(MentionRecord {
            span,
            surface: self.counter.slice(span).to_owned(),
            kind: worded(&row.get::<_, String>("kind")?)?,
            entity_type: self.entity_type(row)?,
            label: row.get("label")?,
            canonical: row.get("canonical")?,
            iso3166: row.get("iso3166")?,
            is_demonym: row.get("is_demonym")?,
            title: row.get("title")?,
            gender: gender.as_deref().map(worded).transpose()?,
            rule: rule(row, "rule")?,
            confidence: score(row, "confidence")?,
            chain: row.get::<_, Option<usize>>("chain")?.map(ChainId::new),
            joined,
        })
    }

    fn chains(&self, mentions: &[MentionRecord]) -> Result<Vec<ChainRecord>, ProjectError> {
        let chain = |row: &Row<'_>| Ok(ChainRecord { entity_type: self.entity_type(row)?, mentions: Vec::new() });
        let mut chains = self.rows("chain", chain)?;
        for (number, mention) in mentions.iter().enumerate() {
            let Some(id) = mention.chain else { continue };
            let chain = chains.get_mut(id.index()).ok_or_else(|| self.damaged("a chain is not there"))?;
            chain.mentions.push(MentionId::new(number));
        }
        let is_empty = chains.iter().any(|chain| chain.mentions.is_empty());
        if is_empty { Err(self.damaged("a chain has no mention")) } else { Ok(chains) }
    }

    fn statement(&self, row: &Row<'_>, mentions: usize) -> Result<StatementRecord, ProjectError> {
        let attributes: Option<String> = row.get("attributes")?;
        let attributes = attributes.as_deref().map(serde_json::from_str).transpose();
        Ok(StatementRecord {
            relation: self.relation(row)?,
            subject: self.mention_id(row, "subject", mentions)?,
            object: self.mention_id(row, "object", mentions)?,
            status: worded(&row.get::<_, String>("status")?)?,
            span: self.span(row)?,
            trigger: row.get("trigger")?,
            date: date(row)?,
            time: said_time(row)?,
            place: self.optional_mention(row, "place", mentions)?,
            speaker: self.optional_mention(row, "speaker", mentions)?,
            attributes: attributes.map_err(|error| self.damaged(&error.to_string()))?.unwrap_or_default(),
            path: row.get("path")?,
            rule: rule(row, "rule")?,
            confidence: score(row, "confidence")?,
        })
    }

    fn plural(&self, row: &Row<'_>, mentions: usize) -> Result<PluralReference, ProjectError> {
        let sql = "SELECT mention FROM plural_member WHERE document = ?1 AND plural = ?2 ORDER BY number";
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query((self.document, row.get::<_, usize>("number")?))?;
        let mut members = Vec::new();
        while let Some(row) = rows.next()? {
            members.push(self.mention_id(row, "mention", mentions)?);
        }
        Ok(PluralReference {
            mention: self.mention_id(row, "mention", mentions)?,
            members,
            sieve: rule(row, "sieve")?,
            confidence: score(row, "confidence")?,
        })
    }

    fn span(&self, row: &Row<'_>) -> Result<Span<Char>, ProjectError> {
        let (start, length): (u32, u32) = (row.get("start")?, row.get("length")?);
        let end = start as usize + length as usize;
        if end > self.info.characters {
            return Err(self.damaged("a passage lies outside the text"));
        }
        Ok(Span::new(start as usize, end))
    }

    fn mention_id(&self, row: &Row<'_>, column: &str, mentions: usize) -> Result<MentionId, ProjectError> {
        let number = self.optional_mention(row, column, mentions)?;
        number.ok_or_else(|| self.damaged("a mention is not there"))
    }

    fn optional_mention(
        &self,
        row: &Row<'_>,
        column: &str,
        mentions: usize,
    ) -> Result<Option<MentionId>, ProjectError> {
        match row.get::<_, Option<usize>>(column)? {
            Some(number) if number >= mentions => Err(self.damaged("a mention is not there")),
            number => Ok(number.map(MentionId::new)),
        }
    }

    fn entity_type(&self, row: &Row<'_>) -> Result<EntityType, ProjectError> {
        let name = text(row, "type")?;
        let class = self.ontology.entity(name).ok_or_else(|| self.unknown("entity type", name))?;
        Ok(class.name)
    }

    fn relation(&self, row: &Row<'_>) -> Result<RelationType, ProjectError> {
        let name = text(row, "relation")?;
        let class = self.ontology.relation(name).ok_or_else(|| self.unknown("relation", name))?;
        Ok(class.name)
    }

    fn unknown(&self, kind: &'static str, name: &str) -> ProjectError {
        ProjectError::UnknownType { document: self.info.id.to_string(), kind, name: name.to_owned() }
    }

    fn damaged(&self, what: &str) -> ProjectError {
        ProjectError::Corrupt { what: format!("document \"{}\": {what}", self.info.id) }
    }
}

/// A column's text without a copy.
fn text<'r>(row: &'r Row<'_>, column: &str) -> Result<&'r str, ProjectError> {
    Ok(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?)
}

fn said_time(row: &Row<'_>) -> Result<Option<SaidTime>, ProjectError> {
    let Some(text) = row.get("time")? else { return Ok(None) };
    Ok(Some(SaidTime { text, interval: row.get("interval")?, basis: row.get("basis")?, note: row.get("note")? }))
}
