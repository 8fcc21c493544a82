//! The texts of a project.

use super::error::ProjectError;
use super::file::Project;
use crate::ids::DocumentId;

impl Project {
    /// The text of each document as it is kept, ordered by name; all offsets refer to these texts.
    ///
    /// # Errors
    /// [`ProjectError`], if the project cannot be read.
    pub fn texts(&self) -> Result<Vec<(DocumentId, String)>, ProjectError> {
        let mut select = self.connection.prepare("SELECT name, text FROM document ORDER BY name")?;
        let texts = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        Ok(texts)
    }
}
