//! Finds the offices that persons hold: "Peru's Minister of Health, Lucio Mamani", "Oli, commander of the 3rd
//! brigade".
//!
//! An office is read mostly from its words, because trees are least reliable where names and titles are next to each
//! other. [`position_nouns`] finds the noun of the position and [`office_phrase`] the words that belong to it;
//! [`office_holder`] and [`appointments`] find the holder; [`plural_offices`] reads positions in the plural and
//! [`persons_of_bodies`] persons with an organization but no position.

mod appointments;
mod counterparts;
mod office;
mod office_holder;
mod office_phrase;
mod office_reader;
mod persons_of_bodies;
mod plural_offices;
mod position_nouns;
#[cfg(test)]
mod tests;

use crate::analysis::TokenId;
use crate::description::DescribedLink;
use crate::lexicon::{Lexicon, SentenceView, WordView};
use crate::mention::Mention;
use crate::ontology::RelationType;
use crate::span::Span;
use crate::text::join_words;
use office::Held;
pub(crate) use office::Office;
use office_reader::Reader;
pub(crate) use plural_offices::{SharedOffice, find_shared_offices};

/// Finds the offices with a holder in a sentence, in text order.
pub(crate) fn find_offices(view: &SentenceView<'_>, lexicon: &Lexicon, mentions: &[&Mention]) -> Vec<Office> {
    offices_read_by(&Reader { view, tree: Some(view), lexicon, mentions })
}

/// Finds offices right next to the name of their holder, before the sentence is parsed.
pub(crate) fn find_offices_by_shape(view: &WordView<'_>, lexicon: &Lexicon, mentions: &[&Mention]) -> Vec<Office> {
    offices_read_by(&Reader { view, tree: None, lexicon, mentions })
}

fn offices_read_by(reader: &Reader<'_>) -> Vec<Office> {
    let phrases = reader.phrases();
    let mut offices = reader.held(&phrases);
    offices.extend(reader.counterparts(&offices));
    offices.sort_by_key(|office| office.tokens);
    offices
}

/// The offices of one sentence as links from holders to their organizations.
pub(crate) fn office_links(
    view: &WordView<'_>,
    lexicon: &Lexicon,
    mentions: &[&Mention],
    offices: &[Office],
) -> Vec<DescribedLink> {
    let reader = Reader { view, tree: None, lexicon, mentions };
    let held = offices.iter().filter_map(|office| {
        let body = office.body?;
        Some(Held {
            holder: office.holder,
            body,
            position: Some(office.position),
            holding: office.holding,
            tokens: office.position,
            rule: office.rule,
        })
    });
    let shared = find_shared_offices(view, lexicon, mentions);
    let shared = shared.iter().flat_map(SharedOffice::held);
    held.chain(shared).chain(reader.persons_of_bodies()).map(|held| link(view, &held)).collect()
}

/// The words of a position, with those that say how it is held.
fn position_text(view: &WordView<'_>, holding: Option<Span<TokenId>>, position: Span<TokenId>) -> String {
    let words = holding.into_iter().chain([position]).flat_map(|tokens| view.slice(tokens));
    join_words(&words.cloned().collect::<Vec<_>>())
}

fn link(view: &WordView<'_>, held: &Held) -> DescribedLink {
    DescribedLink {
        relation: RelationType::AFFILIATED_WITH,
        subject: held.holder,
        object: held.body,
        position: held.position.map(|position| position_text(view, held.holding, position)),
        trigger: view.bytes(held.tokens),
        rule: held.rule,
        path: "office beside name",
        confidence: match held.rule {
            "office-of-article" | "office-of-sentence" | "office-of-dateline" | "office-of-host" => 0.75,
            "person-of-body" | "person-own-group" | "office-is" | "office-listed-state" => 0.8,
            _ => 0.9,
        },
    }
}
