//! Command lines in, reports out.

pub(crate) mod eval_names;
pub(crate) mod train_names;
