//! Groups the mentions of one document that refer to the same entity.
//!
//! [`find_chains`] joins mentions into chains. Each link names the sieve that made it; an uncertain mention is not
//! joined. `resolution` compares names across documents.

mod antecedents;
mod article_countries;
mod chain;
mod chains;
mod described_holders;
mod descriptions;
mod facts;
mod gatherings;
mod name_parts;
mod named_bodies;
mod noun_bodies;
mod office_states;
mod parties;
mod plural_members;
mod pronoun_sieves;
mod pronoun_types;
mod referents;
mod resolve;
mod short_bodies;
mod spelling;
mod union;

pub use chain::{CorefChain, CorefLink, Coreference, PluralReference};
pub use chains::find_chains;
pub use gatherings::individuate_gatherings;
pub use named_bodies::name_organizations;
pub use pronoun_types::type_pronouns;

use crate::ids::RuleName;

/// Returns whether the sieve joins a short name or a part of a name, which may mean another entity in another document.
pub(crate) fn is_short_name(sieve: &RuleName) -> bool {
    short_bodies::SIEVES.iter().chain(&name_parts::SIEVES).any(|short| *short == sieve.as_str())
}

#[cfg(test)]
mod tests;
