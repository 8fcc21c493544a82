//! Writes the graph as JSON in node-link form, and reads it back.
//!
//! The form is a contract: fields may be added, but never changed. Nodes, edges and evidence are written as their types
//! say, `file` adds what surrounds them, and `graph-json.schema.json` is generated from all these types.
//! Offsets are characters (Unicode scalar values), 0-based, end excluded; JavaScript strings count
//! UTF-16 units instead, so there use `Array.from(text).slice(start, end).join("")`.

mod error;
pub(super) mod file;
mod read;
mod write;

pub use error::GraphReadError;
pub use read::read_json;
pub use write::write_json;
