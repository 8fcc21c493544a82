//! The graph as JSON in node-link form, written and read back.
//!
//! The form is a contract: fields may be added, none changes. `graph-json.schema.json` describes it and is made from
//! the types that are written: nodes, edges and what belongs to them are written as they are, and [`file`] says what
//! stands around them.
//! Offsets are characters (Unicode scalar values), 0-based, end excluded; JavaScript strings count
//! UTF-16 units instead, so there use `Array.from(text).slice(start, end).join("")`.

mod error;
pub(super) mod file;
mod read;
mod write;

pub use error::GraphReadError;
pub use read::read_json;
pub use write::write_json;
