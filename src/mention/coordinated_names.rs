//! Finds names that share a noun: "Ministries of Health and Education", "the provinces of Rewa and Serua".

use super::draft::Draft;
use crate::analysis::{SentenceKind, TokenId, Upos};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::WordView;
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::{capitalized, is_all_caps, is_capitalized};

/// The maximum number of name words in one item of a list.
const MAX_ITEM: usize = 4;

/// Names that share a noun, and the tokens that they cover together.
#[derive(Debug)]
pub(super) struct SharedNames {
    /// From the first item, or the noun before it, to the last item.
    whole: Span<TokenId>,
    pub(super) drafts: Vec<Draft>,
}

impl SharedNames {
    /// Whether `draft` reads several of the names as one.
    pub(super) fn replaces(&self, draft: &Draft) -> bool {
        draft.tokens.overlaps(self.whole) && !self.drafts.iter().any(|item| item.tokens.contains(draft.tokens))
    }
}

/// Finds the names of the sentence that share a noun.
pub(super) fn find_shared_names(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<SharedNames> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let names = bodies_behind(view, lexicon, at).or_else(|| bodies_before(view, lexicon, at));
        at = names.as_ref().map_or(at + 1, |names| names.whole.end());
        found.extend(names);
    }
    found
}

/// Finds names after a common noun for their type: "the provinces of Rewa and Serua", "the companies Nordvik and
/// Balteco", "the town of Haapsalu".
pub(super) fn find_listed_names(view: &WordView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    if view.kind == SentenceKind::Heading {
        return Vec::new();
    }
    let suffixed = (1..view.len()).filter_map(|noun| suffixed(view, lexicon, noun));
    let sites = (1..view.len()).filter_map(|noun| site(view, lexicon, noun));
    let halves = (0..view.len()).filter_map(|at| first_half(view, lexicon, at));
    (0..view.len()).flat_map(|at| listed(view, lexicon, at)).chain(suffixed).chain(sites).chain(halves).collect()
}

/// "Ministries of Health and Education": each portfolio makes its own ministry.
fn bodies_behind(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<SharedNames> {
    let (singular, entity_type) = body_noun(view, lexicon, at).filter(|_| is_capitalized(&view.words[at]))?;
    // "Centres for Disease Control and Prevention" is one organization with a plural name.
    if !view.is(Class::Of, at + 1) || !lexicon.is(Class::SharedBody, &singular) {
        return None;
    }
    let items = list_from(view, at + 2);
    let [first, .., last] = items[..] else { return None };
    let noun = capitalized(&singular);
    let draft = |item: &Span<TokenId>| {
        let tokens = if *item == first { Span::new(at, item.end()) } else { *item };
        shared(tokens, entity_type, format!("{noun} of {}", view.slice(*item).join(" ")))
    };
    Some(SharedNames { whole: Span::new(at, last.end()), drafts: items.iter().map(draft).collect() })
}

/// "The Finance and Health Ministries": each portfolio makes its own ministry.
fn bodies_before(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<SharedNames> {
    let starts = view.is_name_word[at] && view.is(Class::OpensSharedNames, at.checked_sub(1));
    if !starts {
        return None;
    }
    let (items, end) = simple_list(view, at)?;
    let (singular, entity_type) = body_noun(view, lexicon, end)?;
    let is_land = |item: &Span<TokenId>| lexicon.known_name(&view.words_from(item.start(), item.len())).is_some();
    if items.iter().any(is_land) || entity_type != EntityType::AGENCY {
        return None; // "the Fijian and Tongan armies" belong to two countries
    }
    let noun = if is_capitalized(&view.words[end]) { capitalized(&singular) } else { singular };
    let last = items.len() - 1;
    let draft = |(index, item): (usize, &Span<TokenId>)| {
        let tokens = if index == last { Span::new(item.start(), end + 1) } else { *item };
        shared(tokens, entity_type, format!("{} {noun}", view.slice(*item).join(" ")))
    };
    Some(SharedNames { whole: Span::new(at, end + 1), drafts: items.iter().enumerate().map(draft).collect() })
}

/// The singular and the type of the plural noun for organizations at `at`.
fn body_noun(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<(String, EntityType)> {
    let lower = view.lower.get(at)?;
    let entity_type = lexicon.head_noun(&[lower.as_str()])?;
    let is_body = matches!(entity_type, EntityType::AGENCY | EntityType::ORGANIZATION);
    let singular = lexicon.singular(lower).filter(|singular| is_body && singular != lower)?;
    Some((singular.to_owned(), entity_type))
}

fn shared(tokens: Span<TokenId>, entity_type: EntityType, name: String) -> Draft {
    Draft { spelled_out: Some(name), ..Draft::name(tokens, entity_type, "shared-noun", 0.9) }
}

/// The items of "A, B and C" from `at` on. The list must end with "and"; otherwise the result is empty.
fn list_from(view: &WordView<'_>, at: usize) -> Vec<Span<TokenId>> {
    let mut items: Vec<Span<TokenId>> = Vec::new();
    let mut start = at;
    loop {
        start += usize::from(view.is(Class::DefiniteArticle, start));
        let Some(item) = item_at(view, start) else { return Vec::new() };
        let closes =
            items.last().is_some_and(|last| (last.end()..item.start()).any(|at| view.is(Class::ListCoordinator, at)));
        items.push(item);
        if closes {
            return items;
        }
        start = item.end();
        let joints = (start..view.len().min(start + 2)).take_while(|&at| is_joint(view, at)).count();
        if joints == 0 {
            return Vec::new();
        }
        start += joints;
    }
}

fn is_joint(view: &WordView<'_>, at: usize) -> bool {
    view.lower[at] == "," || view.is(Class::ListCoordinator, at)
}

/// A sequence of at most [`MAX_ITEM`] name words, with particles and hyphens between them.
fn item_at(view: &WordView<'_>, start: usize) -> Option<Span<TokenId>> {
    let is_word = |at: usize| view.is_name_word.get(at).copied().unwrap_or(false);
    let mut end = start;
    while is_word(end) {
        end += 1;
        let joins = view.lower_at(Some(end)) == "-" || view.is(Class::Particle, end);
        if joins && is_word(end + 1) {
            end += 1;
        }
    }
    (end > start && end - start <= MAX_ITEM).then(|| Span::new(start, end))
}

/// Single capitalized words joined by "and" or commas, and the index of the token after them.
fn simple_list(view: &WordView<'_>, start: usize) -> Option<(Vec<Span<TokenId>>, usize)> {
    let mut items = vec![Span::new(start, start + 1)];
    let mut at = start + 1;
    while at + 1 < view.len() && is_joint(view, at) {
        let next = at + 1 + usize::from(is_joint(view, at + 1));
        if !view.is_name_word.get(next).copied().unwrap_or(false) {
            return None;
        }
        items.push(Span::new(next, next + 1));
        at = next + 1;
    }
    (items.len() > 1).then_some((items, at))
}

/// The names after the common noun at `at`, if it introduces names.
fn listed(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Vec<Draft> {
    let lower = view.lower[at].as_str();
    let Some(entity_type) = lexicon.head_noun(&[lower]).filter(|_| view.words[at] == lower) else {
        return Vec::new();
    };
    let has_of = view.is(Class::Of, at + 1);
    let start = at + 1 + usize::from(has_of);
    let is_plural = lexicon.singular(lower).is_some_and(|singular| singular != lower);
    let is_populated = lexicon.is(Class::Populated, lexicon.singular(lower).unwrap_or(lower));
    let items = match entity_type {
        EntityType::PLACE if is_populated && is_plural => list_from(view, start),
        EntityType::PLACE if is_populated && has_of => item_at(view, start).into_iter().collect(),
        EntityType::ORGANIZATION | EntityType::GROUP if is_plural && !has_of => list_from(view, start),
        _ => Vec::new(),
    };
    let has_head =
        |item: &Span<TokenId>| item.range().any(|at| lexicon.head_noun(&[view.lower[at].as_str()]).is_some());
    let draft = |item: Span<TokenId>| Draft::name(item, entity_type, "listed-under-noun", 0.9);
    items.into_iter().filter(|item| entity_type != EntityType::PLACE || !has_head(item)).map(draft).collect()
}

/// A name right before a noun for populated places or movements: "Rewa province", "the Pohiva party".
fn suffixed(view: &WordView<'_>, lexicon: &Lexicon, noun: usize) -> Option<Draft> {
    let lower = view.lower[noun].as_str();
    let (entity_type, rule) = match () {
        () if lexicon.is(Class::Populated, lower) => (EntityType::PLACE, "before-place-noun"),
        () if lexicon.is(Class::Movement, lower) => (EntityType::GROUP, "before-group-noun"),
        () => return None,
    };
    let is_noun = view.words[noun] == lower
        && !matches!(view.upos_at(noun + 1), Some(Upos::Noun | Upos::Propn))
        && view.lower_at(Some(noun + 1)) != "-";
    let start = (0..noun).rev().take_while(|&at| view.is_name_word[at]).last().filter(|_| is_noun)?;
    let is_plain = (start..noun).all(|at| {
        !is_all_caps(&view.words[at])
            && lexicon.head_noun(&[view.lower[at].as_str()]).is_none()
            && view.upos_at(at) == Some(Upos::Propn)
    });
    let is_known = lexicon.known_name(&view.words_from(start, noun - start)).is_some();
    // "An Islamist movement" could be any of many.
    let is_plain = is_plain && !view.language().has_ending(Class::BelieverEnding, &view.lower[noun - 1]);
    let is_short = noun - start <= 2 && !view.opens_sentence(start);
    (is_plain && is_short && !is_known).then(|| Draft::name(Span::new(start, noun), entity_type, rule, 0.85))
}

/// A site whose noun is part of its name: "Rewa camp", "Sigatoka river".
fn site(view: &WordView<'_>, lexicon: &Lexicon, noun: usize) -> Option<Draft> {
    let is_site = |length: usize| {
        view.words.get(noun + length - 1).is_some()
            && lexicon.is(Class::SiteNoun, &view.lower_from(noun, length).join(" "))
    };
    let length = [2, 1].into_iter().find(|&length| is_site(length))?;
    let is_small = (noun..noun + length).all(|at| view.words[at] == view.lower[at]);
    let ends = !matches!(view.upos_at(noun + length), Some(Upos::Noun | Upos::Propn));
    let first = (0..noun).rev().take_while(|&at| view.is_name_word[at]).last().filter(|_| is_small && ends)?;
    // "The al-Nusra camp".
    let is_joined = first > 1 && view.words[first - 1] == "-" && view.is(Class::Particle, first - 2);
    let start = if is_joined { first - 2 } else { first };
    let is_plain = (first..noun).all(|at| {
        let has_head = lexicon.head_noun(&[view.lower[at].as_str()]).is_some();
        view.upos_at(at) == Some(Upos::Propn) && !is_all_caps(&view.words[at]) && !has_head
    });
    let land = lexicon.known_name(&view.words_from(first, noun - first));
    let is_land = land.is_some_and(|(length, meanings)| {
        length == noun - first && meanings.iter().any(|meaning| meaning.entity_type != EntityType::PLACE)
    });
    (is_plain && !is_land && noun - first <= 3 && !view.opens_sentence(first))
        .then(|| Draft::name(Span::new(start, noun + length), EntityType::PLACE, "site", 0.85))
}

/// "North" in "North and South Korea": a country that shares its last word with the next one.
fn first_half(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<Draft> {
    if !view.is_name_word[at] || !view.is(Class::And, at + 1) {
        return None;
    }
    let rest = view.words_from(at + 2, 2);
    let [second, shared] = rest[..] else { return None };
    let only = |words: [&str; 2]| match lexicon.known_name(&words) {
        Some((2, [known])) if known.entity_type == EntityType::COUNTRY => Some(known.clone()),
        _ => None,
    };
    let known = only([view.words[at].as_str(), shared]).filter(|_| only([second, shared]).is_some())?;
    let name = format!("{} {shared}", view.words[at]);
    let draft = Draft::name(Span::new(at, at + 1), EntityType::COUNTRY, "shared-noun", 0.95);
    Some(Draft { known: Some(known), spelled_out: Some(name), ..draft })
}
