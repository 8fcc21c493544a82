//! Search by names as people type them.
//!
//! [`WantedName`] is what somebody typed; [`WantedName::fit`] says how well a name fits it. [`plain`] is the form in
//! which names are compared.

mod fit;
mod plain;
mod similar;

pub use fit::Fit;
#[cfg_attr(not(feature = "sqlite"), allow(unused_imports, reason = "only projects ask for some"))]
pub(crate) use fit::{WantedName, is_alike};
pub(crate) use plain::plain;
#[cfg_attr(not(feature = "sqlite"), allow(unused_imports, reason = "only projects ask for some"))]
pub(crate) use similar::{most_similar, near_names, similarity};
