//! Explains why a node is one.

use rusqlite::Transaction;

use super::cases::side;
use super::error::ProjectError;
use super::file::Project;
use super::journal::{self, LogEntry};
use super::records::Filing;
use crate::ids::NameKey;
use crate::resolution::{Comparison, ProfileStore, Side};

/// Two names and the result of comparing them.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Link {
    /// The one with the smaller key.
    pub left: NameKey,
    /// The other.
    pub right: NameKey,
    /// The reasons for and against a merge.
    pub comparison: Comparison,
}

/// Why a node is one, and which others are similar.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// Id of the node: the name chosen for it.
    pub entity: NameKey,
    /// The names that were merged, sorted by key.
    pub members: Vec<Side>,
    /// The matches between members.
    pub links: Vec<Link>,
    /// The matches between a member and a name of another node.
    pub outside: Vec<Link>,
    /// The rulings in force on members.
    pub rulings: Vec<LogEntry>,
}

impl Project {
    /// Why the node of a name is one; `None` if the project lacks the name.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn explain(&mut self, name: &NameKey, filing: &Filing<'_>) -> Result<Option<Explanation>, ProjectError> {
        let transaction = self.connection.transaction()?;
        let keys = members(&transaction, name)?;
        let Some(entity) = filing.resolver(&transaction, 0).store.entity_of(name)? else { return Ok(None) };
        let (mut links, mut outside) = (Vec::new(), Vec::new());
        for key in &keys {
            for (other, comparison) in filing.resolver(&transaction, 0).store.matches_of(key)? {
                let is_inside = keys.contains(&other);
                let (left, right) = if *key < other { (key.clone(), other) } else { (other, key.clone()) };
                let is_new = !links.iter().any(|link: &Link| (&link.left, &link.right) == (&left, &right));
                match is_inside {
                    true if is_new => links.push(Link { left, right, comparison }),
                    true => {}
                    false => outside.push(Link { left, right, comparison }),
                }
            }
        }
        let concerns = |entry: &LogEntry| entry.judgement.ruling.names().iter().any(|key| keys.contains(key));
        let rulings =
            journal::read(&transaction)?.into_iter().filter(|entry| entry.undone.is_none() && concerns(entry));
        let rulings = rulings.collect();
        let members = keys.into_iter().map(|key| side(&transaction, key, filing)).collect::<Result<_, _>>()?;
        Ok(Some(Explanation { entity, members, links, outside, rulings }))
    }
}

/// The name and those merged with it, sorted by key.
fn members(transaction: &Transaction<'_>, name: &NameKey) -> Result<Vec<NameKey>, ProjectError> {
    let sql = "SELECT key FROM dossier WHERE entity = (SELECT entity FROM dossier WHERE key = ?1) ORDER BY key";
    let mut select = transaction.prepare_cached(sql)?;
    let keys = select.query_map([name], |row| row.get(0))?;
    Ok(keys.collect::<Result<_, _>>()?)
}
