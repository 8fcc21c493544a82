//! Loads a part of a record: some statements and mentions, without reading the others.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::columns::Cells;
use super::load::load_text;
use super::sketches::sketch_of;
use super::tables::{TableRow, select};
use crate::coreference::PluralReference;
use crate::ids::{ChainId, MentionId};
use crate::project::error::ProjectError;
use crate::project::row_ids::DocumentRow;
use crate::record::{ChainRecord, DocumentRecord, MentionRecord, StatementRecord};
use crate::resolution::Sketch;
use crate::span::CharCounter;

/// What to load of a document.
#[derive(Debug, Default)]
pub(in crate::project) struct Wanted {
    /// Statements, with all mentions that they name.
    pub(in crate::project) statements: BTreeSet<usize>,
    /// Name profiles whose mentions are loaded, all of them.
    pub(in crate::project) dossiers: BTreeSet<i64>,
}

/// A part of a record, complete in itself, the name profile of each of its chains, and the sketch of the whole.
pub(in crate::project) struct Excerpt {
    pub(in crate::project) record: DocumentRecord,
    pub(in crate::project) dossiers: Vec<i64>,
    pub(in crate::project) sketch: Sketch,
}

/// Loads what is wanted of a document.
pub(in crate::project) fn excerpt(
    connection: &Connection,
    document: DocumentRow,
    wanted: &Wanted,
) -> Result<Excerpt, ProjectError> {
    let reader = Reader { connection, document };
    let statements =
        wanted.statements.iter().map(|number| reader.row(*number)).collect::<Result<Vec<StatementRecord>, _>>()?;
    let mut numbers: BTreeSet<usize> = statements.iter().flat_map(named).map(MentionId::index).collect();
    let plurals = reader.plurals_among(&numbers)?;
    numbers.extend(plurals.iter().flat_map(|plural| &plural.members).map(|member| member.index()));
    for dossier in &wanted.dossiers {
        numbers.extend(reader.mentions_of(*dossier)?);
    }
    let (info, text) = load_text(connection, document)?;
    let sketch = sketch_of(connection, document, &text)?;
    let mut mentions = numbers.iter().map(|number| reader.row(*number)).collect::<Result<Vec<MentionRecord>, _>>()?;
    let mut chains = reader.chains_of(&mentions)?;
    let counter = CharCounter::new(&text);
    let chain_numbers: BTreeMap<usize, usize> = chains.keys().enumerate().map(|(at, number)| (*number, at)).collect();
    for (at, mention) in mentions.iter_mut().enumerate() {
        if mention.span.end() > info.characters {
            return Err(reader.damaged("a passage lies outside the text"));
        }
        counter.slice(mention.span).clone_into(&mut mention.surface);
        if let Some(chain) = mention.chain {
            chains.get_mut(&chain.index()).expect("loaded for these mentions").0.mentions.push(MentionId::new(at));
            mention.chain = Some(ChainId::new(chain_numbers[&chain.index()]));
        }
    }
    let mention_numbers: BTreeMap<usize, usize> =
        numbers.iter().enumerate().map(|(at, number)| (*number, at)).collect();
    let moved = |mention: &MentionId| MentionId::new(mention_numbers[&mention.index()]);
    let statements = statements.into_iter().map(|statement| StatementRecord {
        subject: moved(&statement.subject),
        object: moved(&statement.object),
        place: statement.place.as_ref().map(moved),
        speaker: statement.speaker.as_ref().map(moved),
        ..statement
    });
    let plurals = plurals.into_iter().map(|plural| PluralReference {
        mention: moved(&plural.mention),
        members: plural.members.iter().map(moved).collect(),
        ..plural
    });
    let (chains, dossiers) = chains.into_values().unzip();
    let (statements, plurals) = (statements.collect(), plurals.collect());
    Ok(Excerpt { record: DocumentRecord { info, text, mentions, chains, statements, plurals }, dossiers, sketch })
}

/// The mentions that a statement names.
fn named(statement: &StatementRecord) -> impl Iterator<Item = MentionId> {
    [Some(statement.subject), Some(statement.object), statement.place, statement.speaker].into_iter().flatten()
}

/// Reads rows of one document.
struct Reader<'a> {
    connection: &'a Connection,
    document: DocumentRow,
}

impl Reader<'_> {
    /// The part with this number.
    fn row<T: TableRow>(&self, number: usize) -> Result<T, ProjectError> {
        let sql = format!("{} WHERE document = ?1 AND number = ?2", select::<T>(&[]));
        let mut select = self.connection.prepare_cached(&sql)?;
        let mut rows = select.query(params![self.document, number])?;
        match rows.next()? {
            Some(row) => Ok(T::take(&mut Cells::of(row))?),
            None => Err(self.damaged(&format!("{} {number} is not there", T::TABLE))),
        }
    }

    fn damaged(&self, what: &str) -> ProjectError {
        ProjectError::Corrupt { what: format!("document {}: {what}", self.document) }
    }

    /// The plural mentions among these, with their members.
    fn plurals_among(&self, mentions: &BTreeSet<usize>) -> Result<Vec<PluralReference>, ProjectError> {
        let sql = format!("{} WHERE document = ?1 ORDER BY number", select::<PluralReference>(&["number"]));
        let mut select = self.connection.prepare_cached(&sql)?;
        let mut rows = select.query([self.document])?;
        let mut plurals = Vec::new();
        while let Some(row) = rows.next()? {
            let mut cells = Cells::of(row);
            let mut plural = PluralReference::take(&mut cells)?;
            if mentions.contains(&plural.mention.index()) {
                plural.members = self.members_of(cells.take()?)?;
                plurals.push(plural);
            }
        }
        Ok(plurals)
    }

    fn members_of(&self, plural: usize) -> Result<Vec<MentionId>, ProjectError> {
        let sql = "SELECT mention FROM plural_member WHERE document = ?1 AND plural = ?2 ORDER BY number";
        let mut select = self.connection.prepare_cached(sql)?;
        let members = select.query_map(params![self.document, plural], |row| row.get(0))?;
        Ok(members.collect::<Result<_, _>>()?)
    }

    /// The numbers of all mentions of a name.
    fn mentions_of(&self, dossier: i64) -> Result<Vec<usize>, ProjectError> {
        let sql = "SELECT number FROM mention WHERE document = ?1
             AND chain IN (SELECT number FROM chain WHERE document = ?1 AND dossier = ?2)";
        let mut select = self.connection.prepare_cached(sql)?;
        let numbers = select.query_map(params![self.document, dossier], |row| row.get(0))?;
        Ok(numbers.collect::<Result<_, _>>()?)
    }

    /// The chains of these mentions by number, still without mentions, with their name profiles.
    fn chains_of(&self, mentions: &[MentionRecord]) -> Result<BTreeMap<usize, (ChainRecord, i64)>, ProjectError> {
        let numbers: BTreeSet<usize> =
            mentions.iter().filter_map(|mention| mention.chain).map(ChainId::index).collect();
        let sql = "SELECT dossier FROM chain WHERE document = ?1 AND number = ?2";
        let mut select = self.connection.prepare_cached(sql)?;
        let chain = |number: usize| {
            let dossier = select.query_row(params![self.document, number], |row| row.get(0))?;
            Ok((number, (self.row(number)?, dossier)))
        };
        numbers.into_iter().map(chain).collect()
    }
}
