//! Search by names as people type them.
//!
//! [`WantedName`] is what somebody typed; [`WantedName::fit`] says how well a name fits it. [`plain`] is the form in
//! which names are compared.

mod fit;
mod plain;
mod similar;

pub use fit::Fit;
pub(crate) use fit::{WantedName, is_alike};
pub(crate) use plain::plain;
pub(crate) use similar::{most_similar, near_names, similarity};
