//! Lists the things of a type.

use rusqlite::params;

use super::error::ProjectError;
use super::file::Project;
use crate::date::PartialDate;
use crate::ids::NameKey;

/// A thing with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listed {
    /// Its id.
    pub id: NameKey,
    /// The name that is shown.
    pub label: String,
    /// Its type, by name.
    pub entity_type: String,
    /// To how many others a fact joins it.
    pub degree: usize,
    /// How many articles name it.
    pub articles: usize,
    /// The dates of the first and the last dated article that names it.
    pub dates: Option<(PartialDate, PartialDate)>,
}

impl Project {
    /// The things of a type, or of all types, ordered by id.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    ///
    /// # Complexity
    /// O(n) for n names and statements of things of that type.
    pub fn list(&self, entity_type: Option<&str>) -> Result<Vec<Listed>, ProjectError> {
        let sql = "SELECT entity.key,
                 (SELECT min(value) FROM fact WHERE fact.dossier = entity.id AND kind = 'label'), entity.type,
                 (SELECT count(DISTINCT other.entity) FROM dossier AS d JOIN tie ON tie.one = d.id
                     JOIN dossier AS other ON other.id = tie.other
                     WHERE d.entity = entity.id AND tie.status = 'asserted' AND other.entity <> entity.id),
                 count(DISTINCT told_in.document), min(document.date), max(document.date)
             FROM dossier AS entity JOIN dossier AS member ON member.entity = entity.id
             JOIN told_in ON told_in.dossier = member.id JOIN document ON document.id = told_in.document
             WHERE entity.entity = entity.id AND (?1 IS NULL OR entity.type = ?1)
             GROUP BY entity.id ORDER BY entity.key";
        let mut select = self.connection.prepare(sql)?;
        let rows = select.query_map(params![entity_type], |row| {
            let (first, last): (Option<PartialDate>, Option<PartialDate>) = (row.get(5)?, row.get(6)?);
            Ok(Listed {
                id: row.get(0)?,
                label: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                entity_type: row.get(2)?,
                degree: row.get(3)?,
                articles: row.get(4)?,
                dates: first.zip(last),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
