//! Opens projects.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::error::ProjectError;
use super::schema::{Kind, kind_of, migrate};
use super::waiting::wait_when_busy;

/// Cache size: 64 MiB. SQLite counts kibibytes if the number is negative.
const CACHE: i64 = -64 * 1024;

/// The first bytes of a SQLite file.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// An open project: a SQLite file with documents and what was found in them.
///
/// Several processes may use one file; a second writer waits until the first is done.
#[derive(Debug)]
pub struct Project {
    pub(super) connection: Connection,
    path: PathBuf,
}

/// Whether the file at `path` is a SQLite file; among the files that whomet reads, only projects are.
#[must_use]
pub fn is_project(path: &Path) -> bool {
    let mut start = [0; MAGIC.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok_and(|()| start == *MAGIC)
}

impl Project {
    /// Opens the project at `path` for writing; creates it if it does not exist.
    ///
    /// `waiting` is called when another process has blocked the file for a second.
    ///
    /// # Errors
    /// Those of [`Self::open`], except [`ProjectError::NoSuchFile`].
    pub fn create(path: &Path, waiting: impl FnMut() + Send + 'static) -> Result<Self, ProjectError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        Self::accept(connect(path, flags)?, path, waiting)?.migrated()
    }

    /// Opens the project at `path` for writing; migrates it if it is of an older version.
    ///
    /// # Errors
    /// [`ProjectError::NoSuchFile`], [`ProjectError::NotAProject`], [`ProjectError::TooNew`],
    /// [`ProjectError::ReadOnly`], [`ProjectError::Busy`], or whatever SQLite reports.
    pub fn open(path: &Path, waiting: impl FnMut() + Send + 'static) -> Result<Self, ProjectError> {
        Self::existing(path, waiting)?.migrated()
    }

    /// Opens the project at `path` for reading only.
    ///
    /// # Errors
    /// Those of [`Self::open`]. A file that is not writable is an error only if it needs a migration, or if a process
    /// was killed while it wrote, because its unfinished change must be rolled back first.
    pub fn open_read_only(path: &Path, waiting: impl FnMut() + Send + 'static) -> Result<Self, ProjectError> {
        let mut project = Self::existing(path, waiting)?;
        if !project.connection.is_readonly("main")? {
            project = project.migrated()?;
        }
        project.connection.pragma_update(None, "query_only", true)?;
        Ok(project)
    }

    /// The file, as the user named it.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The project in an existing file.
    fn existing(path: &Path, waiting: impl FnMut() + Send + 'static) -> Result<Self, ProjectError> {
        if !path.exists() {
            return Err(ProjectError::NoSuchFile);
        }
        // Not SQLite's read-only mode, even for reading: it could not roll back an unfinished change.
        let project = Self::accept(connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?, path, waiting)?;
        match kind_of(&project.connection)? {
            Kind::Empty => Err(ProjectError::NotAProject { found: "an empty file" }),
            Kind::Foreign | Kind::Project(_) => Ok(project),
        }
    }

    /// The project with the latest schema.
    fn migrated(mut self) -> Result<Self, ProjectError> {
        if self.connection.is_readonly("main")? {
            return Err(ProjectError::ReadOnly);
        }
        migrate(&mut self.connection)?;
        Ok(self)
    }

    /// A project on a connection, without a migration.
    fn accept(
        mut connection: Connection,
        path: &Path,
        waiting: impl FnMut() + Send + 'static,
    ) -> Result<Self, ProjectError> {
        wait_when_busy(&mut connection, waiting)?;
        if kind_of(&connection)? == Kind::Foreign {
            return Err(ProjectError::NotAProject { found: "the SQLite file of another application" });
        }
        configure(&connection)?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Self { connection, path: path.to_owned() })
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, ProjectError> {
    if path.is_dir() {
        return Err(ProjectError::NotAProject { found: "a folder" });
    }
    Ok(Connection::open_with_flags(path, flags)?)
}

fn configure(connection: &Connection) -> Result<(), ProjectError> {
    // A project is one file that can be copied and sent; a write-ahead log would keep a part of it in a second file.
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    // What is reported as done is on disk, whatever happens to the machine.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection.pragma_update(None, "cache_size", CACHE)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::transaction::begin;

    fn refused(path: &Path) -> String {
        Project::open(path, || {}).unwrap_err().to_string()
    }

    #[test]
    fn other_files_are_refused_and_left_unchanged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.whomet");
        assert!(refused(&path).contains("no such file"));
        assert!(refused(folder.path()).contains("found a folder"));
        for (content, found) in
            [("", "an empty file"), ("Moana Tui arrived in Lima. She left again.", "a file that is not SQLite")]
        {
            std::fs::write(&path, content).unwrap();
            assert!(refused(&path).contains(found), "{}", refused(&path));
            assert_eq!(std::fs::read_to_string(&path).unwrap(), content);
        }
        let other = folder.path().join("notes.db");
        Connection::open(&other).unwrap().execute_batch("CREATE TABLE notes (text)").unwrap();
        assert!(refused(&other).contains("another application"));
        assert!(is_project(&other) && !is_project(&path), "the first bytes decide");
    }

    #[test]
    fn a_write_protected_file_is_read_and_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.whomet");
        Project::create(&path, || {}).unwrap();
        // SQLite falls back to this mode for a write-protected file, which does not exist for root.
        let connection = || Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let project = Project::accept(connection(), &path, || {}).unwrap();
        assert!(matches!(project.migrated(), Err(ProjectError::ReadOnly)));
        let project = Project::accept(connection(), &path, || {}).unwrap();
        let change = project.connection.execute("INSERT INTO input VALUES ('/', 'a')", []);
        assert!(matches!(change.map_err(ProjectError::from), Err(ProjectError::ReadOnly)));
    }

    #[test]
    fn a_project_opened_for_reading_takes_no_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.whomet");
        Project::create(&path, || {}).unwrap();
        let project = Project::open_read_only(&path, || {}).unwrap();
        let change = project.connection.execute("INSERT INTO input VALUES ('/', 'a')", []);
        assert!(matches!(change.map_err(ProjectError::from), Err(ProjectError::ReadOnly)));
    }

    #[test]
    fn a_full_disk_is_reported_and_loses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut project = Project::create(&folder.path().join("p.whomet"), || {}).unwrap();
        project.connection.execute("INSERT INTO input VALUES ('/', 'a')", []).unwrap();
        // SQLite reports this limit as a full disk.
        let pages: i64 = project.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        project.connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
        let transaction = begin(&mut project.connection).unwrap();
        let failed = transaction.execute("INSERT INTO input VALUES ('/', zeroblob(0) || ?1)", ["x".repeat(1 << 20)]);
        assert!(matches!(failed.map_err(ProjectError::from), Err(ProjectError::DiskFull)));
        drop(transaction);
        let kept: i64 = project.connection.query_row("SELECT count(*) FROM input", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 1);
    }
}
