//! Reads records from the tables.

use rusqlite::{Connection, OptionalExtension};

use super::columns::Cells;
use super::tables::{TableRow, select};
use crate::coreference::PluralReference;
use crate::ids::MentionId;
use crate::ontology::Ontology;
use crate::project::error::ProjectError;
use crate::project::row_ids::DocumentRow;
use crate::record::{DocumentInfo, DocumentRecord, StatementRecord};
use crate::span::CharCounter;

/// The documents of a project, ordered by id.
pub(in crate::project) fn document_rows(connection: &Connection) -> Result<Vec<DocumentRow>, ProjectError> {
    // SQLite compares names byte by byte, as Rust does.
    let mut select = connection.prepare("SELECT id FROM document ORDER BY name")?;
    let documents = select.query_map([], |row| row.get(0))?;
    Ok(documents.collect::<Result<_, _>>()?)
}

/// The record of a document.
pub(in crate::project) fn load(
    connection: &Connection,
    document: DocumentRow,
    ontology: &Ontology,
) -> Result<DocumentRecord, ProjectError> {
    let (info, text) = load_text(connection, document)?;
    let name = info.id.to_string();
    let rows = Rows { connection, document, name: &name };
    let (mentions, chains, statements) = (rows.load()?, rows.load()?, rows.load()?);
    let mut plurals: Vec<PluralReference> = rows.load()?;
    for (plural, reference) in plurals.iter_mut().enumerate() {
        reference.members = rows.members_of(plural)?;
    }
    let mut record = DocumentRecord { info, text, mentions, chains, statements, plurals };
    complete(&mut record).map_err(|what| damaged(&name, what))?;
    check_types(&record, ontology)?;
    Ok(record)
}

/// Name, origin, date and text of a document.
pub(in crate::project) fn load_text(
    connection: &Connection,
    document: DocumentRow,
) -> Result<(DocumentInfo, String), ProjectError> {
    let sql = format!("{} WHERE id = ?1", select::<DocumentInfo>(&["text"]));
    let found = connection.prepare_cached(&sql)?.query_row([document], |row| {
        let mut cells = Cells::of(row);
        Ok((DocumentInfo::take(&mut cells)?, cells.take()?))
    });
    found.optional()?.ok_or_else(|| ProjectError::Corrupt { what: format!("document {document} is not there") })
}

fn damaged(document: &str, what: &str) -> ProjectError {
    ProjectError::Corrupt { what: format!("document \"{document}\": {what}") }
}

/// The rows of one document.
struct Rows<'a> {
    connection: &'a Connection,
    document: DocumentRow,
    name: &'a str,
}

impl Rows<'_> {
    /// All parts of one kind; their numbers must have no gaps.
    fn load<T: TableRow>(&self) -> Result<Vec<T>, ProjectError> {
        let sql = format!("{} WHERE document = ?1 ORDER BY number", select::<T>(&["number"]));
        let mut select = self.connection.prepare_cached(&sql)?;
        let mut rows = select.query([self.document])?;
        let mut parts = Vec::new();
        while let Some(row) = rows.next()? {
            let mut cells = Cells::of(row);
            let part = T::take(&mut cells)?;
            if cells.take::<usize>()? != parts.len() {
                return Err(damaged(self.name, &format!("{} {} is not there", T::TABLE, parts.len())));
            }
            parts.push(part);
        }
        Ok(parts)
    }

    fn members_of(&self, plural: usize) -> Result<Vec<MentionId>, ProjectError> {
        let sql = "SELECT mention FROM plural_member WHERE document = ?1 AND plural = ?2 ORDER BY number";
        let mut select = self.connection.prepare_cached(sql)?;
        let members = select.query_map((self.document, plural), |row| row.get(0))?;
        Ok(members.collect::<Result<_, _>>()?)
    }
}

/// Fills the fields that follow from other parts, and checks that all parts fit together.
fn complete(record: &mut DocumentRecord) -> Result<(), &'static str> {
    let DocumentRecord { info, text, mentions, chains, statements, plurals } = record;
    let text = CharCounter::new(text);
    let spans = mentions.iter().map(|mention| mention.span).chain(statements.iter().map(|statement| statement.span));
    if spans.into_iter().any(|span| span.end() > info.characters) {
        return Err("a passage lies outside the text");
    }
    for (number, mention) in mentions.iter_mut().enumerate() {
        text.slice(mention.span).clone_into(&mut mention.surface);
        if let Some(id) = mention.chain {
            let chain = chains.get_mut(id.index()).ok_or("a chain is not there")?;
            chain.mentions.push(MentionId::new(number));
        }
    }
    if chains.iter().any(|chain| chain.mentions.is_empty()) {
        return Err("a chain has no mention");
    }
    let of_statements = statements.iter().flat_map(|statement| {
        let StatementRecord { subject, object, place, speaker, .. } = statement;
        [*subject, *object].into_iter().chain(*place).chain(*speaker)
    });
    let of_plurals = plurals.iter().flat_map(|plural| plural.members.iter().copied().chain([plural.mention]));
    if of_statements.chain(of_plurals).any(|mention| mention.index() >= mentions.len()) {
        return Err("a mention is not there");
    }
    Ok(())
}

/// Checks that the ontology knows all types of a record.
fn check_types(record: &DocumentRecord, ontology: &Ontology) -> Result<(), ProjectError> {
    let of_chains = record.chains.iter().map(|chain| &chain.entity_type);
    let mut entity_types = record.mentions.iter().map(|mention| &mention.entity_type).chain(of_chains);
    let mut relations = record.statements.iter().map(|statement| &statement.relation);
    let unknown_entity = entity_types.find(|entity_type| ontology.entity(entity_type.as_str()).is_none());
    let unknown_relation = relations.find(|relation| ontology.class_of(**relation).is_none());
    let unknown = unknown_entity.map(|entity_type| ("entity type", entity_type.as_str()));
    match unknown.or(unknown_relation.map(|relation| ("relation", relation.as_str()))) {
        Some((kind, name)) => {
            Err(ProjectError::UnknownType { document: record.info.id.to_string(), kind, name: name.to_owned() })
        }
        None => Ok(()),
    }
}
