//! Reads files into documents.
//!
//! [`read_inputs`] turns the user's inputs (files, folders, standard input) into [`Document`]s, and into
//! [`DocumentError`]s for what it could not read; one bad article never stops the others. [`Articles`] does the same
//! one article at a time, for more articles than fit in memory. [`InputFormat`] lists what can be read; `readers/` has
//! one reader per format. What a reader finds is mended ([`mend`]), dated and kept as the text of the document. The text
//! never changes afterwards, so spans stay valid.
//!
//! Nothing is fetched, and pictures of text are not read.

mod article;
mod article_limits;
mod dateline;
mod decode;
mod draft;
mod error;
mod files;
mod format;
mod header;
mod lines;
mod margins;
mod mend;
mod options;
mod published;
mod reader;
mod readers;

pub use article::Document;
pub use article_limits::MAX_ARTICLE_BYTES;
pub use error::DocumentError;
#[cfg(feature = "sqlite")]
pub(crate) use files::name_by_path;
pub use files::{Input, Skipped};
pub use format::InputFormat;
pub use mend::mend;
pub use options::{DateFrom, DateOrder, ReadingOptions};
pub use published::DateProblem;
pub use reader::{Articles, Reading, read_inputs};
