//! Files for the tests of readers.

use std::io::Cursor;

use super::open_file::OpenFile;
use super::reader::Reader;
use crate::document::draft::Draft;

/// The drafts and the messages that a reader makes of these bytes.
pub(super) fn read_with(reader: &dyn Reader, bytes: &[u8]) -> (Vec<Draft>, Vec<String>) {
    let (path, name) = ("in".to_owned(), "in".to_owned());
    let file = OpenFile { path, name, file: None, head: Vec::new(), rest: Box::new(Cursor::new(bytes.to_vec())) };
    let (mut drafts, mut problems) = (Vec::new(), Vec::new());
    for result in reader.read(file) {
        match result {
            Ok(draft) => drafts.push(draft),
            Err(error) => problems.push(error.to_string()),
        }
    }
    (drafts, problems)
}

/// The only message that a reader makes of bytes that are not an article.
pub(super) fn problem_of(reader: &dyn Reader, bytes: &[u8]) -> String {
    let (drafts, mut problems) = read_with(reader, bytes);
    assert!(drafts.is_empty() && problems.len() == 1, "{drafts:?} {problems:?}");
    problems.remove(0)
}
