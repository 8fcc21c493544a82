//! Finds who says what: quotations, reported speech and their speakers.

mod attribution;

pub use attribution::{Attribution, attribution_at, find_attributions};
