//! The file formats that can be read.

use std::path::Path;

use super::readers::{Csv, Docx, Feed, Html, JsonLines, Mail, Markdown, Mbox, PlainText, Reader, Rtf, Warc};

/// A file format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum InputFormat {
    /// Plain text.
    PlainText,
    /// Markdown.
    Markdown,
    /// JSON Lines.
    JsonLines,
    /// A saved web page.
    Html,
    /// PDF.
    #[cfg(feature = "pdf")]
    Pdf,
    /// A Word document.
    Docx,
    /// Rich Text Format.
    Rtf,
    /// An e-mail message.
    Mail,
    /// A mailbox.
    Mbox,
    /// RSS or Atom.
    Feed,
    /// A table with a text column.
    Csv,
    /// A web archive.
    Warc,
}

impl InputFormat {
    /// All formats.
    pub const ALL: &'static [Self] = &[
        Self::PlainText,
        Self::Markdown,
        Self::JsonLines,
        Self::Html,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Docx,
        Self::Rtf,
        Self::Mail,
        Self::Mbox,
        Self::Feed,
        Self::Csv,
        Self::Warc,
    ];

    /// The endings of the names of such files, in small letters, the usual one first.
    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::PlainText => &["txt", "text"],
            Self::Markdown => &["md", "markdown"],
            Self::JsonLines => &["jsonl", "ndjson"],
            Self::Html => &["html", "htm", "xhtml"],
            #[cfg(feature = "pdf")]
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx"],
            Self::Rtf => &["rtf"],
            Self::Mail => &["eml"],
            Self::Mbox => &["mbox"],
            Self::Feed => &["rss", "atom", "xml"],
            Self::Csv => &["csv", "tsv"],
            Self::Warc => &["warc", "warc.gz"],
        }
    }

    /// One line about it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::PlainText => "one article, or a page that was saved as text",
            Self::Markdown => "one article; its markup is no text",
            Self::JsonLines => "one article per line: {\"id\": \"a1\", \"text\": \"...\", \"date\": \"2024-03-18\"}",
            Self::Html => "a saved page: its main text; title, date and address from its metadata",
            #[cfg(feature = "pdf")]
            Self::Pdf => "one article, if the file contains text and not only pictures of it",
            Self::Docx => "one article",
            Self::Rtf => "one article",
            Self::Mail => "an e-mail message; one article",
            Self::Mbox => "one article per e-mail message",
            Self::Feed => "RSS or Atom; one article per item",
            Self::Csv => "one article per row; the first row names the columns, one of which is \"text\"",
            Self::Warc => "a web archive; one article per page in it",
        }
    }

    /// The format of a file according to its name.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        let has = |extension: &&str| name.strip_suffix(extension).is_some_and(|rest| rest.ends_with('.'));
        Self::ALL.iter().copied().find(|format| format.extensions().iter().any(has))
    }

    /// The format of a file without a name, according to its first bytes.
    pub(super) fn from_content(head: &[u8]) -> Self {
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        let begins = |start: &[u8]| text.starts_with(start);
        match () {
            #[cfg(feature = "pdf")]
            () if begins(b"%PDF") => Self::Pdf,
            () if begins(b"{\\rtf") => Self::Rtf,
            () if begins(b"{") => Self::JsonLines,
            () if begins(b"PK\x03\x04") => Self::Docx,
            () if begins(b"WARC/") || begins(b"\x1f\x8b") => Self::Warc,
            () if begins(b"<?xml") || begins(b"<rss") || begins(b"<feed") => {
                if super::readers::looks_like_html(text) {
                    Self::Html
                } else {
                    Self::Feed
                }
            }
            () if begins(b"From ") && text.windows(6).any(|line| line == b"\nFrom:") => Self::Mbox,
            () => Self::PlainText, // a page is recognized by the reader of text
        }
    }

    /// Whether one file of it may hold several articles.
    pub(super) fn packs_articles(self) -> bool {
        matches!(self, Self::JsonLines | Self::Mbox | Self::Feed | Self::Csv | Self::Warc)
    }

    pub(super) fn reader(self) -> &'static dyn Reader {
        match self {
            Self::PlainText => &PlainText,
            Self::Markdown => &Markdown,
            Self::JsonLines => &JsonLines,
            Self::Html => &Html,
            #[cfg(feature = "pdf")]
            Self::Pdf => &super::readers::Pdf,
            Self::Docx => &Docx,
            Self::Rtf => &Rtf,
            Self::Mail => &Mail,
            Self::Mbox => &Mbox,
            Self::Feed => &Feed,
            Self::Csv => &Csv,
            Self::Warc => &Warc,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_a_name_decides() {
        let format = |name: &str| InputFormat::from_path(Path::new(name));
        assert_eq!(format("news/Visit.HTM"), Some(InputFormat::Html));
        assert_eq!(format("pages.warc.gz"), Some(InputFormat::Warc));
        assert_eq!(format("archive.gz"), None);
        assert_eq!(format("txt"), None);
    }

    #[test]
    fn standard_input_is_recognized_by_its_beginning() {
        for (head, format) in [
            ("{\"text\": \"a\"}", InputFormat::JsonLines),
            ("<?xml version=\"1.0\"?><rss></rss>", InputFormat::Feed),
            ("<?xml version=\"1.0\"?><!DOCTYPE html>", InputFormat::Html),
            ("{\\rtf1 a}", InputFormat::Rtf),
            ("Moana Tui left.", InputFormat::PlainText),
            ("From Lima, Tui left.", InputFormat::PlainText),
        ] {
            assert_eq!(InputFormat::from_content(head.as_bytes()), format, "{head}");
        }
    }
}
