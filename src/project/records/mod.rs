//! Records in, rows out, and back.
//!
//! What lies in the text of a document is kept as a place in it; a record is loaded exactly as it was saved.

mod load;
mod save;
mod words;

pub(super) use load::{Records, load};
pub(super) use save::{delete, save, save_origin};

/// The number of a document in its project, by which the rows of other tables name it.
pub(super) type DocumentRow = i64;
