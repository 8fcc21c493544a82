//! Answers questions from the graph.
//!
//! [`find_node`] finds a node by a loosely written name, [`meetings_of`] lists whom it met.

mod find;
mod meetings;

pub use find::{Found, find_node};
pub use meetings::{Meeting, meetings_of};
