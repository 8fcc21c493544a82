//! Finds firms by what only firms have in their names: a legal form or an ampersand.

use super::draft::Draft;
use crate::analysis::{SentenceKind, TokenId};
use crate::language::Class;
use crate::lexicon::{Lexicon, WordView};
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_capitalized;

/// The maximum number of words of such a name before its legal form.
const MAX_WORDS: usize = 6;

/// Finds "Nordvik Ltd", "Bill & Tedd LLC", "Harlow & Finch".
pub(super) fn find_firms(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    if view.kind != SentenceKind::Prose {
        return Vec::new();
    }
    let by_form = (1..view.len()).filter_map(|at| by_legal_form(view, lexicon, at));
    let by_sign = (1..view.len()).filter_map(|at| by_ampersand(view, lexicon, at));
    by_form.chain(by_sign).collect()
}

fn firm(tokens: Span<TokenId>, rule: &'static str) -> Draft {
    Draft::name(tokens, EntityType::ORGANIZATION, rule, 0.93)
}

/// The name that ends in the legal form at `at`, with all forms after it: "Pty Ltd", "Co., Ltd".
fn by_legal_form(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<Draft> {
    if !is_form(view, at) || is_form(view, at - 1) {
        return None;
    }
    let comma = usize::from(view.lower[at - 1] == ",");
    let end = at - comma;
    let start = (0..end).rev().take(MAX_WORDS).take_while(|&at| joins_firm(view, lexicon, at)).last()?;
    let start = (start..end).find(|&at| is_own_word(view, lexicon, at))?;
    // "Tika Oli, Co-chair": after a comma only a form that is nothing else counts.
    let is_sure = comma == 0 || view.language().is(Class::SureLegalForm, view.lower[at].trim_end_matches('.'));
    let mut last = at + 1;
    while is_form(view, last) {
        last += 1;
    }
    is_sure.then(|| firm(Span::new(start, last), "legal-form"))
}

fn is_form(view: &WordView<'_>, at: usize) -> bool {
    let Some(word) = view.words.get(at) else { return false };
    is_capitalized(word) && view.language().is(Class::LegalForm, &view.lower[at].replace('.', ""))
}

/// Whether the word can stand before a legal form. A title or an office is not part of the name.
fn joins_firm(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let is_sign = matches!(view.words[at].as_str(), "&" | "-" | "+");
    let is_title = lexicon.title(&[view.lower[at].as_str()]).is_some();
    is_sign || (is_own_word(view, lexicon, at) && !is_title)
}

fn is_own_word(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let is_post = lexicon.is(Class::Role, &view.lower[at]) || view.is(Class::CommonAcronym, at);
    view.is_name_word[at] && !is_post
}

/// The name around the ampersand at `at`. "Trade & Industry" is a portfolio, "Bill & Melinda" are two persons.
fn by_ampersand(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<Draft> {
    let word = |at: usize| view.is_name_word.get(at).copied().unwrap_or(false);
    if view.words[at] != "&" || !word(at - 1) || !word(at + 1) {
        return None;
    }
    let is_office = |at: usize| view.is(Class::PostPortfolio, at) || view.is(Class::Portfolio, at);
    let is_given = |at: usize| lexicon.is_given_name(&view.words[at]) && !lexicon.is_family_name(&view.words[at]);
    let is_land = |at: usize| lexicon.known_name(&view.words_from(at, 1)).is_some();
    let has_title = lexicon.title(&[view.lower[at - 1].as_str()]).is_some();
    let is_other = is_office(at - 1) || is_office(at + 1) || (is_given(at - 1) && is_given(at + 1)) || has_title;
    let is_inside = word(at + 2) || (at > 1 && word(at - 2));
    let is_bare = !is_inside && !view.is(Class::ChargePreposition, at.checked_sub(2));
    (is_bare && !is_other && !is_land(at - 1) && !is_land(at + 1)).then(|| firm(Span::new(at - 1, at + 2), "ampersand"))
}
