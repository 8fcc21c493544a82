//! Mentions of one document in, coreference chains out.
//!
//! [`find_chains`] groups the mentions of one document that mean the same thing. Each joining carries the name of the
//! sieve that made it; what is doubtful stays apart.
//!
//! What it does not do: look at other documents (`resolution`).

mod chain;
mod chains;
mod descriptions;
mod facts;
mod name_parts;
mod plural_members;
mod pronoun_sieves;
mod referents;
mod short_bodies;
mod spelling;
mod union;

pub use chain::{CorefChain, CorefLink, Coreference, PluralReference};
pub use chains::find_chains;

use crate::ids::RuleName;

/// Whether the sieve joins a short name or a part of one, which means another thing in another document.
pub(crate) fn is_short_name(sieve: &RuleName) -> bool {
    short_bodies::SIEVES.iter().chain(&name_parts::SIEVES).any(|short| *short == sieve.as_str())
}

#[cfg(test)]
mod tests;
