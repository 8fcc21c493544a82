//! Lists doubtful pairs for a person to decide.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension, Transaction, params};

use super::error::ProjectError;
use super::file::Project;
use super::journal;
use super::profile_store::{ProfileRow, SqliteStore};
use super::records::Filing;
use crate::ids::NameKey;
use crate::resolution::{Comparison, FactKind, Passage, ProfileStore, ReviewCase, Ruling, Side};

/// Maximum sentences shown for one side.
const MAX_PASSAGES: usize = 3;

/// Number of characters shown before and after a mention.
const AROUND: usize = 120;

/// Two names of different nodes that may mean one thing, smaller key first.
type Doubt = (NameKey, NameKey);

impl Project {
    /// At most `count` pairs for a person to decide, likeliest first: those that the comparison leaves open, and those
    /// that it would merge if no contradiction prevented it. Pairs settled by rulings are left out.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    ///
    /// # Complexity
    /// O(p log p) for p doubtful pairs.
    pub fn cases(&mut self, count: usize, filing: &Filing<'_>) -> Result<Vec<ReviewCase>, ProjectError> {
        let transaction = self.connection.transaction()?;
        let doubts = doubts(&transaction)?;
        let mut cases = Vec::new();
        for (left, right) in doubts.into_iter().take(count) {
            let found = filing.resolver(&transaction, 0).store.matches_of(&left)?.remove(&right);
            let comparison = found.ok_or_else(|| ProjectError::Corrupt { what: format!("no pair {left} {right}") })?;
            cases.push(case(&transaction, (left, right), comparison, filing)?);
        }
        Ok(cases)
    }

    /// How many pairs wait for a decision.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn doubtful(&mut self) -> Result<usize, ProjectError> {
        let transaction = self.connection.transaction()?;
        Ok(doubts(&transaction)?.len())
    }

    /// The case of two names, whether or not there are rulings on them; `None` if the project lacks one of them.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn case_of(
        &mut self,
        one: &NameKey,
        other: &NameKey,
        filing: &Filing<'_>,
    ) -> Result<Option<ReviewCase>, ProjectError> {
        let transaction = self.connection.transaction()?;
        let (left, right) = if one <= other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) };
        let compared = filing.resolver(&transaction, 0).compare_two(&left, &right)?;
        let Some(comparison) = compared else { return Ok(None) };
        case(&transaction, (left, right), comparison, filing).map(Some)
    }
}

/// The doubtful pairs, likeliest first.
fn doubts(transaction: &Transaction<'_>) -> Result<Vec<Doubt>, ProjectError> {
    let settled = settled(transaction)?;
    let sql = "SELECT one.key AS left, other.key AS right, one.entity AS left_entity, other.entity AS right_entity
         FROM pair JOIN dossier AS one ON one.id = pair.one JOIN dossier AS other ON other.id = pair.other
         WHERE one.entity IS NOT other.entity ORDER BY score DESC, one.key, other.key";
    let mut select = transaction.prepare_cached(sql)?;
    let mut rows = select.query([])?;
    let mut doubts = Vec::new();
    while let Some(row) = rows.next()? {
        let entities: (ProfileRow, ProfileRow) = (row.get("left_entity")?, row.get("right_entity")?);
        if !settled.contains(&sorted(entities)) {
            doubts.push((row.get("left")?, row.get("right")?));
        }
    }
    Ok(doubts)
}

fn sorted((a, b): (ProfileRow, ProfileRow)) -> (ProfileRow, ProfileRow) {
    (a.min(b), a.max(b))
}

/// The pairs of entities with a ruling `different` or `unsure`. A ruling on two names holds for all names merged with
/// them.
fn settled(transaction: &Transaction<'_>) -> Result<BTreeSet<(ProfileRow, ProfileRow)>, ProjectError> {
    let mut select = transaction.prepare_cached("SELECT entity FROM dossier WHERE key = ?1")?;
    let mut entity_of = |key: &NameKey| select.query_row([key], |row| row.get::<_, ProfileRow>(0)).optional();
    let mut settled = BTreeSet::new();
    for ruling in journal::in_force(transaction)? {
        if let Ruling::Different { left, right } | Ruling::Unsure { left, right } = &ruling
            && let (Some(left), Some(right)) = (entity_of(left)?, entity_of(right)?)
        {
            settled.insert(sorted((left, right)));
        }
    }
    Ok(settled)
}

fn case(
    transaction: &Transaction<'_>,
    (left, right): Doubt,
    comparison: Comparison,
    filing: &Filing<'_>,
) -> Result<ReviewCase, ProjectError> {
    Ok(ReviewCase { left: side(transaction, left, filing)?, right: side(transaction, right, filing)?, comparison })
}

/// What is known about a name.
pub(super) fn side(transaction: &Transaction<'_>, key: NameKey, filing: &Filing<'_>) -> Result<Side, ProjectError> {
    let profile = SqliteStore::new(transaction, filing.ontology, 0).profile(&key)?;
    let profile = profile.ok_or_else(|| ProjectError::Corrupt { what: format!("no profile of the name {key}") })?;
    let sql = "SELECT id, documents FROM dossier WHERE key = ?1";
    let counts = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let (row, documents): (ProfileRow, usize) = transaction.prepare_cached(sql)?.query_row([key.as_str()], counts)?;
    let is_name = |kind: FactKind| matches!(kind, FactKind::Name | FactKind::Acronym);
    let names = profile.facts.iter().filter(|fact| is_name(fact.kind)).map(|fact| match fact.kind {
        FactKind::Acronym => fact.value.to_uppercase(),
        _ => fact.value.clone(),
    });
    let names: BTreeSet<String> = names.collect();
    let told = profile.facts.iter().filter(|fact| !is_name(fact.kind) && fact.kind != FactKind::Label);
    let facts = told.map(|fact| {
        let value = match (fact.kind, fact.value.split_once('|')) {
            (FactKind::Office, Some((position, ""))) => position.to_owned(),
            (FactKind::Office, Some((position, country))) => format!("{position} ({country})"),
            _ => fact.value.clone(),
        };
        format!("{}: {value}", fact.kind.label())
    });
    Ok(Side {
        names: names.into_iter().collect(),
        facts: facts.collect::<BTreeSet<_>>().into_iter().collect(),
        passages: passages(transaction, row)?,
        name: profile.name,
        entity_type: profile.entity_type,
        documents,
        key,
    })
}

/// The first mention in each of the first documents.
fn passages(transaction: &Transaction<'_>, profile: ProfileRow) -> Result<Vec<Passage>, ProjectError> {
    let sql = "SELECT document.name, document.date, substr(text, max(start - ?2, 0) + 1, min(start, ?2)),
             substr(text, start + 1, length), substr(text, start + length + 1, ?2)
         FROM (SELECT document FROM told_in WHERE dossier = ?1 ORDER BY name LIMIT ?3) AS sampled
         JOIN chain ON chain.document = sampled.document AND chain.dossier = ?1
         JOIN mention ON mention.document = chain.document AND mention.chain = chain.number
         JOIN document ON document.id = sampled.document
         GROUP BY document.id HAVING mention.number = min(mention.number)
         ORDER BY document.name";
    let mut select = transaction.prepare_cached(sql)?;
    let rows = select.query_map(params![profile, AROUND, MAX_PASSAGES], |row| {
        let text = |column| row.get::<_, String>(column);
        Ok(Passage {
            document: row.get(0)?,
            date: row.get(1)?,
            before: one_line(from_word(&text(2)?)),
            mention: text(3)?.split_whitespace().collect::<Vec<_>>().join(" "),
            after: one_line(to_word(&text(4)?)),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The text without the part of a word at its start, if it was cut there.
fn from_word(before: &str) -> &str {
    let is_cut = before.chars().count() >= AROUND;
    before.find(char::is_whitespace).filter(|_| is_cut).map_or(before, |at| &before[at..])
}

/// The text without the part of a word at its end, if it was cut there.
fn to_word(after: &str) -> &str {
    let is_cut = after.chars().count() >= AROUND;
    after.rfind(char::is_whitespace).filter(|_| is_cut).map_or(after, |at| &after[..at])
}

/// The text with each run of white space as one space, also at its ends.
fn one_line(text: &str) -> String {
    let spaced = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let mut line = String::with_capacity(text.len());
    for c in spaced {
        if c != ' ' || !line.ends_with(' ') {
            line.push(c);
        }
    }
    line
}
