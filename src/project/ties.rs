//! The neighbors of a thing, without their statements.

use rusqlite::params;

use super::error::ProjectError;
use super::file::Project;
use crate::ids::NameKey;
use crate::ontology::RelationType;
use crate::relation::Status;

/// An edge as seen from one end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Tie {
    /// The id of the other end.
    pub other: NameKey,
    /// The type of the other end, by name.
    pub other_type: String,
    /// Class of the relation.
    pub relation: RelationType,
    /// Fact, plan or denial.
    pub status: Status,
}

impl Project {
    /// The edges of a thing, each once, ordered.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn ties_of(&self, thing: &NameKey) -> Result<Vec<Tie>, ProjectError> {
        let sql = "SELECT DISTINCT entity.key, entity.type, tie.relation, tie.status FROM tie
             JOIN dossier AS other ON other.id = tie.other JOIN dossier AS entity ON entity.id = other.entity
             WHERE tie.one IN (SELECT id FROM dossier WHERE entity = (SELECT entity FROM dossier WHERE key = ?1))
             AND entity.key <> (SELECT e.key FROM dossier AS d JOIN dossier AS e ON e.id = d.entity WHERE d.key = ?1)";
        let mut select = self.connection.prepare_cached(sql)?;
        let rows = select.query_map(params![thing], |row| {
            Ok(Tie { other: row.get(0)?, other_type: row.get(1)?, relation: row.get(2)?, status: row.get(3)? })
        })?;
        let mut ties = rows.collect::<Result<Vec<_>, _>>()?;
        ties.sort();
        Ok(ties)
    }
}
