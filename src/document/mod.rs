//! Reads files into documents.
//!
//! [`read_inputs`] turns the user's inputs (files, folders, standard input) into [`Document`]s, and into
//! [`DocumentError`]s for what it could not read; one bad article never stops the others. [`Articles`] does the same
//! one article at a time, for more articles than fit in memory. The text of a document is the article as read, without
//! its byte order mark and converted from UTF-16 to UTF-8. It never changes afterwards, so spans stay valid.
//!
//! HTML, PDF and feeds are not supported.

mod article;
mod dateline;
mod decode;
mod error;
mod files;
mod header;
mod jsonl;
mod reader;

pub use article::{Document, MAX_ARTICLE_BYTES};
pub use error::DocumentError;
pub use files::Input;
#[cfg(feature = "sqlite")]
pub(crate) use files::name_by_path;
pub use reader::{Articles, Reading, read_inputs};
