//! A record in, rows out.

use rusqlite::{Transaction, params};

use super::words::{Worded, decimal};
use crate::coreference::PluralReference;
use crate::ids::MentionId;
use crate::project::error::ProjectError;
use crate::project::row_ids::DocumentRow;
use crate::record::{ChainRecord, DocumentInfo, DocumentRecord, MentionRecord, StatementRecord};

/// Writes a record of which no document of this name is there, with its file and what it was read with.
pub(in crate::project) fn save(
    transaction: &Transaction<'_>,
    record: &DocumentRecord,
    file: Option<&str>,
    read_with: &str,
) -> Result<DocumentRow, ProjectError> {
    let document = save_info(transaction, record, file, read_with)?;
    let rows = Rows { transaction, document };
    for (number, mention) in record.mentions.iter().enumerate() {
        rows.mention(number, mention)?;
    }
    for (number, chain) in record.chains.iter().enumerate() {
        rows.chain(number, chain)?;
    }
    for (number, statement) in record.statements.iter().enumerate() {
        rows.statement(number, statement)?;
    }
    for (number, plural) in record.plurals.iter().enumerate() {
        rows.plural(number, plural)?;
    }
    Ok(document)
}

/// Removes all rows of a document; foreign keys take those of the other tables along.
pub(in crate::project) fn delete(transaction: &Transaction<'_>, document: DocumentRow) -> Result<(), ProjectError> {
    transaction.prepare_cached("DELETE FROM document WHERE id = ?1")?.execute([document])?;
    Ok(())
}

/// Replaces where a document comes from and its title; name, date and text stay.
pub(in crate::project) fn save_origin(
    transaction: &Transaction<'_>,
    document: DocumentRow,
    info: &DocumentInfo,
    file: Option<&str>,
) -> Result<(), ProjectError> {
    let sql = "UPDATE document SET file = ?2, path = ?3, line = ?4, title = ?5, url = ?6, source = ?7 WHERE id = ?1";
    let row = params![document, file, info.path, info.line, info.title, info.url, info.source];
    transaction.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

fn save_info(
    transaction: &Transaction<'_>,
    DocumentRecord { info, text, .. }: &DocumentRecord,
    file: Option<&str>,
    read_with: &str,
) -> Result<DocumentRow, ProjectError> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO document (name, file, path, line, title, date, url, source, sha256, characters, text, read_with)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    Ok(insert.insert(params![
        info.id.as_str(),
        file,
        info.path,
        info.line,
        info.title,
        info.date.map(|date| date.to_string()),
        info.url,
        info.source,
        info.sha256,
        info.characters,
        text,
        read_with,
    ])?)
}

/// Where the parts of one document go.
struct Rows<'a> {
    transaction: &'a Transaction<'a>,
    document: DocumentRow,
}

impl Rows<'_> {
    fn mention(&self, number: usize, mention: &MentionRecord) -> Result<(), ProjectError> {
        let mut insert = self.transaction.prepare_cached(
            "INSERT INTO mention (document, number, start, length, kind, type, label, canonical, iso3166, is_demonym,
                 title, gender, rule, confidence, chain, sieve, sieve_confidence)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )?;
        insert.execute(params![
            self.document,
            number,
            mention.span.start(),
            mention.span.len(),
            mention.kind.word(),
            mention.entity_type.as_str(),
            mention.label,
            mention.canonical,
            mention.iso3166,
            mention.is_demonym,
            mention.title,
            mention.gender.map(Worded::word),
            mention.rule.as_str(),
            decimal(mention.confidence),
            mention.chain.map(|chain| chain.index()),
            mention.joined.as_ref().map(|joined| joined.sieve.as_str()),
            mention.joined.as_ref().map(|joined| decimal(joined.confidence)),
        ])?;
        Ok(())
    }

    fn chain(&self, number: usize, chain: &ChainRecord) -> Result<(), ProjectError> {
        let sql = "INSERT INTO chain (document, number, type) VALUES (?1, ?2, ?3)";
        self.transaction.prepare_cached(sql)?.execute(params![self.document, number, chain.entity_type.as_str()])?;
        Ok(())
    }

    fn statement(&self, number: usize, statement: &StatementRecord) -> Result<(), ProjectError> {
        let mut insert = self.transaction.prepare_cached(
            "INSERT INTO statement (document, number, relation, subject, object, status, start, length, trigger, date,
                 time, interval, basis, note, place, speaker, attributes, path, rule, confidence)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
        )?;
        let time = statement.time.as_ref();
        let attributes = (!statement.attributes.is_empty())
            .then(|| serde_json::to_string(&statement.attributes).expect("an object of strings is JSON"));
        insert.execute(params![
            self.document,
            number,
            statement.relation.as_str(),
            statement.subject.index(),
            statement.object.index(),
            statement.status.word(),
            statement.span.start(),
            statement.span.len(),
            statement.trigger,
            statement.date.map(|date| date.to_string()),
            time.map(|time| &time.text),
            time.and_then(|time| time.interval.as_ref()),
            time.map(|time| &time.basis),
            time.and_then(|time| time.note.as_ref()),
            statement.place.map(MentionId::index),
            statement.speaker.map(MentionId::index),
            attributes,
            statement.path,
            statement.rule.as_str(),
            decimal(statement.confidence),
        ])?;
        Ok(())
    }

    fn plural(&self, number: usize, plural: &PluralReference) -> Result<(), ProjectError> {
        let sql = "INSERT INTO plural (document, number, mention, sieve, confidence) VALUES (?1, ?2, ?3, ?4, ?5)";
        let (mention, confidence) = (plural.mention.index(), decimal(plural.confidence));
        let row = params![self.document, number, mention, plural.sieve.as_str(), confidence];
        self.transaction.prepare_cached(sql)?.execute(row)?;
        let sql = "INSERT INTO plural_member (document, plural, number, mention) VALUES (?1, ?2, ?3, ?4)";
        let mut insert = self.transaction.prepare_cached(sql)?;
        for (position, member) in plural.members.iter().enumerate() {
            insert.execute(params![self.document, number, position, member.index()])?;
        }
        Ok(())
    }
}
