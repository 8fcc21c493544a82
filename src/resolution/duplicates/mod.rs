//! Finds copies of one article, so that an article printed by several outlets is counted once.
//!
//! A [`Sketch`] summarizes the wording of an article. Two articles whose sketches are near ([`Sketch::is_near`]) are
//! copies, and so are articles connected by a chain of near ones. [`near_duplicates`] finds the groups of many sketches
//! at once. A store finds the partners of a new article by its [`Sketch::bands`], keeps the near pairs, and groups them
//! with [`Duplicates::of_pairs`]; both ways give the same groups.

mod duplicate_articles;
mod near_duplicates;
mod sketch;

pub use duplicate_articles::Duplicates;
pub(crate) use duplicate_articles::precedence;
pub use near_duplicates::near_duplicates;
pub use sketch::Sketch;

#[cfg(test)]
mod tests;
