//! One article with its metadata.

use sha2::{Digest, Sha256};

use crate::date::PartialDate;
use crate::ids::DocumentId;
use crate::span::{Byte, Span};

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
    /// Which article of its file it is: a line of JSON Lines, a row, a message, an item; 1-based. `None` if the file is
    /// the article.
    pub line: Option<usize>,
    /// Title from the metadata; a headline within the text does not count.
    pub title: Option<String>,
    /// Date of publication, as far as the article states it.
    pub date: Option<PartialDate>,
    /// Address of the article.
    pub url: Option<String>,
    /// Outlet that published it.
    pub source: Option<String>,
    /// The text as it is kept: without markup and mended. All offsets refer to it.
    pub text: String,
    /// The part of `text` to analyze: everything except front matter and other headers.
    pub body: Span<Byte>,
    /// The dateline at the start of the body, such as "MOGADISHU, 5 August 2021 -".
    pub dateline: Option<Span<Byte>>,
    /// Lines of the body that are not text, such as bylines, captions and buttons: kept, but not analyzed. In text
    /// order.
    pub asides: Vec<Span<Byte>>,
    /// The encoding in which the file held the text, such as "UTF-8" or "windows-1252".
    pub encoding: &'static str,
}

impl Document {
    /// SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits.
    #[must_use]
    pub fn sha256(&self) -> String {
        Sha256::digest(self.text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The parts of the body that are neither dateline nor aside, in text order.
    ///
    /// # Example
    /// ```
    /// use whomet::document::Document;
    ///
    /// let document = Document::from_text("visit", "LIMA, 5 May 2024 - Moana Tui left.\nShare on Facebook\nShe waved.");
    /// let prose: Vec<&str> = document.prose().iter().map(|part| part.slice(&document.text).trim()).collect();
    /// assert_eq!(prose, ["Moana Tui left.", "She waved."]);
    /// ```
    #[must_use]
    pub fn prose(&self) -> Vec<Span<Byte>> {
        let mut cuts: Vec<Span<Byte>> = self.asides.iter().chain(&self.dateline).copied().collect();
        cuts.sort_by_key(|cut| cut.start());
        let mut at = self.body.start();
        let mut parts = Vec::with_capacity(cuts.len() + 1);
        for cut in cuts {
            parts.push(Span::new(at, cut.start()));
            at = cut.end();
        }
        parts.push(Span::new(at, self.body.end()));
        parts.retain(|part| part.start() < part.end());
        parts
    }
}
