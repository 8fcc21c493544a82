//! Finds the names and entities that a person means by what they typed.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};

use super::error::ProjectError;
use super::file::Project;
use crate::ids::{DocumentId, NameKey};
use crate::lexicon::Lexicon;
use crate::name_search::{Fit, WantedName, is_alike};
use crate::ontology::EntityType;
use crate::ontology::{Ontology, RelationType};

/// An entity that may be meant by what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hit {
    /// The key that was typed; for a name, the key of its entity.
    pub name: NameKey,
    /// The id of the entity.
    pub entity: NameKey,
    /// The name that is shown.
    pub label: String,
    /// Its type.
    pub entity_type: EntityType,
    /// How well it fits.
    pub fit: Fit,
    /// Whether it is known from one document only, by a name that says no more.
    pub is_local: bool,
    /// The offices of a person, in small letters.
    pub offices: Vec<String>,
    /// How many statements there are about it, of the relation asked for.
    pub statements: usize,
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

    /// The entities that `typed` may mean: by key, or by a name as [`Fit`] says; unordered. `relation` says which
    /// statements to count.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    ///
    /// # Complexity
    /// O(h log n) for h hits among n names; if nothing fits, O(n).
    pub fn find(
        &self,
        typed: &str,
        relation: Option<RelationType>,
        lexicon: &Lexicon,
        ontology: &Ontology,
    ) -> Result<Vec<Hit>, ProjectError> {
        let search = Search { connection: &self.connection, relation, ontology };
        let sql = "SELECT entity.id FROM dossier JOIN dossier AS entity ON entity.id = dossier.entity
             WHERE dossier.key = ?1";
        let by_key = self.connection.prepare_cached(sql)?.query_row([typed], |row| row.get(0)).optional()?;
        if let Some(entity) = by_key {
            let hit = search.hit(entity, Fit::Id)?;
            return Ok(vec![Hit { name: typed.into(), ..hit }]);
        }
        let wanted = WantedName::new(typed, |words| lexicon.title(words).map_or(0, |(length, _)| length));
        let mut hits = Vec::new();
        for entity in search.entities_of(&wanted)? {
            let names = search.names_of(entity)?;
            // Words that stand in different names of one thing fit no single name.
            let fit = wanted.fit(names.iter().map(String::as_str)).unwrap_or(Fit::Spelling);
            hits.push(search.hit(entity, fit)?);
        }
        Ok(hits)
    }

    /// The names most similar to `wanted`, at most `count`.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn near_names(&self, wanted: &str, count: usize) -> Result<Vec<String>, ProjectError> {
        let mut select =
            self.connection.prepare("SELECT DISTINCT value FROM fact WHERE kind = 'label' ORDER BY value")?;
        let names = select.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(crate::name_search::near_names(wanted, names.iter().map(String::as_str), count))
    }
}

struct Search<'a> {
    connection: &'a Connection,
    relation: Option<RelationType>,
    ontology: &'a Ontology,
}

impl Search<'_> {
    /// The entities whose names have all words: as typed, as beginnings or, failing that, in another spelling.
    fn entities_of(&self, wanted: &WantedName) -> Result<BTreeSet<i64>, ProjectError> {
        type ByWord<'s> = &'s dyn Fn(&str) -> Result<BTreeSet<i64>, ProjectError>;
        let ways: [ByWord<'_>; 3] =
            [&|word| self.with_word(word), &|word| self.with_beginning(word), &|word| self.with_similar(word)];
        for way in ways {
            let mut found = BTreeSet::new();
            for words in wanted.readings().filter(|words| !words.is_empty()) {
                let mut sets = words.iter().map(|word| way(word));
                let Some(mut all) = sets.next().transpose()? else { continue };
                for set in sets {
                    let set = set?;
                    all.retain(|entity| set.contains(entity));
                }
                found.extend(all);
            }
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok(BTreeSet::new())
    }

    fn with_word(&self, word: &str) -> Result<BTreeSet<i64>, ProjectError> {
        let sql = "SELECT dossier.entity FROM name_word JOIN dossier ON dossier.id = name_word.dossier
             WHERE word = ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select.query_map([word], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn with_beginning(&self, word: &str) -> Result<BTreeSet<i64>, ProjectError> {
        let sql = "SELECT dossier.entity FROM name_word JOIN dossier ON dossier.id = name_word.dossier
             WHERE word >= ?1 AND word < ?2";
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select.query_map(params![word, format!("{word}\u{10FFFF}")], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn with_similar(&self, word: &str) -> Result<BTreeSet<i64>, ProjectError> {
        let mut select = self.connection.prepare_cached("SELECT DISTINCT word FROM name_word")?;
        let mut rows = select.query([])?;
        let mut found = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let other: String = row.get(0)?;
            if is_alike(word, &other) {
                found.extend(self.with_word(&other)?);
            }
        }
        Ok(found)
    }

    /// All names of an entity.
    fn names_of(&self, entity: i64) -> Result<Vec<String>, ProjectError> {
        let sql = "SELECT fact.value FROM dossier JOIN fact ON fact.dossier = dossier.id
             WHERE dossier.entity = ?1 AND fact.kind IN ('label', 'name', 'acronym')";
        let mut select = self.connection.prepare_cached(sql)?;
        let names = select.query_map([entity], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    fn hit(&self, entity: i64, fit: Fit) -> Result<Hit, ProjectError> {
        let sql = "SELECT key, type, scope = 'document',
             (SELECT min(value) FROM fact WHERE fact.dossier = dossier.id AND kind = 'label')
             FROM dossier WHERE id = ?1";
        let mut select = self.connection.prepare_cached(sql)?;
        let (key, kind, is_local, label) = select.query_row([entity], |row| {
            let label: Option<String> = row.get(3)?;
            Ok((row.get::<_, NameKey>(0)?, row.get::<_, String>(1)?, row.get(2)?, label.unwrap_or_default()))
        })?;
        let Some(class) = self.ontology.entity(&kind) else {
            return Err(ProjectError::UnknownType { document: key.to_string(), kind: "entity type", name: kind });
        };
        let (offices, statements) = (self.offices_of(entity)?, self.statements_of(entity)?);
        Ok(Hit { name: key.clone(), entity: key, label, entity_type: class.name, fit, is_local, offices, statements })
    }

    /// The offices of a person, most often stated first.
    fn offices_of(&self, entity: i64) -> Result<Vec<String>, ProjectError> {
        let sql = "SELECT fact.value, fact.count FROM dossier JOIN fact ON fact.dossier = dossier.id
             WHERE dossier.entity = ?1 AND fact.kind = 'office'";
        let mut select = self.connection.prepare_cached(sql)?;
        let mut rows = select.query([entity])?;
        let mut counts: BTreeMap<String, i64> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let value: String = row.get(0)?;
            let office = value.split('|').next().unwrap_or_default().to_owned();
            *counts.entry(office).or_default() += row.get::<_, i64>(1)?;
        }
        let mut offices: Vec<(String, i64)> = counts.into_iter().collect();
        offices.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(offices.into_iter().map(|(office, _)| office).collect())
    }

    fn statements_of(&self, entity: i64) -> Result<usize, ProjectError> {
        let sql = "SELECT count(*) FROM tie WHERE one IN (SELECT id FROM dossier WHERE entity = ?1)
             AND (?2 IS NULL OR relation = ?2)";
        let mut select = self.connection.prepare_cached(sql)?;
        Ok(select.query_row(params![entity, self.relation], |row| row.get(0))?)
    }
}
