//! Stores the words of names, for finding names as people type them.

use rusqlite::params;

use super::sqlite_store::{ProfileRow, SqliteStore};
use crate::name_search::plain;
use crate::project::error::ProjectError;
use crate::resolution::{Fact, FactKind};

/// The facts that are names.
const NAMES: [FactKind; 3] = [FactKind::Label, FactKind::Name, FactKind::Acronym];

impl SqliteStore<'_> {
    /// Stores the words of a fact, if it is a name.
    pub(super) fn add_words(&mut self, profile: ProfileRow, fact: &Fact) -> Result<(), ProjectError> {
        if !NAMES.contains(&fact.kind) {
            return Ok(());
        }
        let sql = "INSERT OR IGNORE INTO name_word (word, dossier) VALUES (?1, ?2)";
        plain(&fact.value).split(' ').filter(|word| !word.is_empty()).try_for_each(|word| {
            self.write(sql, params![word, profile])?;
            Ok(())
        })
    }

    /// Removes the words of a fact that is gone, unless another name has them too.
    pub(super) fn remove_words(&mut self, profile: ProfileRow, fact: &Fact) -> Result<(), ProjectError> {
        if !NAMES.contains(&fact.kind) {
            return Ok(());
        }
        self.write("DELETE FROM name_word WHERE dossier = ?1", [profile])?;
        let left = {
            let sql = "SELECT value FROM fact WHERE dossier = ?1 AND kind IN ('label', 'name', 'acronym')";
            let mut select = self.transaction.prepare_cached(sql)?;
            let values = select.query_map([profile], |row| row.get::<_, String>(0))?;
            values.collect::<Result<Vec<_>, _>>()?
        };
        left.into_iter().try_for_each(|name| self.add_words(profile, &Fact::new(FactKind::Name, name)))
    }
}
