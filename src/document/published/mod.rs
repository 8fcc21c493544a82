//! Finds when an article was published.
//!
//! [`read_date`] reads a date as metadata state it, [`date_of_address`] one in the path of an address or file, and
//! [`read_date_line`] a line of the text that consists of a date ("Updated: July 23, 2022").

mod address;
mod candidates;
mod date_line;
mod date_problem;
mod digits;
mod stated;

pub(super) use address::{date_of_address, date_of_path};
pub(super) use candidates::Candidates;
pub(super) use date_line::{DateLine, DateLineKind, read_date_line};
pub use date_problem::DateProblem;
pub(super) use stated::read_date;
