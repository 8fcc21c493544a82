//! Reads a saved web page: its main text, and title, date and address from its metadata.
//!
//! [`page`] makes a tree of the page, [`metadata`] reads what the page says about itself, [`main_text`] finds the
//! element that holds the article, and [`blocks`] its paragraphs.

mod blocks;
mod elements;
mod json_ld;
mod main_text;
mod metadata;
mod page;
mod title;

use encoding_rs::Encoding;

use super::open_file::OpenFile;
use super::reader::{Drafts, Reader, drafts_of};
use crate::document::DocumentError;
use crate::document::decode::decode;
use crate::document::draft::Draft;

use main_text::main_text;
use metadata::read_metadata;
use page::Page;

/// Reads web pages.
pub(in crate::document) struct Html;

impl Reader for Html {
    fn read(&self, file: OpenFile) -> Drafts {
        let (path, name) = (file.path.clone(), file.name.clone());
        let page = file.article_bytes().and_then(|bytes| read_page(&path, &name, bytes));
        drafts_of(page.map(|draft| vec![draft]))
    }
}

/// How far into a page its encoding is declared.
const DECLARED_BYTES: usize = 2048;

/// Reads a page.
pub(super) fn read_page(path: &str, name: &str, bytes: Vec<u8>) -> Result<Draft, DocumentError> {
    let declared = declared_encoding(&bytes);
    let (html, encoding) = decode(path, bytes, declared)?;
    let draft = read_html(path, name, &html);
    if draft.text.trim().is_empty() {
        return Err(DocumentError::NoText { place: path.to_owned() });
    }
    Ok(Draft { encoding, ..draft })
}

/// Reads a page, or a piece of one, that has been decoded; its text is empty if it has none.
pub(super) fn read_html(path: &str, name: &str, html: &str) -> Draft {
    let page = Page::read(html);
    let metadata = read_metadata(&page);
    let text = main_text(&page, metadata.title.as_deref());
    Draft { metadata, ..OpenFile::single_draft(path, name, text, "UTF-8") }
}

/// All text of a piece of HTML on one line, such as a title with entities.
pub(super) fn plain_text(html: &str) -> String {
    Page::read(html).text_of(0)
}

/// Whether a file is a page, whatever its name says.
pub(in crate::document) fn looks_like_html(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_BYTES)]).to_lowercase();
    let mut head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{fffd}');
    while let Some((_, rest)) = head.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
        head = rest.trim_start();
    }
    if let Some((_, rest)) = head.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        head = rest.trim_start();
    }
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|start| head.starts_with(start))
}

/// The encoding that a `meta` element declares.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_BYTES)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests;
