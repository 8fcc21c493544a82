//! The stored form of documents, mentions and statements.
//!
//! A [`ReadDocument`] holds sentences and trees. Its [`DocumentRecord`] is what remains without them: the text, the
//! mentions with their chains, and the statements. Graphs are built from records alone, so a document is read once.
//! A record needs nothing outside itself; its spans are in characters, 0-based, end excluded, as in the JSON contract.

mod document_record;
mod mention_record;
mod read_document;
mod recording;
mod statement_record;

pub use document_record::{ChainRecord, DocumentInfo, DocumentRecord};
pub use mention_record::{Joining, MentionRecord};
pub use read_document::ReadDocument;
pub use statement_record::{StatementRecord, TimeRecord};
