//! Names of bodies and places in, what they are part of out.
//!
//! What a name itself says ("Liberia National Police"), or the words right beside it ("Peru's Ministry
//! of Mines", "Tartu, Estonia"). Verbs and nouns that say the same are read by the rules of
//! `relation/rules/part_of.toml`.

mod places;
mod subunits;
mod surroundings;
#[cfg(test)]
mod tests;

use crate::description::DescribedLink;
use crate::lexicon::{Lexicon, WordView};
use crate::mention::Mention;
use surroundings::{Surroundings, is_agency};

/// The statements in one sentence. `here` are all its mentions, those inside others too, `within` those
/// without, `all` those of the whole document.
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
