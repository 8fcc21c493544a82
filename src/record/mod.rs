//! A document as all steps left it in, what is kept of it out.
//!
//! [`ReadDocument`] has sentences and trees; a [`DocumentRecord`] is what remains when they are let go: the text, the
//! mentions with their chains and the statements. Graphs are built from records alone, so a document is read once.
//! All spans of a record are in characters, 0-based, end excluded, as in the JSON contract.

mod document_record;
mod mention_record;
mod read_document;
mod recording;
mod statement_record;

pub use document_record::{ChainRecord, DocumentInfo, DocumentRecord};
pub use mention_record::{Joining, MentionRecord};
pub use read_document::ReadDocument;
pub use statement_record::{StatementRecord, TimeRecord};
