//! The graph in, answers out.
//!
//! [`find_node`] finds a thing by a loosely written name, [`meetings_of`] says whom it met.

mod find;
mod meetings;

pub use find::{Found, find_node};
pub use meetings::{Meeting, meetings_of};
