//! Counts the facts of names.

use std::collections::BTreeSet;

use rusqlite::params;

use super::sqlite_store::{ProfileRow, SqliteStore};
use crate::project::error::ProjectError;
use crate::resolution::{Fact, FactKind, MAX_VALUES};

impl SqliteStore<'_> {
    /// Counts one more or, with a negative step, one fewer chain with this fact.
    pub(super) fn count_fact(&mut self, profile: ProfileRow, fact: &Fact, step: i64) -> Result<(), ProjectError> {
        let key = params![profile, fact.kind.as_str(), fact.value, step];
        if step > 0 {
            let sql = "INSERT INTO fact (dossier, kind, value, count) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET count = count + ?4";
            self.write(sql, key)?;
            return self.add_words(profile, fact);
        }
        self.write("UPDATE fact SET count = count + ?4 WHERE dossier = ?1 AND kind = ?2 AND value = ?3", key)?;
        let sql = "DELETE FROM fact WHERE dossier = ?1 AND kind = ?2 AND value = ?3 AND count = 0";
        if self.write(sql, params![profile, fact.kind.as_str(), fact.value])? > 0 {
            self.remove_words(profile, fact)?;
        }
        Ok(())
    }

    /// The first values of each kind of fact.
    pub(super) fn facts(&self, profile: ProfileRow) -> Result<BTreeSet<Fact>, ProjectError> {
        // Most names have few facts, which one query reads; the others need one query for each kind.
        let few = self.first_facts(profile, None)?;
        if few.len() <= MAX_VALUES {
            return Ok(few);
        }
        let mut facts = BTreeSet::new();
        for kind in FactKind::ALL {
            facts.extend(self.first_facts(profile, Some(kind))?);
        }
        Ok(facts)
    }

    /// The first [`MAX_VALUES`] facts of a kind; without a kind, up to one more of any kind.
    fn first_facts(&self, profile: ProfileRow, kind: Option<FactKind>) -> Result<BTreeSet<Fact>, ProjectError> {
        let sql = match kind {
            Some(_) => "SELECT kind, value FROM fact WHERE dossier = ?1 AND kind = ?2 ORDER BY value LIMIT ?3",
            None => "SELECT kind, value FROM fact WHERE dossier = ?1 AND ?2 IS NULL LIMIT ?3 + 1",
        };
        let mut select = self.transaction.prepare_cached(sql)?;
        let kind = kind.map(FactKind::as_str);
        let rows = select.query_map(params![profile, kind, MAX_VALUES], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        rows.map(|row| {
            let (kind, value) = row?;
            let known = FactKind::ALL.into_iter().find(|known| known.as_str() == kind);
            let kind = known.ok_or_else(|| ProjectError::Corrupt { what: format!("fact of kind \"{kind}\"") })?;
            Ok(Fact { kind, value })
        })
        .collect()
    }
}
