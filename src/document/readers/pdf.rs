//! Reads PDF: one article.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::super::article_limits::MAX_ARTICLE_BYTES;
use super::open_file::OpenFile;
use super::reader::{Drafts, Reader, drafts_of};
use crate::document::DocumentError;
use crate::document::draft::Draft;
use crate::document::header::Metadata;

/// Reads the text of PDF, in the order in which the file has it. Pictures of pages have no text.
pub(in crate::document) struct Pdf;

impl Reader for Pdf {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        let draft = file.file_bytes().and_then(|bytes| read(&path, &name, &bytes));
        drafts_of(draft.map(|draft| vec![draft]))
    }
}

fn read(path: &str, name: &str, bytes: &[u8]) -> Result<Draft, DocumentError> {
    let broken = |reason: &str| OpenFile::broken(path, "a PDF document", reason);
    // The library panics on some broken files.
    let read = catch_unwind(AssertUnwindSafe(|| read_pages(bytes))).map_err(|_| broken("its structure is broken"))?;
    let (text, metadata) = read.map_err(|reason| broken(&reason))?;
    if text.trim().is_empty() {
        return Err(DocumentError::NoText { place: path.to_owned() });
    }
    Ok(Draft { metadata, ..OpenFile::single_draft(path, name, text, "UTF-8") })
}

/// The text of all pages, and the title.
fn read_pages(bytes: &[u8]) -> Result<(String, Metadata), String> {
    let document = lopdf::Document::load_mem(bytes).map_err(|error| error.to_string())?;
    if document.is_encrypted() {
        return Err("it is encrypted".to_owned());
    }
    let mut text = String::new();
    for page in document.get_pages().into_keys() {
        let content = document.extract_text_with_limit(&[page], MAX_ARTICLE_BYTES).map_err(|error| format!("page {page}: {error}"))?;
        text.push_str(content.trim_end());
        text.push('\n');
        if text.len() > MAX_ARTICLE_BYTES {
            return Err(format!("its text has more than {MAX_ARTICLE_BYTES} bytes"));
        }
    }
    Ok((text, Metadata::default()))
}
