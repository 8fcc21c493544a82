//! The store of name profiles in a project file.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension, Transaction, params};

use super::text_hash::hash;
use crate::ids::{DocumentId, NameKey};
use crate::ontology::Ontology;
use crate::project::error::ProjectError;
use crate::project::journal;
use crate::project::row_ids::DocumentRow;
use crate::resolution::{
    BlockingKeys, ChainProfile, Comparison, FactKind, MAX_SAMPLE, NameProfile, ProfileStore, Ruling, Scope,
};

/// The number of a name in its project.
pub(in crate::project) type ProfileRow = i64;

/// The name profiles of a project, within a transaction.
pub(in crate::project) struct SqliteStore<'a> {
    pub(super) transaction: &'a Transaction<'a>,
    ontology: &'a Ontology,
    /// The document that is being added or removed.
    document: DocumentRow,
    /// Number of rows written, to measure the cost of an article.
    pub(in crate::project) written: usize,
}

impl<'a> SqliteStore<'a> {
    pub(in crate::project) fn new(
        transaction: &'a Transaction<'a>,
        ontology: &'a Ontology,
        document: DocumentRow,
    ) -> Self {
        Self { transaction, ontology, document, written: 0 }
    }

    pub(super) fn row_of(&self, key: &NameKey) -> Result<Option<ProfileRow>, ProjectError> {
        let mut select = self.transaction.prepare_cached("SELECT id FROM dossier WHERE key = ?1")?;
        Ok(select.query_row([key.as_str()], |row| row.get(0)).optional()?)
    }

    /// Runs a statement that writes.
    pub(super) fn write(&mut self, sql: &str, values: impl rusqlite::Params) -> Result<usize, ProjectError> {
        let written = self.transaction.prepare_cached(sql)?.execute(values)?;
        self.written += written;
        Ok(written)
    }

    /// The row of the name under which a chain is filed; created if the name is new.
    fn open(&mut self, profile: &ChainProfile) -> Result<ProfileRow, ProjectError> {
        if let Some(row) = self.row_of(&profile.key)? {
            return Ok(row);
        }
        let (scope, value) = words_of(&profile.scope);
        self.write(
            "INSERT INTO dossier (key, type, scope, scope_value, is_known, documents) VALUES (?1, ?2, ?3, ?4, ?5, 0)",
            params![profile.key.as_str(), profile.entity_type.as_str(), scope, value, profile.is_known],
        )?;
        Ok(self.transaction.last_insert_rowid())
    }

    /// Counts one more or, with a negative step, one fewer chain of the document under a name.
    fn count_document(&mut self, profile: ProfileRow, name: &str, step: i64) -> Result<(), ProjectError> {
        let document = self.document;
        let sql = "INSERT INTO told_in (dossier, name, document, chains) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET chains = chains + ?4 RETURNING chains";
        let mut insert = self.transaction.prepare_cached(sql)?;
        let chains: i64 = insert.query_row(params![profile, name, document, step], |row| row.get(0))?;
        self.written += 1;
        if chains == 0 {
            self.write("DELETE FROM told_in WHERE dossier = ?1 AND name = ?2", params![profile, name])?;
        }
        if chains == 0 || (chains == 1 && step > 0) {
            self.write("UPDATE dossier SET documents = documents + ?2 WHERE id = ?1", params![profile, step])?;
        }
        Ok(())
    }

    fn sample(&self, profile: ProfileRow) -> Result<Vec<DocumentId>, ProjectError> {
        let sql = "SELECT name FROM told_in WHERE dossier = ?1 ORDER BY name LIMIT ?2";
        let mut select = self.transaction.prepare_cached(sql)?;
        let names = select.query_map(params![profile, MAX_SAMPLE], |row| row.get::<_, String>(0))?;
        names.map(|name| Ok(name?.into())).collect()
    }
}

fn words_of(scope: &Scope) -> (&'static str, Option<&str>) {
    match scope {
        Scope::Everywhere => ("everywhere", None),
        Scope::Country(country) => ("land", Some(country)),
        Scope::Document(document) => ("document", Some(document.as_str())),
    }
}

fn scope_of(word: &str, value: Option<String>) -> Scope {
    match (word, value) {
        ("land", Some(country)) => Scope::Country(country),
        ("document", Some(document)) => Scope::Document(document.into()),
        _ => Scope::Everywhere,
    }
}

impl ProfileStore for SqliteStore<'_> {
    type Error = ProjectError;

    fn file(&mut self, document: &DocumentId, chain: usize, profile: &ChainProfile) -> Result<(), ProjectError> {
        let stored = self.open(profile)?;
        let row = self.document;
        self.write("UPDATE chain SET dossier = ?3 WHERE document = ?1 AND number = ?2", params![row, chain, stored])?;
        self.count_document(stored, document.as_str(), 1)?;
        profile.facts.iter().try_for_each(|fact| self.count_fact(stored, fact, 1))
    }

    fn unfile(&mut self, document: &DocumentId, profiles: &[ChainProfile]) -> Result<(), ProjectError> {
        for profile in profiles {
            let Some(stored) = self.row_of(&profile.key)? else {
                return Err(ProjectError::Corrupt { what: format!("no profile of the name {}", profile.key) });
            };
            self.count_document(stored, document.as_str(), -1)?;
            profile.facts.iter().try_for_each(|fact| self.count_fact(stored, fact, -1))?;
        }
        self.write("UPDATE chain SET dossier = NULL WHERE document = ?1", [self.document])?;
        Ok(())
    }

    fn forget(&mut self, name: &NameKey) -> Result<(), ProjectError> {
        if let Some(row) = self.row_of(name)? {
            self.write("DELETE FROM block WHERE dossier = ?1", [row])?;
            self.write("DELETE FROM name_word WHERE dossier = ?1", [row])?;
            self.write("DELETE FROM dossier WHERE id = ?1", [row])?;
        }
        Ok(())
    }

    fn profile(&mut self, key: &NameKey) -> Result<Option<NameProfile>, ProjectError> {
        let sql = "SELECT id, type, scope, scope_value, is_known, documents FROM dossier WHERE key = ?1";
        let mut select = self.transaction.prepare_cached(sql)?;
        let found = select.query_row([key.as_str()], |row| {
            let scope: (String, Option<String>) = (row.get(2)?, row.get(3)?);
            let (id, kind): (ProfileRow, String) = (row.get(0)?, row.get(1)?);
            Ok((id, kind, scope, row.get::<_, bool>(4)?, row.get::<_, u64>(5)?))
        });
        let Some((row, kind, (scope, value), is_known, documents)) = found.optional()? else { return Ok(None) };
        if documents == 0 {
            return Ok(None);
        }
        let Some(class) = self.ontology.entity(&kind) else {
            return Err(ProjectError::UnknownType { document: key.to_string(), kind: "entity type", name: kind });
        };
        let facts = self.facts(row)?;
        let label = facts.iter().find(|fact| fact.kind == FactKind::Label);
        Ok(Some(NameProfile {
            key: key.clone(),
            entity_type: class.name,
            name: label.map(|fact| fact.value.clone()).unwrap_or_default(),
            scope: scope_of(&scope, value),
            is_known,
            facts,
            magnitude: documents.ilog2(),
            sample: self.sample(row)?,
        }))
    }

    fn co_mentions(&mut self, profile: &NameProfile) -> Result<BTreeSet<NameKey>, ProjectError> {
        let Some(row) = self.row_of(&profile.key)? else { return Ok(BTreeSet::new()) };
        let sql = "SELECT DISTINCT other.key
             FROM (SELECT document FROM told_in WHERE dossier = ?1 ORDER BY name LIMIT ?2) AS sampled
             JOIN chain ON chain.document = sampled.document
             JOIN dossier AS other ON other.id = chain.dossier
             WHERE other.scope <> 'document'";
        let mut select = self.transaction.prepare_cached(sql)?;
        let keys = select.query_map(params![row, MAX_SAMPLE], |row| row.get::<_, String>(0))?;
        keys.map(|key| Ok(key?.into())).collect()
    }

    fn note_content(&mut self, profile: &NameProfile) -> Result<bool, ProjectError> {
        // Another version may write it differently; then the name is compared once more.
        let noted = hash(&format!("{profile:?}"));
        let sql = "UPDATE dossier SET noted = ?2 WHERE key = ?1 AND noted IS NOT ?2";
        Ok(self.write(sql, params![profile.key.as_str(), noted])? > 0)
    }

    fn set_keys(&mut self, name: &NameKey, keys: &BlockingKeys) -> Result<(), ProjectError> {
        self.set_blocks(name, keys)
    }

    fn meeting(&mut self, keys: &BlockingKeys) -> Result<BTreeSet<NameKey>, ProjectError> {
        self.blocked_with(keys)
    }

    fn matches_of(&mut self, name: &NameKey) -> Result<BTreeMap<NameKey, Comparison>, ProjectError> {
        self.pairs_of(name)
    }

    fn set_match(
        &mut self,
        one: &NameKey,
        other: &NameKey,
        comparison: Option<&Comparison>,
        is_binding: bool,
    ) -> Result<(), ProjectError> {
        self.set_pair(one, other, comparison, is_binding)
    }

    fn links_of(&mut self, name: &NameKey) -> Result<Vec<(NameKey, f32)>, ProjectError> {
        self.same_as(name, true)
    }

    fn bare_names_of(&mut self, name: &NameKey) -> Result<Vec<NameKey>, ProjectError> {
        Ok(self.same_as(name, false)?.into_iter().map(|(key, _)| key).collect())
    }

    fn rulings_on(&mut self, name: &NameKey) -> Result<Vec<(i64, Ruling)>, ProjectError> {
        journal::rulings_on(self.transaction, name)
    }

    fn entity_of(&mut self, name: &NameKey) -> Result<Option<NameKey>, ProjectError> {
        let sql = "SELECT entity.key FROM dossier JOIN dossier AS entity ON entity.id = dossier.entity
             WHERE dossier.key = ?1";
        let mut select = self.transaction.prepare_cached(sql)?;
        let found = select.query_row([name.as_str()], |row| row.get::<_, String>(0)).optional()?;
        Ok(found.map(Into::into))
    }

    fn set_entity(&mut self, name: &NameKey, representative: &NameKey) -> Result<bool, ProjectError> {
        let entity = self.row_of(representative)?;
        let sql = "UPDATE dossier SET entity = ?2 WHERE key = ?1 AND entity IS NOT ?2";
        Ok(self.write(sql, params![name.as_str(), entity])? > 0)
    }
}
