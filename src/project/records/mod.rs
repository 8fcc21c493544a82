//! Stores records in the tables of a project.
//!
//! `tables` is the only place that says which column holds which field; `save` and `load` use it. Passages are stored as
//! places in the text of their document. A loaded record equals the saved one.

mod columns;
mod excerpt;
mod filing;
mod load;
mod save;
mod sketches;
mod tables;
mod ties;

pub(super) use columns::Cells;
pub(super) use excerpt::{Excerpt, Wanted, excerpt};
pub(super) use filing::relabel;
pub use filing::{Effort, Filing};
pub(super) use load::{document_rows, load, load_text};
pub(super) use sketches::sketch_of;
pub(super) use tables::{TableRow, select};
