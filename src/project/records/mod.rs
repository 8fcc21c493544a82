//! Keeps records in the tables of a project.
//!
//! `tables` says once which column holds what; `save` and `load` go by it. Passages of a document's text are kept as
//! places in it. A record is loaded exactly as it was saved.

mod columns;
mod filing;
mod load;
mod save;
mod tables;

pub(super) use columns::Cells;
pub(super) use filing::relabel;
pub use filing::{Effort, Filing};
pub(super) use load::{Records, load, load_text};
pub(super) use tables::{TableRow, select};
