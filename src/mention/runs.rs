//! Finds runs of capitalized words that may be a name.

use super::titles::TitleSpan;
use crate::analysis::TokenId;
use crate::analysis::names::{Name, NameKind};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::WordView;
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_capitalized;

/// The longest runs of name words, in text order; no run crosses a title.
///
/// A run may contain hyphens, the particles of personal names ("bin", "de"), and the connectors in the names of
/// organizations ("Ministry of Trade and Industry", "Intelligence and Security Agency").
pub(super) fn find_runs(view: &WordView<'_>, lexicon: &Lexicon, titles: &[TitleSpan]) -> Vec<Span<TokenId>> {
    let in_title = |at: usize| titles.iter().any(|title| title.tokens.range().contains(&at));
    let is_word = |at: usize| view.is_name_word[at] && !in_title(at);
    let mut runs = Vec::new();
    let mut at = 0;
    while at < view.len() {
        if !is_word(at) {
            at += 1;
            continue;
        }
        let start = start_of_run(view, at);
        at += 1;
        while let Some(next) = next_in_run(view, lexicon, start, at, &is_word) {
            at = next + 1;
        }
        let is_numbered = start > 0 && view.is(Class::MilitaryUnit, at - 1) && is_number(view, start - 1);
        runs.push(Span::new(start - usize::from(is_numbered), at));
    }
    runs
}

/// Where the run with the first name word `at` begins: it includes the ordinal of "3rd Brigade" and the "al-" of
/// "al-Nusra".
fn start_of_run(view: &WordView<'_>, at: usize) -> usize {
    let joined = at > 1
        && view.words[at - 1] == "-"
        && view.touches_previous(at)
        && view.touches_previous(at - 1)
        && view.is(Class::Particle, at - 2);
    match () {
        () if joined => at - 2,
        // "Women's Union", "People's Assembly".
        () if at > 1 && view.is(Class::Possessive, at - 1) && is_owner(view, at - 2) => {
            // "Rewa Magistrate's Court".
            (0..at - 2).rev().take_while(|&before| view.is_name_word[before]).last().unwrap_or(at - 2)
        }
        () if at > 0 && view.is_ordinal(at - 1) => at - 1,
        () => at,
    }
}

/// A number of a military unit: "9 Division".
fn is_number(view: &WordView<'_>, at: usize) -> bool {
    view.words[at].chars().all(|c| c.is_ascii_digit()) && view.words[at].len() <= 3
}

/// A capitalized noun for people who own an organization in its name.
fn is_owner(view: &WordView<'_>, at: usize) -> bool {
    is_capitalized(&view.words[at]) && view.is(Class::OwningPeople, at)
}

/// The next name word of the run `start..end`, across at most three joining words.
fn next_in_run(
    view: &WordView<'_>,
    lexicon: &Lexicon,
    start: usize,
    end: usize,
    is_word: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    if end >= view.len() {
        return None;
    }
    if is_word(end) {
        return Some(end);
    }
    let joins_ordinal = view.is_ordinal(end) && end + 1 < view.len() && is_word(end + 1);
    if joins_ordinal && !view.is(Class::Calendar, end - 1) {
        return Some(end + 1); // "U.S. 5th Fleet"
    }
    // "Commander 9 Division": the number belongs to the unit.
    if is_number(view, end) && view.is(Class::MilitaryUnit, end + 1) && end + 1 < view.len() && is_word(end + 1) {
        return None;
    }
    if owns_body(view, lexicon, end) && is_word(end + 1) {
        return Some(end + 1);
    }
    let joins_number = view.words[end].chars().all(|c| c.is_ascii_digit()) && view.words[end].len() <= 4;
    if joins_number && !view.is(Class::Calendar, end - 1) {
        return Some(end);
    }
    // "Lima-based Peace Institute": the seat is not part of the name.
    if view.words[end] == "-" && view.is(Class::HyphenParticiple, end + 1) {
        return None;
    }
    if view.words[end] == "-" && view.touches_previous(end) {
        return (end + 1 < view.len() && view.touches_previous(end + 1)).then_some(end + 1);
    }
    let particles = (end..view.len().min(end + 3)).take_while(|&at| view.is(Class::Particle, at)).count();
    let behind = end + particles;
    if particles > 0 && behind < view.len() {
        if is_word(behind) {
            return Some(behind);
        }
        if view.words[behind] == "-" && behind + 1 < view.len() && is_word(behind + 1) {
            return Some(behind + 1); // "Hamad al-Thani"
        }
    }
    join_body(view, lexicon, start, end, is_word)
}

/// "Rewa Road Workers' Federation": the apostrophe at `end` stands between people and their organization.
fn owns_body(view: &WordView<'_>, lexicon: &Lexicon, end: usize) -> bool {
    let is_apostrophe = view.words[end] == "'" && view.touches_previous(end);
    let behind = (end + 1..view.len()).take_while(|&at| view.is_name_word[at]);
    let mut behind = behind.map(|at| lexicon.head_noun(&[view.lower[at].as_str()]).is_some());
    is_apostrophe && is_owner(view, end - 1) && behind.any(|is_head| is_head)
}

/// Whether the word at `at` leads from a body to where it is sent: "the European Union Mission to Moldova".
pub(super) fn is_sent(view: &WordView<'_>, at: usize) -> bool {
    view.is(Class::MissionBody, at - 1) && view.is(Class::InfinitiveMark, at)
}

/// Continues the name of an organization across "of", "for", "and", "of the".
fn join_body(
    view: &WordView<'_>,
    lexicon: &Lexicon,
    start: usize,
    end: usize,
    is_word: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let next = if view.is(Class::DefiniteArticle, end + 1) { end + 2 } else { end + 1 };
    if next >= view.len() || !is_word(next) {
        return None;
    }
    let is_head = |at: usize| lexicon.head_noun(&[view.lower[at].as_str()]).is_some();
    let is_known = |at: usize| lexicon.known_name(&view.words_from(at, 6)).is_some();
    let is_known_wholly =
        lexicon.known_name(&view.words_from(start, 6)).is_some_and(|(length, _)| length == end - start);
    let has_of = (start + 1..end).any(|at| view.is(Class::ChargePreposition, at) && is_head(at - 1));
    let is_and = view.is(Class::Coordinator, end);
    let joins = match () {
        () if end - start > 1 && is_sent(view, end) => is_known(next),
        // "The Foreign Ministry for": a ministry that already has its portfolio does not continue.
        // "The 3rd Brigade of the Nepali Army": a unit and its army are two organizations.
        () if view.is(Class::ChargeFor, end) && end - start > 1 && view.is(Class::Ministry, end - 1) => false,
        () if view.is(Class::ChargePreposition, end) => is_head(end - 1) && !view.is(Class::MilitaryUnit, end - 1),
        () if is_and && is_known_wholly && joins_regions(view, lexicon, next) => true,
        () if is_and && has_of => {
            next == end + 1 && !is_head(next) && !is_known(next) && !begins_person(view, lexicon, next)
        }
        () if view.lower[end] == "," && has_of => {
            next == end + 1 && !is_head(next) && !is_known(next) && lists_on(view, next)
        }
        () if is_and => {
            next == end + 1
                && !is_known_wholly
                && (start..end).all(|at| !is_head(at))
                && ends_in_head(view, lexicon, next)
        }
        () => false,
    };
    joins.then_some(next)
}

/// Whether a region and the noun of an organization begin at `at`: "Asia and Pacific Department".
fn joins_regions(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let Some((length, [region])) = lexicon.known_name(&view.words_from(at, 6)) else { return false };
    let noun = view.words.get(at + length);
    region.list == "regions"
        && noun.is_some_and(|noun| {
            is_capitalized(noun) && lexicon.head_noun(&[noun.to_lowercase().as_str()]) == Some(EntityType::AGENCY)
        })
}

/// Whether a personal name begins at `at`: "the Ministry of Sport and Kaarel Tamm".
fn begins_person(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let is_found = |name: &Name| name.kind == NameKind::Person && name.tokens.start() == at;
    let has_more = view.is_name_word.get(at + 1).copied().unwrap_or(false);
    has_more && (lexicon.is_given_name(&view.words[at]) || view.found_names().iter().any(is_found))
}

/// Whether the list of portfolios that continues at `at` ends in "and": "Lands, Housing and Works".
fn lists_on(view: &WordView<'_>, at: usize) -> bool {
    let end = (at..view.len()).find(|&at| !view.is_name_word[at]).unwrap_or(view.len());
    let next_is_name = view.is_name_word.get(end + 1).copied().unwrap_or(false);
    let lists = view.is(Class::Coordinator, end) || (view.lower_at(Some(end)) == "," && lists_on(view, end + 1));
    next_is_name && lists
}

/// Whether the capitalized words from `at` on contain the head noun of an organization.
fn ends_in_head(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let end = (at..view.len()).find(|&at| !view.is_name_word[at]).unwrap_or(view.len());
    (at..end).any(|at| lexicon.head_noun(&[view.lower[at].as_str()]).is_some())
        && !lexicon.is_given_name(&view.words[at])
}
