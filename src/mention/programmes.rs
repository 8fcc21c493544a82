//! Finds programmes in quotation marks or after a noun for one: "the project “Clean Coast”".

use super::draft::Draft;
use super::trained_names::TRAINED;
use crate::analysis::TokenId;
use crate::analysis::names::{Name, NameKind};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::WordView;
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_capitalized;

/// The maximum number of tokens between two quotation marks that can be a name.
const MAX_QUOTED: usize = 22;

/// Whether a draft only describes programmes in general: "Rescue" and "Recovery" in "Rescue and Recovery
/// programmes".
pub(super) fn describes_programmes(view: &WordView<'_>, lexicon: &Lexicon, draft: &Draft) -> bool {
    let joins = |at: usize| view.is_name_word[at] || view.is(Class::Coordinator, at);
    let end = (draft.tokens.end()..view.len()).find(|&at| !joins(at)).unwrap_or(view.len());
    let noun = view.lower_at(Some(end));
    let is_plural = lexicon.singular(noun).is_some_and(|one| one != noun && lexicon.is(Class::NamedProgramme, one));
    draft.rule == TRAINED
        && draft.entity_type == EntityType::ORGANIZATION
        && is_plural
        && view.words[end] == noun
        && end > draft.tokens.end()
}

/// Finds the names of programmes that quotation marks or a preceding noun reveal.
pub(super) fn find_programmes(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    let mut found: Vec<Draft> = (0..view.len()).filter_map(|at| quoted(view, lexicon, at)).collect();
    found.extend((0..view.len()).filter_map(|at| behind_noun(view, lexicon, at)));
    found
}

/// The name in the quotation that opens at `at`, if a noun for a programme is next to it or in it.
fn quoted(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<Draft> {
    let close = match view.words[at].as_str() {
        "“" => "”",
        "\"" => "\"",
        _ => return None,
    };
    let end = (at + 1..view.len().min(at + 2 + MAX_QUOTED)).find(|&end| view.words[end] == close)?;
    let bracket = (at + 1..end).find(|&at| matches!(view.words[at].as_str(), "(" | "["));
    let name: Span<TokenId> = Span::new(at + 1, bracket.unwrap_or(end));
    if name.is_empty() || !is_title_case(view, name) {
        return None;
    }
    let is_programme = |word: &str| lexicon.head_noun(&[word]) == Some(EntityType::PROGRAMME);
    let before = noun_before(view, at);
    let is_beside = is_programme(view.lower_at(before)) || is_programme(view.lower_at(Some(end + 1)));
    let of = name.range().find(|&at| view.is(Class::ChargePreposition, at)).unwrap_or(name.end());
    let is_within = name.len() > 1 && of > name.start() && is_programme(&view.lower[of - 1]);
    (is_beside || is_within).then(|| Draft::name(name, EntityType::PROGRAMME, "quoted-programme", 0.92))
}

/// The token before the quotation at `at`, skipping "called" and "known as".
fn noun_before(view: &WordView<'_>, at: usize) -> Option<usize> {
    let mut before = at.checked_sub(1)?;
    while before > 0 && (view.is(Class::NamingLink, before) || view.lower[before] == ",") {
        before -= 1;
    }
    Some(before)
}

/// Whether all words except function words begin with a capital or digit.
fn is_title_case(view: &WordView<'_>, name: Span<TokenId>) -> bool {
    let is_small = |at: usize| view.is(Class::NameSmallWord, at) || view.lower[at] == "-";
    let has_capital = |at: usize| view.words[at].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    name.range().all(|at| has_capital(at) || is_small(at)) && is_capitalized(&view.words[name.start()])
}

/// Like "Operation Black Lion", but with a lowercase noun: "the project Balti Tuul".
fn behind_noun(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<Draft> {
    let noun = view.lower_at(at.checked_sub(1));
    let is_noun = lexicon.is(Class::NamedProgramme, noun) && view.words[at - 1] == noun;
    if !is_noun || !view.is_name_word[at] {
        return None;
    }
    let end = (at..view.len()).find(|&at| !view.is_name_word[at]).unwrap_or(view.len());
    let is_known = lexicon.known_name(&view.words_from(at, end - at)).is_some();
    let is_person = |name: &Name| name.kind == NameKind::Person && name.tokens.start() == at;
    let is_other = is_known
        || lexicon.is_given_name(&view.words[at])
        || lexicon.title(&view.lower_from(at, end - at)).is_some()
        || view.found_names().iter().any(is_person);
    (!is_other && end - at <= 4)
        .then(|| Draft::name(Span::new(at, end), EntityType::PROGRAMME, "behind-programme-noun", 0.85))
}
