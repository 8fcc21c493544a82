//! One article with its metadata.

use sha2::{Digest, Sha256};

use super::dateline::find_dateline;
use super::header::read_header;
use crate::date::PartialDate;
use crate::ids::DocumentId;
use crate::span::{Byte, Span};

/// Size limit of an article in bytes: 16 MiB, a thousand times a long article. A larger file is an archive or a dump
/// and belongs in JSON Lines, which have no limit.
pub const MAX_ARTICLE_BYTES: usize = 16 << 20;

/// One article with its metadata.
///
/// # Example
/// ```
/// use whomet::document::Document;
///
/// let document = Document::from_text("visit", "TALLINN, 12 March 2024 - The minister arrived.");
/// assert_eq!(document.date.unwrap().to_string(), "2024-03-12");
/// assert_eq!(document.dateline.unwrap().slice(&document.text), "TALLINN, 12 March 2024 -");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Document {
    /// Unique name: the file's stem, or the article's own `id`.
    pub id: DocumentId,
    /// The file as the user named it; `-` for standard input.
    pub path: String,
    /// Line of a JSON Lines file, 1-based; `None` if the file is the article.
    pub line: Option<usize>,
    /// Title from JSON Lines or front matter; a headline within the text does not count.
    pub title: Option<String>,
    /// Date of publication, as far as the article states it.
    pub date: Option<PartialDate>,
    /// Address of the article.
    pub url: Option<String>,
    /// Outlet that published it.
    pub source: Option<String>,
    /// The article as read.
    pub text: String,
    /// The part of `text` to analyze: everything except front matter and a leading date line.
    pub body: Span<Byte>,
    /// The dateline at the start of the body, such as "MOGADISHU, 5 August 2021 -".
    pub dateline: Option<Span<Byte>>,
}

impl Document {
    /// A document without a header: the whole text is its body.
    #[must_use]
    pub fn all_body(id: &str, text: impl Into<String>) -> Self {
        let mut document = Self::from_text(id, text);
        document.body = Span::new(0, document.text.len());
        document
    }

    /// A document made from a text, with the metadata that the text contains.
    #[must_use]
    pub fn from_text(id: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        let header = read_header(&text);
        let body = header.body;
        let dateline = find_dateline(&text, body);
        Self {
            id: id.into(),
            path: id.to_owned(),
            line: None,
            title: header.title,
            date: header.date.or(dateline.and_then(|found| found.date)),
            url: header.url,
            source: header.source,
            text,
            body,
            dateline: dateline.map(|found| found.span),
        }
    }

    /// SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits.
    #[must_use]
    pub fn sha256(&self) -> String {
        Sha256::digest(self.text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
