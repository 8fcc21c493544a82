//! Finds what an organization or place is part of, from its name and the words next to it.
//!
//! Reads the name itself ("Liberia National Police") and the words right next to it ("Peru's Ministry of Mines",
//! "Tartu, Estonia"). Verbs and nouns that say the same are left to the rules in `relation/rules/part_of.toml`.

mod places;
mod subunits;
mod surroundings;
#[cfg(test)]
mod tests;

use crate::description::DescribedLink;
use crate::lexicon::{Lexicon, WordView};
use crate::mention::Mention;
use surroundings::{Surroundings, is_agency};

/// The links in one sentence. `here` holds all its mentions, including those inside others; `within` holds only the
/// independent ones; `all` holds those of the whole document.
pub(crate) fn links_of_names(
    view: &WordView<'_>,
    lexicon: &Lexicon,
    within: &[&Mention],
    here: &[Mention],
    all: &[Mention],
) -> Vec<DescribedLink> {
    let surroundings = Surroundings { view, lexicon, within, here, all };
    let agencies = within.iter().filter(|mention| is_agency(mention));
    let mut found: Vec<DescribedLink> = agencies.filter_map(|agency| surroundings.whole_of(agency)).collect();
    found.extend(surroundings.places());
    found
}
