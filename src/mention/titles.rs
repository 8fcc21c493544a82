//! Finds titles, ranks and offices.

use super::draft::Draft;
use super::model::MentionKind;
use crate::analysis::TokenId;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::WordView;
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_capitalized;

/// A title in a sentence; adjacent titles are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TitleSpan {
    pub(super) tokens: Span<TokenId>,
    /// Whether it names a position ("minister"), not only a rank or courtesy.
    pub(super) is_office: bool,
}

/// The maximum number of words in a title; "Special Representative of the Chairperson of the African Union
/// Commission" has 10.
const MAX_WORDS: usize = 12;

/// Finds titles from left to right, except inside the names of `known`.
pub(super) fn find_titles(view: &WordView<'_>, lexicon: &Lexicon, known: &[Draft]) -> Vec<TitleSpan> {
    let mut titles: Vec<TitleSpan> = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let behind_title = titles.last().is_some_and(|last| last.tokens.end() == at);
        let Some(title) = match_title(view, lexicon, known, at, behind_title) else {
            at += 1;
            continue;
        };
        at = title.tokens.end();
        match titles.last_mut() {
            Some(last) if last.tokens.end() == title.tokens.start() => {
                last.tokens = last.tokens.cover(title.tokens);
                last.is_office |= title.is_office;
            }
            _ => titles.push(title),
        }
    }
    titles
}

fn match_title(
    view: &WordView<'_>,
    lexicon: &Lexicon,
    known: &[Draft],
    at: usize,
    behind_title: bool,
) -> Option<TitleSpan> {
    // "Air Force Commander" commands the air force.
    let cuts_body = at > 0 && lexicon.head_noun(&[&view.lower[at - 1], &view.lower[at]]).is_some();
    if cuts_body && view.is_name_word[at - 1] {
        return None;
    }
    let mut lower = view.lower_from(at, MAX_WORDS);
    // "Ex-minister" is one word.
    if let Some(office) = lower.first().and_then(|word| word.strip_prefix("ex-")) {
        lower[0] = office;
    }
    let (length, title) = lexicon.title(&lower)?;
    // "Head of" is listed with its preposition; what follows it does not hold the title.
    let length = length - usize::from(view.is(Class::Of, at + length - 1));
    let tokens = Span::new(at, at + length);
    let is_capital = is_capitalized(&view.words[at]);
    let next = view.lower_at(Some(at + length));
    let is_office = title.is_office || view.is(Class::Of, at + length); // "the commander of"
    if !is_capital && !is_office {
        return None; // "general elections", "a major step"
    }
    // "Meshari Sultan Al-Dubaiyan": a rank or courtesy after a name word is part of the name.
    let behind_name = at > 0
        && !behind_title
        && length == 1
        && !is_office
        && view.is_name_word[at - 1]
        && !view.opens_sentence(at - 1);
    if behind_name && !known.iter().any(|name| name.tokens.end() == at) {
        return None;
    }
    let inside_name = known.iter().any(|name| name.tokens.contains(tokens) && name.tokens.len() > length);
    let names_body = is_capital
        && view.words.get(at + length).is_some_and(|word| is_capitalized(word))
        && lexicon.head_noun(&[next]).is_some();
    (!inside_name && !names_body && !is_portfolio(view, lexicon, at)).then_some(TitleSpan { tokens, is_office })
}

/// Whether the word is the portfolio of an organization: "Ministry of Justice", "Department of General Education".
/// After "office of" a title may follow: "Office of the President".
fn is_portfolio(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let body = at.checked_sub(2).filter(|_| view.is(Class::ChargePreposition, at.checked_sub(1)));
    let noun = view.lower_at(body);
    let singular = lexicon.singular(noun).unwrap_or(noun);
    is_capitalized(&view.words[at]) && lexicon.is(Class::PortfolioBody, singular)
}

/// Whether a supposed person is only words for a position: "Executive Secretary", "Assistant Administrator".
pub(super) fn is_only_office(view: &WordView<'_>, lexicon: &Lexicon, draft: &Draft) -> bool {
    let classes = [Class::PostOfState, Class::PostOfBody, Class::Role, Class::OfficeModifier, Class::PostPortfolio];
    let is_of_office = |at: usize| classes.iter().any(|&class| lexicon.is(class, &view.lower[at]));
    let is_person = draft.kind == MentionKind::Name && draft.entity_type == EntityType::PERSON;
    // "Deputy Trade Minister": a single word counts only if it says what a position is for.
    let is_sure = draft.tokens.len() > 1 || lexicon.is(Class::PostPortfolio, &view.lower[draft.tokens.start()]);
    is_person && is_sure && draft.tokens.range().all(is_of_office)
}
