//! Versions of the tables, and migrations.

use rusqlite::{Connection, Transaction};

use super::error::ProjectError;
use super::transaction::begin;

/// Marks a SQLite file as a project in the field `application_id` of its header: "whom" in ASCII.
pub(super) const APPLICATION_ID: i64 = 0x7768_6f6d;

/// Step N migrates a file from version N to N + 1. A released step never changes, because files made by it exist.
const STEPS: [&str; 3] = [include_str!("schema.sql"), include_str!("answers.sql"), include_str!("sketches.sql")];

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An empty file.
    Empty,
    /// A project of this version.
    Project(i64),
    /// A database of another application.
    Foreign,
}

/// The kind of a file.
pub(super) fn kind_of(connection: &Connection) -> Result<Kind, ProjectError> {
    // One statement reads all three from one state of the file: another process may be making a project of it.
    let sql = "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
         FROM pragma_application_id, pragma_user_version";
    let (application, version, tables): (i64, i64, i64) =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if application == APPLICATION_ID {
        return Ok(Kind::Project(version));
    }
    let is_empty = application == 0 && version == 0 && tables == 0;
    Ok(if is_empty { Kind::Empty } else { Kind::Foreign })
}

/// Migrates a project, or an empty file, to the latest version.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), ProjectError> {
    migrate_by(connection, &STEPS)
}

fn migrate_by(connection: &mut Connection, steps: &[&str]) -> Result<(), ProjectError> {
    if version_of(connection, steps)? == steps.len() {
        return Ok(()); // the usual case needs no lock
    }
    let transaction = begin(connection)?;
    // Another process may have migrated it while this one waited.
    for (version, step) in steps.iter().enumerate().skip(version_of(&transaction, steps)?) {
        apply(&transaction, version + 1, step)?;
    }
    Ok(transaction.commit()?)
}

fn apply(transaction: &Transaction<'_>, version: usize, step: &str) -> Result<(), ProjectError> {
    transaction.execute_batch(step)?;
    if version == 1 {
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        let made_with = "INSERT INTO project (key, value) VALUES ('made_with', ?1)";
        transaction.execute(made_with, [env!("CARGO_PKG_VERSION")])?;
    }
    Ok(transaction.pragma_update(None, "user_version", version)?)
}

/// The version of the file, 0 if it is empty.
fn version_of(connection: &Connection, steps: &[&str]) -> Result<usize, ProjectError> {
    let known = i64::try_from(steps.len()).expect("there are few versions");
    match kind_of(connection)? {
        Kind::Empty => Ok(0),
        Kind::Foreign => Err(ProjectError::NotAProject { found: "the SQLite file of another application" }),
        Kind::Project(found) if found > known => Err(ProjectError::TooNew { found, known }),
        Kind::Project(found) => {
            usize::try_from(found).map_err(|_| ProjectError::Corrupt { what: format!("schema version {found}") })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_project_is_migrated_and_keeps_its_content() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        connection.execute("INSERT INTO input VALUES ('/', 'articles')", []).unwrap();
        let newer = [STEPS.as_slice(), &["ALTER TABLE input ADD COLUMN note TEXT"]].concat();
        migrate_by(&mut connection, &newer).unwrap();
        let row = connection.query_row("SELECT path, note FROM input", [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?))
        });
        assert_eq!(row.unwrap(), ("articles".to_owned(), None));
        let found = i64::try_from(newer.len()).unwrap();
        assert_eq!(kind_of(&connection).unwrap(), Kind::Project(found));
        let refused = migrate(&mut connection).unwrap_err();
        let known = i64::try_from(STEPS.len()).unwrap();
        assert!(
            matches!(&refused, ProjectError::TooNew { found: f, known: k } if (*f, *k) == (known + 1, known)),
            "{refused}"
        );
    }

    #[test]
    fn a_database_of_another_application_is_left_unchanged() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE notes (text)").unwrap();
        assert!(matches!(migrate(&mut connection), Err(ProjectError::NotAProject { .. })));
        assert_eq!(kind_of(&connection).unwrap(), Kind::Foreign);
    }

    #[test]
    fn a_step_that_fails_changes_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let broken = [STEPS.as_slice(), &["CREATE TABLE more (x); CREATE TABLE input (x)"]].concat();
        assert!(migrate_by(&mut connection, &broken).is_err());
        let known = i64::try_from(STEPS.len()).unwrap();
        assert_eq!(kind_of(&connection).unwrap(), Kind::Project(known));
        assert!(connection.prepare("SELECT * FROM more").is_err());
    }
}
