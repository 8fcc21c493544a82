//! Who met whom, from the news.

pub mod date;
pub mod ids;
pub mod provenance;
pub mod span;

pub mod document;

pub mod analysis;
