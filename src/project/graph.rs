//! The graph of a project.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::error::ProjectError;
use super::file::Project;
use super::fingerprint::Fingerprint;
use super::journal;
use super::records::{Filing, document_rows, load, sketch_of};
use super::row_ids::DocumentRow;
use super::shelf::Shelf;
use super::stored_graph::StoredGraph;
use crate::graph::{BuiltGraph, GraphBuilder, Kept, KnowledgeGraph, Passages};
use crate::ids::NameKey;
use crate::ontology::Ontology;
use crate::record::DocumentRecord;
use crate::resolution::{Duplicates, Entity, EntityDrafts, Ruling, resolve};

impl Project {
    /// All records, ordered by document id, as they are now.
    ///
    /// # Errors
    /// [`ProjectError::UnknownType`] if the ontology lacks a type, [`ProjectError::Corrupt`], or an error of SQLite.
    pub fn records(&mut self, ontology: &Ontology) -> Result<Vec<DocumentRecord>, ProjectError> {
        let transaction = self.connection.transaction()?;
        document_rows(&transaction)?.into_iter().map(|document| load(&transaction, document, ontology)).collect()
    }

    /// The graph of all documents.
    ///
    /// # Errors
    /// Those of [`Self::records`].
    pub fn graph(&mut self, filing: &Filing<'_>) -> Result<KnowledgeGraph, ProjectError> {
        let (built, kept) = self.build(filing, |entities, _| Ok(Kept::new(entities.len())))?;
        Ok(built.with(kept))
    }

    /// The graph of all documents with its passages on disk, for writing a large graph in little memory.
    ///
    /// # Errors
    /// Those of [`Self::records`].
    pub fn stored_graph(&mut self, filing: &Filing<'_>) -> Result<StoredGraph, ProjectError> {
        let (built, shelf) = self.build(filing, |_, duplicates| Shelf::new(duplicates))?;
        Ok(StoredGraph::new(built, shelf.finish()?))
    }

    /// Builds the graph from one record after the other; its passages go where `passages` says.
    fn build<P: Passages>(
        &mut self,
        filing: &Filing<'_>,
        passages: impl FnOnce(&[Entity], &Duplicates) -> Result<P, ProjectError>,
    ) -> Result<(BuiltGraph, P), ProjectError>
    where
        ProjectError: From<P::Error>,
    {
        let is_resolved = self.is_resolved_with(filing.resolved_with)?;
        let transaction = self.connection.transaction()?;
        let documents = document_rows(&transaction)?;
        let records = || documents.iter().map(|document| load(&transaction, *document, filing.ontology));
        let (entities, duplicates) = if is_resolved {
            filed_entities(&transaction, &documents, filing)?
        } else {
            // The stored comparisons are out of date, and reading the graph must not change the file.
            let records = records().collect::<Result<Vec<_>, _>>()?;
            let rulings: Vec<Ruling> = journal::in_force(&transaction)?;
            (resolve(&records, &rulings, filing.lexicon), Duplicates::among(&records))
        };
        let mut passages = passages(&entities, &duplicates)?;
        let mut builder = GraphBuilder::new(&entities, duplicates, filing.ontology);
        for record in records() {
            builder.add(&record?, &mut passages)?;
        }
        Ok((builder.finish(), passages))
    }

    /// Whether the stored names were compared with these data.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn is_resolved_with(&self, resolved_with: &Fingerprint) -> Result<bool, ProjectError> {
        let sql = "SELECT count(*) FROM project WHERE key = 'resolved_with' AND value = ?1";
        Ok(self.connection.query_row(sql, [resolved_with.as_str()], |row| row.get::<_, i64>(0))? > 0)
    }
}

/// The entities as they were filed, and which documents are copies, from one record after the other.
fn filed_entities(
    connection: &Connection,
    documents: &[DocumentRow],
    filing: &Filing<'_>,
) -> Result<(Vec<Entity>, Duplicates), ProjectError> {
    let mut drafts = EntityDrafts::default();
    let (mut infos, mut sketches) = (Vec::with_capacity(documents.len()), Vec::with_capacity(documents.len()));
    for document in documents {
        let record = load(connection, *document, filing.ontology)?;
        let keys = entity_keys(connection, *document)?;
        drafts.add(&record, |chain| keys[chain.index()].clone());
        sketches.push(sketch_of(connection, *document, &record.text)?);
        infos.push(record.info);
    }
    let (names, authorities) = (names(connection)?, authorities(connection)?);
    let name_of = |key: &NameKey| names.get(key).cloned().unwrap_or_default();
    let authority_of = |key: &NameKey| authorities.get(key).cloned().unwrap_or_default();
    let entities = drafts.finish(name_of, authority_of, filing.lexicon);
    Ok((entities, Duplicates::of_sketches(&sketches, |at| &infos[at])))
}

/// The name that gives the entity of each chain of a document its id.
fn entity_keys(connection: &Connection, document: DocumentRow) -> Result<Vec<NameKey>, ProjectError> {
    let sql = "SELECT entity.key FROM chain JOIN dossier ON dossier.id = chain.dossier
         JOIN dossier AS entity ON entity.id = dossier.entity WHERE chain.document = ?1 ORDER BY chain.number";
    let mut select = connection.prepare_cached(sql)?;
    let keys = select.query_map([document], |row| row.get(0))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

/// The name of each entity as written.
fn names(connection: &Connection) -> Result<BTreeMap<NameKey, String>, ProjectError> {
    let sql = "SELECT dossier.key, min(fact.value) FROM dossier
         JOIN fact ON fact.dossier = dossier.id AND fact.kind = 'label'
         WHERE dossier.entity = dossier.id GROUP BY dossier.id";
    let mut select = connection.prepare(sql)?;
    let names = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// For each entity, its ids in authority lists.
fn authorities(connection: &Connection) -> Result<BTreeMap<NameKey, BTreeSet<String>>, ProjectError> {
    let sql = "SELECT entity.key, fact.value FROM fact JOIN dossier ON dossier.id = fact.dossier
         JOIN dossier AS entity ON entity.id = dossier.entity WHERE fact.kind = 'authority'";
    let mut select = connection.prepare(sql)?;
    let mut rows = select.query([])?;
    let mut authorities: BTreeMap<NameKey, BTreeSet<String>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        authorities.entry(row.get(0)?).or_default().insert(row.get(1)?);
    }
    Ok(authorities)
}
