//! Reads the tables of a pack.

use serde::de::DeserializeOwned;

use super::error::LanguageError;

/// The files of a pack, each with its name and contents.
pub(super) struct PackFiles<'f>(pub(super) &'f [(&'f str, &'f str)]);

impl PackFiles<'_> {
    /// The contents of a file.
    pub(super) fn text(&self, file: &'static str) -> Result<&str, LanguageError> {
        let found = self.0.iter().find(|(name, _)| *name == file);
        found.map(|(_, text)| *text).ok_or(LanguageError::MissingFile { file })
    }

    /// A file of TOML as the type of its table.
    pub(super) fn table<T: DeserializeOwned>(&self, file: &'static str) -> Result<T, LanguageError> {
        toml::from_str(self.text(file)?)
            .map_err(|source| LanguageError::Syntax { path: file.to_owned(), source: Box::new(source) })
    }
}
