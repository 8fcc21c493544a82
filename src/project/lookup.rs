//! Finds the names and entities that a person means by what they typed.

use std::collections::BTreeSet;

use rusqlite::OptionalExtension;

use super::error::ProjectError;
use super::file::Project;
use crate::ids::{DocumentId, NameKey};
use crate::name_search::WantedName;
use crate::text::{fold, nearest};

/// A name that fits what was typed, with its entity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Hit {
    /// The key that was typed; for a name, the key of its entity.
    pub name: NameKey,
    /// The id of the entity.
    pub entity: NameKey,
}

impl Project {
    /// The names that a document mentions; none if the project lacks the document.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn told_in(&self, document: &DocumentId) -> Result<BTreeSet<NameKey>, ProjectError> {
        let sql = "SELECT dossier.key FROM chain JOIN document ON document.id = chain.document
             JOIN dossier ON dossier.id = chain.dossier WHERE document.name = ?1";
        let mut select = self.connection.prepare(sql)?;
        let keys = select.query_map([document], |row| row.get(0))?;
        Ok(keys.collect::<Result<_, _>>()?)
    }

    /// The name most similar to `wanted`, if one is similar.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn near_name(&self, wanted: &str) -> Result<Option<String>, ProjectError> {
        let mut select = self.connection.prepare("SELECT DISTINCT value FROM fact WHERE kind = 'label'")?;
        let names = select.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(nearest(wanted, names.iter().map(String::as_str)))
    }

    /// The names meant by `wanted`: a key, the id of a node, or a name in any case, whole or in part; ordered.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    ///
    /// # Complexity
    /// O(n) in the number of names, unless a key is given.
    pub fn find(&self, wanted: &str) -> Result<Vec<Hit>, ProjectError> {
        let sql = "SELECT entity.key FROM dossier JOIN dossier AS entity ON entity.id = dossier.entity
             WHERE dossier.key = ?1";
        let by_key = self.connection.query_row(sql, [wanted], |row| row.get(0)).optional()?;
        if let Some(entity) = by_key {
            return Ok(vec![Hit { name: wanted.into(), entity }]);
        }
        let wanted = WantedName::new(wanted);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let sql = "SELECT entity.key, fact.value FROM fact JOIN dossier ON dossier.id = fact.dossier
             JOIN dossier AS entity ON entity.id = dossier.entity WHERE fact.kind IN ('label', 'name', 'acronym')";
        let mut select = self.connection.prepare(sql)?;
        let mut rows = select.query([])?;
        let (mut whole, mut part) = (BTreeSet::new(), BTreeSet::new());
        while let Some(row) = rows.next()? {
            let (entity, name): (NameKey, String) = (row.get(0)?, row.get(1)?);
            let name = fold(&name);
            if wanted.is(&name) {
                whole.insert(entity);
            } else if wanted.is_within(&name) {
                part.insert(entity);
            }
        }
        let found = if whole.is_empty() { part } else { whole };
        Ok(found.into_iter().map(|entity| Hit { name: entity.clone(), entity }).collect())
    }
}
