//! What all readers have in common.

use super::open_file::OpenFile;
use crate::document::DocumentError;
use crate::document::draft::Draft;

/// The articles of a file, one by one, and the problems of those that cannot be read.
pub(in crate::document) type Drafts = Box<dyn Iterator<Item = Result<Draft, DocumentError>> + Send>;

/// Reads the articles of one file format.
///
/// A reader never panics on bad input, bounds what it unpacks, and reports what it cannot read.
pub(in crate::document) trait Reader: Sync {
    /// The articles in `file`.
    fn read(&self, file: OpenFile) -> Drafts;
}

/// The drafts of a format that is read as a whole.
pub(super) fn drafts_of(read: Result<Vec<Draft>, DocumentError>) -> Drafts {
    match read {
        Ok(drafts) => Box::new(drafts.into_iter().map(Ok)),
        Err(error) => Box::new(std::iter::once(Err(error))),
    }
}
