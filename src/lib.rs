//! Who met whom, from the news.

pub mod span;

pub mod analysis;

pub mod evaluation;
