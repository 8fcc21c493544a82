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
    #[error("{path}: no articles in this folder; `whomet formats` lists the files that can be read")]
    NoArticles {
        /// The folder as the user named it.
        path: String,
    },
    /// An explicitly named file of an unsupported type.
    #[error("{path}: not a format that can be read; `whomet formats` lists them, or save the article as plain text")]
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
    /// Bytes that are not in the encoding that the file declares.
    #[error("{path}: expected {encoding} as the file says, found other bytes; convert the file to UTF-8")]
    BrokenEncoding {
        /// The file as the user named it.
        path: String,
        /// The encoding.
        encoding: &'static str,
    },
    /// A file or an article in it that is not what its format demands.
    #[error("{place}: expected {format}, but {reason}; save it anew or as plain text")]
    BrokenFormat {
        /// File, and number of the article in it.
        place: String,
        /// What was expected, such as "a feed".
        format: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// An article of which nothing can be read: a page without paragraphs, a PDF that consists of pictures.
    #[error("{place}: no text found in it; save the article as plain text")]
    NoText {
        /// File, and number of the article in it.
        place: String,
    },
    /// An address instead of a file.
    #[error("{address}: whomet works offline and fetches nothing; save the page and name the file")]
    Address {
        /// The address.
        address: String,
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
    /// An article that states a date which is not understood; the article is read, the date not used.
    #[error("{place}: {source}; the article is read without this date")]
    BadDate {
        /// File, and line of a JSON Lines file.
        place: String,
        /// What is wrong with the date.
        source: super::published::DateProblem,
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
