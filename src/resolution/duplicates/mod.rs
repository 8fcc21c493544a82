//! Articles in, groups of those that are one article out: one that several outlets print is counted once.
//!
//! A [`Sketch`] stands for the wording of an article; two articles whose sketches are near ([`Sketch::is_near`]) are
//! one, and so are those that a chain of near ones joins. [`near_duplicates`] finds the groups of many sketches at
//! once. A store finds the partners of a new article by its [`Sketch::bands`], keeps the near pairs, and makes
//! [`Duplicates::of_pairs`] of them; both ways lead to the same groups.

mod duplicate_articles;
mod near_duplicates;
mod sketch;

pub use duplicate_articles::Duplicates;
pub(crate) use duplicate_articles::precedence;
pub use near_duplicates::near_duplicates;
pub use sketch::Sketch;

#[cfg(test)]
mod tests;
