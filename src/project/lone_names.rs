//! Lone names whose bearer is plain.

use std::collections::BTreeSet;

use rusqlite::params;

use super::error::ProjectError;
use super::file::Project;
use super::journal;
use crate::ids::NameKey;
use crate::name_search::plain;

/// A lone name of one article, and the only person of the project who is called so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct LoneName {
    /// The name as the article has it.
    pub name: String,
    /// Its key: `person/tammsoo@a1`.
    pub key: NameKey,
    /// The id of the person.
    pub bearer: NameKey,
    /// The name of the person.
    pub bearer_name: String,
}

impl Project {
    /// The names of one word that an article gives a person and that exactly one person of the project bears, ordered by
    /// name. Those on which somebody has judged are left out.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn lone_names(&self) -> Result<Vec<LoneName>, ProjectError> {
        let sql = "SELECT dossier.key, (SELECT min(value) FROM fact WHERE fact.dossier = dossier.id AND kind = 'label')
             FROM dossier WHERE type = 'person' AND scope = 'document' AND entity = id ORDER BY key";
        let mut select = self.connection.prepare(sql)?;
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?)))?;
        let mut lone = Vec::new();
        for row in rows {
            let (key, name): (NameKey, _) = row?;
            let name = name.unwrap_or_default();
            if name.contains(' ') || !journal::rulings_on(&self.connection, &key)?.is_empty() {
                continue;
            }
            if let [(bearer, bearer_name)] = &self.bearers(&plain(&name))?.into_iter().collect::<Vec<_>>()[..] {
                lone.push(LoneName { name, key, bearer: bearer.clone(), bearer_name: bearer_name.clone() });
            }
        }
        lone.sort();
        Ok(lone)
    }

    /// The people known by more than this word who bear it.
    fn bearers(&self, word: &str) -> Result<BTreeSet<(NameKey, String)>, ProjectError> {
        let sql = "SELECT DISTINCT entity.key,
                 (SELECT min(value) FROM fact WHERE fact.dossier = entity.id AND kind = 'label')
             FROM name_word JOIN dossier ON dossier.id = name_word.dossier
             JOIN dossier AS entity ON entity.id = dossier.entity
             WHERE name_word.word = ?1 AND entity.type = 'person' AND entity.scope <> 'document'";
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select
            .query_map(params![word], |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?.unwrap_or_default())))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
