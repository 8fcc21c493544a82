//! Adds documents to the tables and removes them.
//!
//! All that the project derives from single documents is updated here, in the transaction that adds or removes the
//! document.

use rusqlite::{OptionalExtension, Transaction};

use super::load::load;
use super::save::{delete, save, save_origin};
use super::ties::{tie, untie};
use crate::ids::DocumentId;
use crate::lexicon::Lexicon;
use crate::ontology::Ontology;
use crate::project::error::ProjectError;
use crate::project::fingerprint::Fingerprint;
use crate::project::journal;
use crate::project::profile_store::SqliteStore;
use crate::project::row_ids::DocumentRow;
use crate::record::{DocumentInfo, DocumentRecord};
use crate::resolution::{ChainProfile, Resolver, chain_profiles};

/// The data for comparing names.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Filing<'a> {
    /// The lists that comparisons use.
    pub lexicon: &'a Lexicon,
    /// Types of entities and relations.
    pub ontology: &'a Ontology,
    /// Version and data of the comparison; if they have changed, everything is compared again.
    pub resolved_with: &'a Fingerprint,
}

/// The work of comparing names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effort {
    /// Pairs of names compared.
    pub comparisons: usize,
    /// Name profiles read.
    pub loaded: usize,
    /// Rows written to the tables of resolution.
    pub rows: usize,
}

impl Effort {
    fn of(resolver: &Resolver<'_, SqliteStore<'_>>) -> Self {
        Self { comparisons: resolver.comparisons, loaded: resolver.loaded, rows: resolver.store.written }
    }

    pub(in crate::project) fn add(&mut self, other: Self) {
        self.comparisons += other.comparisons;
        self.loaded += other.loaded;
        self.rows += other.rows;
    }
}

impl<'a> Filing<'a> {
    /// With the given lists and types.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon, ontology: &'a Ontology, resolved_with: &'a Fingerprint) -> Self {
        Self { lexicon, ontology, resolved_with }
    }

    /// With the lists and types that ship with the program.
    #[must_use]
    pub fn shipped(resolved_with: &'a Fingerprint) -> Self {
        Self { lexicon: Lexicon::shipped(), ontology: Ontology::shipped(), resolved_with }
    }
}

impl Filing<'_> {
    /// Adds a document; its name must be new.
    pub(in crate::project) fn file(
        &self,
        transaction: &Transaction<'_>,
        record: &DocumentRecord,
        file: Option<&str>,
        read_with: &Fingerprint,
    ) -> Result<Effort, ProjectError> {
        let document = save(transaction, record, file, read_with.as_str())?;
        want(transaction, &record.info, file)?;
        self.resolve(transaction, document, record)
    }

    /// Removes a document with everything derived from it.
    pub(in crate::project) fn unfile(
        &self,
        transaction: &Transaction<'_>,
        document: DocumentRow,
    ) -> Result<Effort, ProjectError> {
        let record = load(transaction, document, self.ontology)?;
        let effort = self.unresolve(transaction, document, &record)?;
        delete(transaction, document)?;
        Ok(effort)
    }

    /// Adds what a stored document says to the name profiles.
    pub(in crate::project) fn resolve(
        &self,
        transaction: &Transaction<'_>,
        document: DocumentRow,
        record: &DocumentRecord,
    ) -> Result<Effort, ProjectError> {
        let mut resolver = self.resolver(transaction, document);
        resolver.add(&record.info.id, &self.profiles(transaction, record)?)?;
        tie(transaction, document, record, self.ontology)?;
        Ok(Effort::of(&resolver))
    }

    /// Removes what a document says from the name profiles, but not the document.
    pub(in crate::project) fn unresolve(
        &self,
        transaction: &Transaction<'_>,
        document: DocumentRow,
        record: &DocumentRecord,
    ) -> Result<Effort, ProjectError> {
        untie(transaction, document)?;
        let mut resolver = self.resolver(transaction, document);
        resolver.remove(&record.info.id, &self.profiles(transaction, record)?)?;
        Ok(Effort::of(&resolver))
    }

    fn profiles(
        &self,
        transaction: &Transaction<'_>,
        record: &DocumentRecord,
    ) -> Result<Vec<ChainProfile>, ProjectError> {
        let apart = journal::apart_in(transaction, &record.info.id)?;
        Ok(chain_profiles(record, self.lexicon, &apart))
    }

    /// A resolver over the names of the project, for a document that is added or removed.
    pub(in crate::project) fn resolver<'t>(
        &'t self,
        transaction: &'t Transaction<'t>,
        document: DocumentRow,
    ) -> Resolver<'t, SqliteStore<'t>> {
        Resolver::new(SqliteStore::new(transaction, self.ontology, document), self.lexicon)
    }

    /// Compares everything again if the last comparison used another version or other data.
    pub(in crate::project) fn refresh(&self, transaction: &Transaction<'_>) -> Result<(), ProjectError> {
        let sql = "SELECT value FROM project WHERE key = 'resolved_with'";
        let resolved_with: Option<String> = transaction.query_row(sql, [], |row| row.get(0)).optional()?;
        if resolved_with.as_deref() == Some(self.resolved_with.as_str()) {
            return Ok(());
        }
        transaction.execute_batch(
            "DELETE FROM dossier; DELETE FROM fact; DELETE FROM told_in; DELETE FROM block; DELETE FROM pair;
             DELETE FROM name_word; DELETE FROM tie; UPDATE chain SET dossier = NULL;",
        )?;
        let mut select = transaction.prepare("SELECT id FROM document ORDER BY name")?;
        let documents = select.query_map([], |row| row.get(0))?.collect::<Result<Vec<DocumentRow>, _>>()?;
        for document in documents {
            let record = load(transaction, document, self.ontology)?;
            self.resolve(transaction, document, &record)?;
        }
        let sql = "INSERT INTO project (key, value) VALUES ('resolved_with', ?1)
             ON CONFLICT DO UPDATE SET value = ?1";
        transaction.execute(sql, [self.resolved_with.as_str()])?;
        Ok(())
    }

    /// The row of a document.
    pub(in crate::project) fn row_of(
        transaction: &Transaction<'_>,
        document: &DocumentId,
    ) -> Result<Option<DocumentRow>, ProjectError> {
        let mut select = transaction.prepare_cached("SELECT id FROM document WHERE name = ?1")?;
        Ok(select.query_row([document.as_str()], |row| row.get(0)).optional()?)
    }
}

/// Forgets that a document was removed.
fn want(transaction: &Transaction<'_>, info: &DocumentInfo, file: Option<&str>) -> Result<(), ProjectError> {
    let sql = "DELETE FROM removed WHERE file = ?1 AND line = ?2";
    transaction.prepare_cached(sql)?.execute((file, info.line.unwrap_or_default()))?;
    Ok(())
}

/// Updates origin and title of a document; nothing is derived from these.
pub(in crate::project) fn relabel(
    transaction: &Transaction<'_>,
    document: DocumentRow,
    info: &DocumentInfo,
    file: Option<&str>,
) -> Result<(), ProjectError> {
    save_origin(transaction, document, info, file)?;
    want(transaction, info, file)
}
