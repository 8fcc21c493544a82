//! Remembers the inputs of `add` for `update`.

use std::path::{Path, PathBuf};

use super::error::ProjectError;
use super::file::Project;
use super::transaction::begin;

impl Project {
    /// Remembers `inputs`, as the user named them; relative paths start at `folder`, which must be absolute.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be written.
    pub fn remember(&mut self, folder: &Path, inputs: &[PathBuf]) -> Result<(), ProjectError> {
        let known = self.inputs()?;
        let folder = folder.to_string_lossy();
        let paths = inputs.iter().map(|input| input.to_string_lossy());
        let is_known = |path: &str| known.iter().any(|(other, input)| *other == *folder && input == Path::new(path));
        let new: Vec<_> = paths.filter(|path| !is_known(path)).collect();
        if new.is_empty() {
            return Ok(());
        }
        let transaction = begin(&mut self.connection)?;
        for path in new {
            transaction.execute("INSERT OR IGNORE INTO input (folder, path) VALUES (?1, ?2)", [&folder, &path])?;
        }
        Ok(transaction.commit()?)
    }

    /// The remembered inputs as folder and path, ordered by both.
    ///
    /// # Errors
    /// An error of SQLite.
    pub fn inputs(&self) -> Result<Vec<(PathBuf, PathBuf)>, ProjectError> {
        let mut select = self.connection.prepare_cached("SELECT folder, path FROM input ORDER BY folder, path")?;
        let pair = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?.into(), row.get::<_, String>(1)?.into()));
        let inputs = select.query_map([], pair)?.collect::<Result<_, _>>()?;
        Ok(inputs)
    }
}
