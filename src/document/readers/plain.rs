//! Reads plain text: one article.

use super::html::{self, looks_like_html};
use super::open_file::OpenFile;
use super::reader::{Drafts, Reader, drafts_of};
use crate::document::DocumentError;
use crate::document::decode::decode;
use crate::document::draft::Draft;

/// Reads plain text. A page that was saved as text is read as a page.
pub(in crate::document) struct PlainText;

impl Reader for PlainText {
    fn read(&self, file: OpenFile) -> Drafts {
        drafts_of(read(file))
    }
}

fn read(file: OpenFile) -> Result<Vec<Draft>, DocumentError> {
    let (path, name) = (file.path.clone(), file.name.clone());
    let bytes = file.article_bytes()?;
    if looks_like_html(&bytes) {
        return html::read_page(&path, &name, bytes).map(|draft| vec![draft]);
    }
    let (text, encoding) = decode(&path, bytes, None)?;
    Ok(vec![OpenFile::single_draft(&path, &name, text, encoding)])
}
