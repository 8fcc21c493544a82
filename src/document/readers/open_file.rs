//! A file whose beginning has been read.

use std::io::{Cursor, Read};
use std::path::PathBuf;

use super::super::article_limits::{MAX_ARTICLE_BYTES, MAX_FILE_BYTES};
use crate::document::DocumentError;
use crate::document::draft::Draft;
use crate::document::header::Metadata;

/// A file whose beginning has been read, to find out what it is.
pub(in crate::document) struct OpenFile {
    /// The file as the user named it; `-` for standard input.
    pub(in crate::document) path: String,
    /// The name of an article in it.
    pub(in crate::document) name: String,
    /// Where its size can be asked for; `None` for standard input.
    pub(in crate::document) file: Option<PathBuf>,
    /// The bytes that were read.
    pub(in crate::document) head: Vec<u8>,
    /// The bytes that follow.
    pub(in crate::document) rest: Box<dyn Read + Send>,
}

impl OpenFile {
    /// All bytes of a file that is one article.
    pub(super) fn article_bytes(self) -> Result<Vec<u8>, DocumentError> {
        // Standard input may be anything, and nobody can split it.
        let limit = if self.file.is_some() { MAX_ARTICLE_BYTES } else { MAX_FILE_BYTES };
        self.bytes(limit)
    }

    /// All bytes of a file that packs articles.
    pub(super) fn file_bytes(self) -> Result<Vec<u8>, DocumentError> {
        self.bytes(MAX_FILE_BYTES)
    }

    fn bytes(self, limit: usize) -> Result<Vec<u8>, DocumentError> {
        let mut bytes = self.head;
        let more = (limit + 1).saturating_sub(bytes.len()) as u64;
        let read = self.rest.take(more).read_to_end(&mut bytes);
        read.map_err(|source| DocumentError::Unreadable { path: self.path.clone(), source })?;
        if bytes.len() > limit {
            let whole = self.file.and_then(|file| std::fs::metadata(file).ok());
            let size = whole.map_or(bytes.len() as u64, |metadata| metadata.len());
            return Err(DocumentError::TooLarge { place: self.path, size, limit });
        }
        Ok(bytes)
    }

    /// The bytes from the first to the last, without the first `skip`.
    pub(super) fn stream(mut self, skip: usize) -> impl Read + Send {
        let head = Cursor::new(self.head.split_off(skip.min(self.head.len())));
        head.chain(self.rest)
    }

    /// An error that names the file.
    pub(super) fn broken(path: &str, format: &'static str, reason: impl Into<String>) -> DocumentError {
        DocumentError::BrokenFormat { place: path.to_owned(), format, reason: reason.into() }
    }

    /// The draft of the only article of a file.
    pub(super) fn single_draft(path: &str, name: &str, text: String, encoding: &'static str) -> Draft {
        let metadata = Metadata::default();
        Draft { id: name.to_owned(), path: path.to_owned(), line: None, text, metadata, encoding }
    }

    /// The draft of one of several articles of a file; `number` is 1-based.
    pub(super) fn numbered_draft(path: &str, name: &str, number: usize, text: String, metadata: Metadata) -> Draft {
        let id = format!("{name}:{number}");
        Draft { id, path: path.to_owned(), line: Some(number), text, metadata, encoding: "UTF-8" }
    }
}
