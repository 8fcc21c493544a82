//! Finds persons written with initials and no space behind them: "U.Tui", "M.S.Oli".

use super::draft::Draft;
use crate::lexicon::{Lexicon, WordView};
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_capitalized;

/// The rule of names with initials and no space.
const INITIALED: &str = "initialed-name";

/// The fewest letters of a name behind initials.
const LEAST_LETTERS: usize = 3;

/// The persons whose initials and name are one word. "U.S.Army" begins with a known acronym.
pub(super) fn find_initialed_names(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    let is_name = |at: &usize| {
        let Some((initials, name)) = view.words[*at].rsplit_once('.') else { return false };
        let are_initials = initials.split('.').all(|part| part.chars().count() == 1 && is_capitalized(part));
        let is_word = is_capitalized(name) && name.chars().all(char::is_alphabetic);
        let is_acronym = || lexicon.known_name(&[&format!("{initials}.")]).is_some();
        are_initials && is_word && name.chars().count() >= LEAST_LETTERS && !is_acronym()
    };
    let draft = |at| Draft::name(Span::new(at, at + 1), EntityType::PERSON, INITIALED, 0.85);
    (0..view.len()).filter(is_name).map(draft).collect()
}
