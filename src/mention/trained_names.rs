//! Takes names from the trained name finder.

use super::draft::Draft;
use super::titles::TitleSpan;
use crate::analysis::names::{Name, NameKind};
use crate::analysis::{SentenceKind, TokenId, Upos};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::WordView;
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_all_caps;

/// The rule of the names that the trained name finder finds.
pub(super) const TRAINED: &str = "name-finder";

/// The minimum confidence at which a name from the finder is accepted without other support. 0.6, 0.7 and 0.8 were
/// tried on annotated development articles: 0.8 misses more, 0.6 errs more.
const BELIEVED: f32 = 0.7;

/// The minimum confidence for an organization or place whose words the tagger also reads as proper nouns. 0.35, 0.45
/// and 0.55 were tried like [`BELIEVED`] and on re3d: the lower values find no more there and err more.
const SECONDED: f32 = 0.55;

/// Returns the accepted names of the finder and the doubtful ones, which only support what others find.
///
/// Organizations become agencies if their head noun says so. Peoples and works are left to the gazetteers and head
/// nouns.
pub(super) fn find_found_names(
    view: &WordView<'_>,
    lexicon: &Lexicon,
    titles: &[TitleSpan],
) -> (Vec<Draft>, Vec<Draft>) {
    let (mut believed, mut doubtful) = (Vec::new(), Vec::new());
    for name in view.found_names().iter().flat_map(|name| split(view, lexicon, name)) {
        let Some(draft) = draft_of(view, lexicon, &name) else { continue };
        let is_believed = name.confidence >= BELIEVED || is_seconded(view, &name);
        match is_believed
            && !names_post(view, lexicon, draft.tokens)
            && !names_office(view, lexicon, titles, draft.tokens)
        {
            true => believed.push(draft),
            false => doubtful.push(draft),
        }
    }
    (believed, doubtful)
}

/// "Ruler of the Rewa Region" is an office, whatever type the finder gives it.
fn names_post(view: &WordView<'_>, lexicon: &Lexicon, tokens: Span<TokenId>) -> bool {
    let words = view.lower_from(tokens.start(), tokens.len());
    let title = lexicon.title(&words).filter(|(_, title)| title.is_office).map(|(length, _)| length);
    let post = || words.first().filter(|word| lexicon.is(Class::PostOfState, word)).map(|_| 1);
    title.or_else(post).is_some_and(|length| length < words.len() && view.is(Class::Of, tokens.start() + length))
}

/// Splits a name at an "and" if a gazetteer knows exactly one side of it but not the whole.
fn split(view: &WordView<'_>, lexicon: &Lexicon, name: &Name) -> Vec<Name> {
    let known = |start: usize, end: usize| {
        let words = view.words_from(start, end - start);
        lexicon.known_name(&words).is_some_and(|(length, _)| length == words.len())
    };
    let (start, end) = (name.tokens.start(), name.tokens.end());
    let and = (start + 1..end.saturating_sub(1))
        .find(|&at| view.is(Class::And, at) && (known(start, at) || known(at + 1, end)) && !known(start, end));
    let part = |start, end| Name { tokens: Span::new(start, end), ..name.clone() };
    and.map_or_else(|| vec![name.clone()], |and| vec![part(start, and), part(and + 1, end)])
}

/// Whether the tagger supports a doubtful name: all its words are proper nouns within a sentence.
fn is_seconded(view: &WordView<'_>, name: &Name) -> bool {
    let is_proper = |at: usize| view.upos_at(at) == Some(Upos::Propn) && view.is_name_word[at];
    name.confidence >= SECONDED
        && name.kind != NameKind::Person
        && view.kind == SentenceKind::Prose
        && !view.opens_sentence(name.tokens.start())
        && name.tokens.range().all(is_proper)
}

/// "Trade and Works" in "Minister of Trade and Works", "Port Authority Director" before a name: the portfolio of an
/// office is not a name, and a name that contains a title is an office.
fn names_office(view: &WordView<'_>, lexicon: &Lexicon, titles: &[TitleSpan], tokens: Span<TokenId>) -> bool {
    let of = tokens.start().checked_sub(1);
    let behind = view.is(Class::ChargePreposition, of)
        && titles.iter().any(|title| title.is_office && Some(title.tokens.end()) == of);
    let leads_with_head = lexicon.head_noun(&[view.lower[tokens.start()].as_str()]).is_some();
    let known = lexicon.known_name(&view.words_from(tokens.start(), tokens.len()));
    let is_known = known.is_some_and(|(length, _)| length == tokens.len());
    let holds_title = titles.iter().any(|title| title.is_office && tokens.contains(title.tokens));
    let shares_office = is_later_portfolio(view, titles, tokens) || is_earlier_portfolio(view, titles, tokens);
    ((behind || shares_office) && !leads_with_head && !is_known) || holds_title
}

/// "Minister of Trade and Regional Affairs": a later portfolio of the office.
fn is_later_portfolio(view: &WordView<'_>, titles: &[TitleSpan], tokens: Span<TokenId>) -> bool {
    let Some(and) = tokens.start().checked_sub(1).filter(|&and| view.is(Class::Coordinator, and)) else {
        return false;
    };
    let is_part = |at: &usize| view.is_name_word[*at] || view.lower[*at] == ",";
    let Some(first) = (0..and).rev().take_while(is_part).last() else { return false };
    let of = first.checked_sub(1);
    view.is(Class::ChargePreposition, of)
        && titles.iter().any(|title| title.is_office && Some(title.tokens.end()) == of)
}

/// "Foreign Trade and Tourism Minister Oli": an earlier portfolio of the office.
fn is_earlier_portfolio(view: &WordView<'_>, titles: &[TitleSpan], tokens: Span<TokenId>) -> bool {
    let end = tokens.end();
    let is_next = |title: &TitleSpan| {
        let start = title.tokens.start();
        title.is_office && start > end && start <= end + 3 && (end + 1..start).all(|at| view.is_name_word[at])
    };
    view.is(Class::Coordinator, end) && view.is(Class::Portfolio, end - 1) && titles.iter().any(is_next)
}

fn draft_of(view: &WordView<'_>, lexicon: &Lexicon, name: &Name) -> Option<Draft> {
    let tokens = without_measure(view, without_article(view, without_owner(view, lexicon, name.tokens)?)?)?;
    let tokens = without_duties(view, tokens);
    let is_money = view.is(Class::Currency, tokens.end());
    let is_storm = view.is(Class::Storm, tokens.start());
    let is_bare = tokens.len() == 1 && (view.is(Class::BareBody, tokens.start()) || is_common_acronym(view, tokens));
    if is_money || is_storm || is_bare || is_plural_acronym(view, tokens) || is_doubtful_opener(view, name, tokens) {
        return None;
    }
    let tokens = match name.kind {
        NameKind::Person => with_hyphenated(view, without_title(view, lexicon, tokens)?),
        _ => tokens,
    };
    let is_name = tokens.range().any(|at| view.is_name_word[at]);
    let entity_type = match name.kind {
        NameKind::Person if is_personal(view, lexicon, tokens) => EntityType::PERSON,
        NameKind::Place if sounds_personal(view, lexicon, tokens) => EntityType::PERSON,
        NameKind::Organization => type_of_body(view, lexicon, tokens),
        // "Rewa Police Station" stands where places stand.
        NameKind::Place if type_of_body(view, lexicon, tokens) == EntityType::AGENCY && tokens.len() > 1 => {
            EntityType::AGENCY
        }
        NameKind::Place => EntityType::PLACE,
        _ => return None,
    };
    // Rules with other evidence are surer than the finder alone.
    is_name.then(|| Draft::name(tokens, entity_type, TRAINED, name.confidence * 0.8))
}

/// "Mele Latu-Oli": a second family name after a hyphen belongs to the person.
fn with_hyphenated(view: &WordView<'_>, tokens: Span<TokenId>) -> Span<TokenId> {
    let (hyphen, next) = (tokens.end(), tokens.end() + 1);
    let is_joined = view.lower_at(Some(hyphen)) == "-"
        && next < view.len()
        && view.is_name_word[next]
        && view.touches_previous(hyphen)
        && view.touches_previous(next);
    if is_joined { Span::new(tokens.start(), next + 1) } else { tokens }
}

fn without_article(view: &WordView<'_>, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    let has_article = view.is(Class::Article, tokens.start());
    let start = tokens.start() + usize::from(has_article);
    (start < tokens.end()).then(|| Span::new(start, tokens.end()))
}

/// Keeps what follows "Lima-based" or the possessive of a known name: "Peru's Peace Institute".
fn without_owner(view: &WordView<'_>, lexicon: &Lexicon, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    let based = tokens
        .range()
        .rev()
        .find(|&at| view.lower_at(at.checked_sub(1)) == "-" && view.is(Class::HyphenParticiple, at));
    let owner = tokens.range().find(|&at| view.is(Class::Possessive, at)).filter(|&at| {
        let before = view.words_from(tokens.start(), at - tokens.start());
        let is_known = lexicon.known_name(&before).is_some_and(|(length, _)| length == before.len());
        let last = view.lower_at(at.checked_sub(1));
        is_known || before.len() > 2 || (lexicon.head_noun(&[last]).is_some() && !lexicon.is(Class::OwningPeople, last))
    });
    let start = based.max(owner).map_or(tokens.start(), |at| at + 1);
    (start < tokens.end()).then(|| Span::new(start, tokens.end()))
}

/// "15km Nadi Road": a length is not part of a name, but an ordinal is.
fn without_measure(view: &WordView<'_>, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    let word = &view.words[tokens.start()];
    let is_measure = word.starts_with(|c: char| c.is_ascii_digit())
        && word.ends_with(|c: char| c.is_ascii_lowercase())
        && !view.is_ordinal(tokens.start());
    let start = tokens.start() + usize::from(is_measure);
    (start < tokens.end()).then(|| Span::new(start, tokens.end()))
}

/// "Under-Secretary of the Foreign Ministry for Legal Affairs": the ministry already has its portfolio, so "for"
/// introduces the duties of the official.
fn without_duties(view: &WordView<'_>, tokens: Span<TokenId>) -> Span<TokenId> {
    let is_said = |at: usize| at > tokens.start() + 1 && view.is(Class::Ministry, at - 1);
    let end = tokens.range().find(|&at| view.is(Class::ChargeFor, at) && is_said(at)).unwrap_or(tokens.end());
    Span::new(tokens.start(), end)
}

/// "SUVs", "NGOs": plural acronyms are common nouns.
fn is_plural_acronym(view: &WordView<'_>, tokens: Span<TokenId>) -> bool {
    tokens.len() == 1 && view.words[tokens.start()].strip_suffix('s').is_some_and(is_all_caps)
}

/// "AIDS", "GDP", "DIG": capitals that name no organization.
fn is_common_acronym(view: &WordView<'_>, tokens: Span<TokenId>) -> bool {
    is_all_caps(&view.words[tokens.start()]) && view.is(Class::CommonAcronym, tokens.start())
}

/// A single word at the start of a sentence is capitalized anyway, so the finder must be sure and the tagger must
/// agree.
fn is_doubtful_opener(view: &WordView<'_>, name: &Name, tokens: Span<TokenId>) -> bool {
    tokens.len() == 1
        && view.opens_sentence(tokens.start())
        && (view.upos_at(tokens.start()) != Some(Upos::Propn) || name.confidence < 0.8)
}

/// A name of several words that begins with a given name, unless a preposition or gazetteer says that it is a place.
fn sounds_personal(view: &WordView<'_>, lexicon: &Lexicon, tokens: Span<TokenId>) -> bool {
    let before = tokens.start().checked_sub(1);
    tokens.len() > 1
        && lexicon.is_given_name(&view.words[tokens.start()])
        && !view.is(Class::Locative, before)
        && !view.is(Class::Of, before)
        && lexicon.place(&view.words_from(tokens.start(), tokens.len())).is_none()
        && is_personal(view, lexicon, tokens)
}

fn without_title(view: &WordView<'_>, lexicon: &Lexicon, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    let title = lexicon.title(&view.lower_from(tokens.start(), tokens.len()));
    let start = tokens.start() + title.map_or(0, |(length, _)| length);
    (start < tokens.end()).then(|| Span::new(start, tokens.end()))
}

/// Whether the words can be a personal name: not just a title, and without the head noun of an organization.
fn is_personal(view: &WordView<'_>, lexicon: &Lexicon, tokens: Span<TokenId>) -> bool {
    let lower = view.lower_from(tokens.start(), tokens.len());
    let is_title = lexicon.title(&lower).is_some_and(|(length, _)| length == lower.len());
    !is_title && !lower.iter().any(|word| lexicon.head_noun(&[word]).is_some())
}

fn type_of_body(view: &WordView<'_>, lexicon: &Lexicon, tokens: Span<TokenId>) -> EntityType {
    let lower = view.lower_from(tokens.start(), tokens.len());
    let of = lower.iter().position(|word| lexicon.is(Class::ChargePreposition, word)).unwrap_or(lower.len());
    // "House of Representatives" has its "of" within.
    let whole = (0..of).find_map(|at| lexicon.head_noun(&lower[at..]));
    let by_head = whole.or_else(|| (0..of).find_map(|at| lexicon.head_noun(&lower[at..of])));
    match by_head.or_else(|| lexicon.head_noun(&lower[..1])) {
        Some(EntityType::PLACE | EntityType::EVENT) | None => EntityType::ORGANIZATION,
        Some(found) => found,
    }
}
