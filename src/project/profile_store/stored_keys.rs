//! Stores blocking keys, as hashes.

use std::collections::BTreeSet;

use rusqlite::params;

use super::sqlite_store::SqliteStore;
use super::text_hash::hash;
use crate::ids::NameKey;
use crate::project::error::ProjectError;
use crate::resolution::BlockingKeys;

impl SqliteStore<'_> {
    pub(super) fn set_blocks(&mut self, name: &NameKey, keys: &BlockingKeys) -> Result<(), ProjectError> {
        let Some(row) = self.row_of(name)? else { return Ok(()) };
        let hashes = |keys: &BTreeSet<String>, is_filed: bool| -> Vec<(i64, bool)> {
            keys.iter().map(|key| (hash(key), is_filed)).collect()
        };
        let now: BTreeSet<(i64, bool)> =
            [hashes(&keys.filed, true), hashes(&keys.asked, false)].concat().into_iter().collect();
        let before = {
            let mut select = self.transaction.prepare_cached("SELECT key, is_filed FROM block WHERE dossier = ?1")?;
            let rows = select.query_map([row], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<Result<BTreeSet<(i64, bool)>, _>>()?
        };
        for (key, is_filed) in before.difference(&now) {
            let sql = "DELETE FROM block WHERE key = ?1 AND is_filed = ?2 AND dossier = ?3";
            self.write(sql, params![key, is_filed, row])?;
        }
        for (key, is_filed) in now.difference(&before) {
            let sql = "INSERT INTO block (key, is_filed, dossier) VALUES (?1, ?2, ?3)";
            self.write(sql, params![key, is_filed, row])?;
        }
        Ok(())
    }

    pub(super) fn blocked_with(&self, keys: &BlockingKeys) -> Result<BTreeSet<NameKey>, ProjectError> {
        let sql = "SELECT dossier.key FROM block JOIN dossier ON dossier.id = block.dossier
             WHERE block.key = ?1 AND is_filed = ?2";
        let mut select = self.transaction.prepare_cached(sql)?;
        let mut found = BTreeSet::new();
        for (keys, is_filed) in [(&keys.asked, true), (&keys.filed, false)] {
            for key in keys {
                let rows = select.query_map(params![hash(key), is_filed], |row| row.get::<_, String>(0))?;
                for row in rows {
                    found.insert(row?.into());
                }
            }
        }
        Ok(found)
    }
}
