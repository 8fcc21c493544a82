//! Records in, rows out, and back.
//!
//! What lies in the text of a document is kept as a place in it; a record is loaded exactly as it was saved.

mod filing;
mod load;
mod save;
mod words;

pub(super) use filing::relabel;
pub use filing::{Effort, Filing};
pub(super) use load::{Records, load};
