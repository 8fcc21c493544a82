//! The part of the graph that is about some things, without reading the other documents.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use super::error::ProjectError;
use super::file::Project;
use super::records::{Excerpt, Filing, Wanted, excerpt};
use super::row_ids::DocumentRow;
use crate::graph::{KnowledgeGraph, Part, build_graph};
use crate::ids::{ChainId, NameKey};
use crate::ontology::RelationType;
use crate::record::DocumentRecord;
use crate::resolution::{Duplicates, Naming, entities};

impl Project {
    /// The graph of the statements about these things that `part` asks for, and of where the events among their
    /// neighbors took place. Edges between others are incomplete, and a document that copies an article is known only
    /// if it says the same about them.
    ///
    /// # Errors
    /// Those of [`Self::graph`].
    ///
    /// # Complexity
    /// O(s log n) for s statements about the things and n statements in the project.
    pub fn graph_about(
        &mut self,
        things: &[NameKey],
        part: &Part,
        filing: &Filing<'_>,
    ) -> Result<KnowledgeGraph, ProjectError> {
        if !self.is_resolved_with(filing.resolved_with)? {
            return self.graph(filing);
        }
        let transaction = self.connection.transaction()?;
        let finder = Finder { connection: &transaction };
        let mut wanted: BTreeMap<DocumentRow, Wanted> = BTreeMap::new();
        for thing in things {
            let others = part.is_between.then_some(things);
            finder.add_statements(thing, others, &part.relations, &mut wanted)?;
            if part.with_mentions {
                finder.add_mentions(thing, &mut wanted)?;
            }
        }
        let events = if part.is_between { BTreeSet::new() } else { finder.events_near(things)? };
        for event in events {
            finder.add_statements(&event, None, &BTreeSet::from([RelationType::HELD_IN]), &mut wanted)?;
        }
        let excerpts = wanted.iter().map(|(document, wanted)| excerpt(&transaction, *document, wanted));
        let mut excerpts = excerpts.collect::<Result<Vec<Excerpt>, _>>()?;
        excerpts.sort_by(|a, b| a.record.info.id.cmp(&b.record.info.id));
        finder.graph_of(excerpts, filing)
    }
}

/// Calls `take` with each row of an answer.
fn for_each(
    connection: &Connection,
    sql: &str,
    values: impl Params,
    take: &mut impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> Result<(), ProjectError> {
    let mut select = connection.prepare_cached(sql)?;
    let mut rows = select.query(values)?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

/// What a name profile belongs to: the key of its entity and the name that is shown.
type Names = BTreeMap<i64, (NameKey, String)>;

struct Finder<'a> {
    connection: &'a Connection,
}

impl Finder<'_> {
    /// Wants the statements about a thing, or only those that join it to one of `others`.
    fn add_statements(
        &self,
        thing: &NameKey,
        others: Option<&[NameKey]>,
        relations: &BTreeSet<RelationType>,
        wanted: &mut BTreeMap<DocumentRow, Wanted>,
    ) -> Result<(), ProjectError> {
        let others = others.map(|others| self.dossiers_of(others)).transpose()?;
        let sql = "SELECT document, statement, other FROM tie WHERE one IN (
             SELECT id FROM dossier WHERE entity = (SELECT entity FROM dossier WHERE key = ?1))";
        let sql_of_relation = format!("{sql} AND relation = ?2");
        let mut add = |row: &Row<'_>| -> rusqlite::Result<()> {
            let other: i64 = row.get(2)?;
            if others.as_ref().is_none_or(|others| others.contains(&other)) {
                wanted.entry(row.get(0)?).or_default().statements.insert(row.get(1)?);
            }
            Ok(())
        };
        if relations.is_empty() {
            return for_each(self.connection, sql, params![thing], &mut add);
        }
        // The key of the table begins with the name and the relation.
        relations
            .iter()
            .try_for_each(|relation| for_each(self.connection, &sql_of_relation, params![thing, relation], &mut add))
    }

    /// The name profiles of things.
    fn dossiers_of(&self, things: &[NameKey]) -> Result<BTreeSet<i64>, ProjectError> {
        let sql = "SELECT id FROM dossier WHERE entity = (SELECT entity FROM dossier WHERE key = ?1)";
        let mut select = self.connection.prepare_cached(sql)?;
        let mut dossiers = BTreeSet::new();
        for thing in things {
            let rows = select.query_map([thing], |row| row.get(0))?;
            dossiers.extend(rows.collect::<Result<Vec<i64>, _>>()?);
        }
        Ok(dossiers)
    }

    /// Wants the mentions of a thing.
    fn add_mentions(&self, thing: &NameKey, wanted: &mut BTreeMap<DocumentRow, Wanted>) -> Result<(), ProjectError> {
        let sql = "SELECT told_in.document, told_in.dossier FROM told_in WHERE dossier IN (
             SELECT id FROM dossier WHERE entity = (SELECT entity FROM dossier WHERE key = ?1))";
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query([thing])?;
        while let Some(row) = rows.next()? {
            wanted.entry(row.get(0)?).or_default().dossiers.insert(row.get(1)?);
        }
        Ok(())
    }

    /// The events that statements join to these things.
    fn events_near(&self, things: &[NameKey]) -> Result<BTreeSet<NameKey>, ProjectError> {
        let sql = "SELECT DISTINCT event.key FROM tie JOIN dossier AS event ON event.id = tie.other
             WHERE event.type = 'event' AND tie.one IN (
             SELECT id FROM dossier WHERE entity = (SELECT entity FROM dossier WHERE key = ?1))";
        let mut select = self.connection.prepare_cached(sql)?;
        let mut events = BTreeSet::new();
        for thing in things {
            let keys = select.query_map([thing], |row| row.get(0))?;
            events.extend(keys.collect::<Result<Vec<NameKey>, _>>()?);
        }
        Ok(events)
    }

    /// The graph of excerpts, which are ordered by document id.
    fn graph_of(&self, excerpts: Vec<Excerpt>, filing: &Filing<'_>) -> Result<KnowledgeGraph, ProjectError> {
        let mut records: Vec<DocumentRecord> = Vec::with_capacity(excerpts.len());
        let (mut dossiers, mut sketches) = (Vec::with_capacity(excerpts.len()), Vec::with_capacity(excerpts.len()));
        for excerpt in excerpts {
            records.push(excerpt.record);
            dossiers.push(excerpt.dossiers);
            sketches.push(excerpt.sketch);
        }
        let mut names = Names::new();
        for dossier in dossiers.iter().flatten().collect::<BTreeSet<_>>() {
            names.insert(*dossier, self.names_of(*dossier)?);
        }
        let named: BTreeMap<&NameKey, &String> = names.values().map(|(key, name)| (key, name)).collect();
        let mut authorities: BTreeMap<&NameKey, BTreeSet<String>> = BTreeMap::new();
        for key in named.keys() {
            authorities.insert(key, self.authority_of(key)?);
        }
        let entity_of = |document: usize, chain: ChainId| names[&dossiers[document][chain.index()]].0.clone();
        let name_of = |key: &NameKey| named[key].clone();
        let authority_of = |key: &NameKey| authorities[key].clone();
        let naming = Naming { entity_of: &entity_of, name_of: &name_of, authority_of: &authority_of };
        let entities = entities(&records, &naming, filing.lexicon);
        let copies = Duplicates::of_sketches(&sketches, |at| &records[at].info);
        Ok(build_graph(&records, &entities, copies, filing.ontology))
    }

    /// The key of the entity of a name profile, and the name that is shown.
    fn names_of(&self, dossier: i64) -> Result<(NameKey, String), ProjectError> {
        let sql = "SELECT entity.key, (SELECT min(value) FROM fact WHERE fact.dossier = entity.id AND kind = 'label')
             FROM dossier JOIN dossier AS entity ON entity.id = dossier.entity WHERE dossier.id = ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let found =
            select.query_row([dossier], |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?))).optional()?;
        let (key, name) = found.ok_or_else(|| ProjectError::Corrupt { what: format!("no name {dossier}") })?;
        Ok((key, name.unwrap_or_default()))
    }

    /// The ids of an entity in authority lists.
    fn authority_of(&self, entity: &NameKey) -> Result<BTreeSet<String>, ProjectError> {
        let sql = "SELECT fact.value FROM dossier AS entity JOIN dossier ON dossier.entity = entity.id
             JOIN fact ON fact.dossier = dossier.id WHERE entity.key = ?1 AND fact.kind = 'authority'";
        let mut select = self.connection.prepare_cached(sql)?;
        let values = select.query_map(params![entity], |row| row.get(0))?;
        Ok(values.collect::<Result<_, _>>()?)
    }
}
