//! The errors of reading inputs.

/// Why an input or one of its articles was not read. Every message names the place.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// The file or folder cannot be opened or read.
    #[error("{path}: cannot be read: {source}; check that it exists and may be read")]
    Unreadable {
        /// The file as the user named it.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder without articles.
    #[error("{path}: no articles in this folder; expected files ending in .txt, .md or .jsonl")]
    NoArticles {
        /// The folder as the user named it.
        path: String,
    },
    /// An explicitly named file of an unsupported type.
    #[error("{path}: expected a file ending in .txt, .md or .jsonl; save the article as plain text")]
    UnknownKind {
        /// The file as the user named it.
        path: String,
    },
    /// A file or article without text.
    #[error("{place}: the article is empty; remove it or add its text")]
    Empty {
        /// File, and line of a JSON Lines file.
        place: String,
    },
    /// A binary file: it contains NUL bytes or begins like a PDF, an archive or a picture.
    #[error("{path}: expected text, found binary data ({found}); convert it to plain text first")]
    Binary {
        /// The file as the user named it.
        path: String,
        /// What the data looks like.
        found: &'static str,
    },
    /// Bytes that are not UTF-8.
    #[error("{path}:{line}: expected UTF-8, found byte 0x{byte:02x} at offset {offset}; convert the file to UTF-8")]
    BrokenUtf8 {
        /// The file as the user named it.
        path: String,
        /// Line of the first invalid byte, 1-based.
        line: usize,
        /// The first invalid byte.
        byte: u8,
        /// Its offset in bytes, 0-based.
        offset: usize,
    },
    /// UTF-16 with an unpaired surrogate.
    #[error("{path}: expected UTF-16 as its byte order mark says, found an unpaired unit; convert the file to UTF-8")]
    BrokenUtf16 {
        /// The file as the user named it.
        path: String,
    },
    /// An article larger than [`MAX_ARTICLE_BYTES`](super::MAX_ARTICLE_BYTES).
    #[error("{place}: expected at most {limit} bytes, found {size}; split it into articles (.jsonl, one per line)")]
    TooLarge {
        /// File, and line of a JSON Lines file.
        place: String,
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: usize,
    },
    /// A line of a JSON Lines file that is not an article.
    #[error("{path}:{line}: {reason}; expected an object such as {{\"id\": \"a1\", \"text\": \"...\"}}")]
    BadLine {
        /// The file as the user named it.
        path: String,
        /// The line, 1-based.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// An article with an invalid `date`; it is read without a date.
    #[error("{place}: {source}; the article is kept without a date")]
    BadDate {
        /// File, and line of a JSON Lines file.
        place: String,
        /// What is wrong with the date.
        source: crate::date::InvalidDate,
    },
    /// Two articles with the same id; the first one by path and line is kept.
    #[error("{place}: the id \"{id}\" is already used by {first}; give each article its own id")]
    DuplicateId {
        /// File, and line of a JSON Lines file.
        place: String,
        /// The id.
        id: String,
        /// Where the id was used first.
        first: String,
    },
}
