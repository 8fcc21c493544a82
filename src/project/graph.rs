//! The graph of a project.

use std::collections::{BTreeMap, BTreeSet};

use super::error::ProjectError;
use super::file::Project;
use super::fingerprint::Fingerprint;
use super::journal;
use super::records::{Filing, Records};
use crate::graph::{KnowledgeGraph, build_graph};
use crate::ids::{ChainId, NameKey};
use crate::ontology::Ontology;
use crate::record::DocumentRecord;
use crate::resolution::{Duplicates, Naming, Ruling, entities, resolve};

/// For each document, the name that gives the entity of each chain its id.
type Named = BTreeMap<String, Vec<NameKey>>;

impl Project {
    /// All records, ordered by document id, as they are now.
    ///
    /// # Errors
    /// [`ProjectError::UnknownType`] if the ontology lacks a type, [`ProjectError::Corrupt`], or an error of SQLite.
    pub fn records(&mut self, ontology: &Ontology) -> Result<Vec<DocumentRecord>, ProjectError> {
        Records::new(self.connection.transaction()?, ontology)?.collect()
    }

    /// The graph of all documents.
    ///
    /// # Errors
    /// Those of [`Self::records`].
    pub fn graph(&mut self, filing: &Filing<'_>) -> Result<KnowledgeGraph, ProjectError> {
        let ontology = filing.ontology;
        if !self.is_resolved_with(filing.resolved_with)? {
            // The stored comparisons are out of date, and reading the graph must not change the file.
            let rulings: Vec<Ruling> = journal::in_force(&self.connection)?;
            let records = self.records(ontology)?;
            let entities = resolve(&records, &rulings, filing.lexicon);
            return Ok(build_graph(&records, &entities, Duplicates::among(&records), ontology));
        }
        let (named, names) = self.named()?;
        let records = self.records(ontology)?;
        let entity_of =
            |document: usize, chain: ChainId| named[records[document].info.id.as_str()][chain.index()].clone();
        let name_of = |name: &NameKey| names.get(name).cloned().unwrap_or_default();
        let authorities = self.authorities()?;
        let authority_of = |name: &NameKey| authorities.get(name).cloned().unwrap_or_default();
        let naming = Naming { entity_of: &entity_of, name_of: &name_of, authority_of: &authority_of };
        let entities = entities(&records, &naming, filing.lexicon);
        Ok(build_graph(&records, &entities, Duplicates::among(&records), ontology))
    }

    /// Whether the stored names were compared with these data.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn is_resolved_with(&self, resolved_with: &Fingerprint) -> Result<bool, ProjectError> {
        let sql = "SELECT count(*) FROM project WHERE key = 'resolved_with' AND value = ?1";
        Ok(self.connection.query_row(sql, [resolved_with.as_str()], |row| row.get::<_, i64>(0))? > 0)
    }

    /// For each entity, its ids in authority lists.
    fn authorities(&self) -> Result<BTreeMap<NameKey, BTreeSet<String>>, ProjectError> {
        let sql = "SELECT entity.key, fact.value FROM fact JOIN dossier ON dossier.id = fact.dossier
             JOIN dossier AS entity ON entity.id = dossier.entity WHERE fact.kind = 'authority'";
        let mut select = self.connection.prepare(sql)?;
        let mut rows = select.query([])?;
        let mut authorities: BTreeMap<NameKey, BTreeSet<String>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            authorities.entry(row.get(0)?).or_default().insert(row.get(1)?);
        }
        Ok(authorities)
    }

    fn named(&self) -> Result<(Named, BTreeMap<NameKey, String>), ProjectError> {
        let sql = "SELECT document.name, entity.key FROM chain
             JOIN document ON document.id = chain.document
             JOIN dossier ON dossier.id = chain.dossier
             JOIN dossier AS entity ON entity.id = dossier.entity
             ORDER BY chain.document, chain.number";
        let mut select = self.connection.prepare(sql)?;
        let mut named = Named::new();
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            named.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        let sql = "SELECT dossier.key, min(fact.value) FROM dossier
             JOIN fact ON fact.dossier = dossier.id AND fact.kind = 'label'
             WHERE dossier.entity = dossier.id GROUP BY dossier.id";
        let mut select = self.connection.prepare(sql)?;
        let names = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let names = names.collect::<Result<_, _>>()?;
        Ok((named, names))
    }
}
