//! Finds names that the article says are names: "a movement calling itself the Lions of Rewa", "a gang known as Kabar".

use super::draft::Draft;
use crate::analysis::TokenId;
use crate::language::Class;
use crate::lexicon::{Lexicon, WordView};
use crate::span::Span;

/// The rule of names that the article introduces as names.
const SAID: &str = "said-name";

/// The maximum number of words between the noun of a body and the words that introduce its name.
const MAX_WORDS: usize = 2;

/// The names behind a noun in small letters for a body and words such as "calling itself" or "known as". They have the
/// type of the noun.
pub(super) fn find_names_said(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    let name_of = |at: usize| {
        let entity_type = lexicon.head_noun(&[view.lower[at].as_str()]).filter(|found| found.is_organization())?;
        let name = name_from(view, introduction(view, at + 1)?)?;
        // "The movement named Oli as its leader" gives him no name.
        let is_chosen = view.is(Class::NamingLink, name.end());
        (view.words[at] == view.lower[at] && !is_chosen).then(|| Draft::name(name, entity_type, SAID, 0.9))
    };
    (0..view.len()).filter_map(name_of).collect()
}

/// The token behind "calling itself", "known as", "that calls itself" or "called". "The group named Oli" is a clause.
fn introduction(view: &WordView<'_>, at: usize) -> Option<usize> {
    let is_link = |at: &usize| view.is(Class::NamingLink, *at);
    let link = (at..=at + MAX_WORDS).find(is_link)?;
    let end = link + (link..view.len()).take_while(is_link).count();
    let is_small = (at..link).all(|word| view.words[word] == view.lower[word] && view.lower[word] != ",");
    let is_participle = matches!(view.xpos_at(link), "VBN" | "VBG") || end > link + 1;
    (is_small && is_participle).then_some(end)
}

/// The capitalized words from `at` on, behind an article or a quotation mark, with "of" between them.
fn name_from(view: &WordView<'_>, at: usize) -> Option<Span<TokenId>> {
    let is_name = |at: usize| view.is_name_word.get(at).copied().unwrap_or(false);
    let is_skipped = |at: &usize| view.is(Class::DefiniteArticle, *at) || is_quote(view.lower_at(Some(*at)));
    let start = at + (at..at + 2).take_while(is_skipped).count();
    let mut end = start;
    while is_name(end) {
        let next = end + 1;
        let the = next + 1 + usize::from(view.is(Class::DefiniteArticle, next + 1));
        end = if view.is(Class::Of, next) && is_name(the) { the } else { next };
    }
    (end > start).then(|| Span::new(start, end))
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "``" | "'" | "‘")
}
