//! Finds organizations named by a common noun after a name: "the Malaysian navy", "43rd division".

use std::collections::BTreeMap;

use super::draft::Draft;
use super::overlap::Settled;
use super::titles::TitleSpan;
use super::trained_names::TRAINED;
use crate::analysis::names::{Name, NameKind};
use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::lexicon::WordView;
use crate::lexicon::{KnownName, Lexicon, NameForm};
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::{is_all_caps, is_capitalized};

/// The rule for "Peruvian forces".
const FORCE_OF_COUNTRY: &str = "force-of-country";

/// The rule for names in the gazetteer of organizations.
const LISTED_ORGANIZATION: &str = "gazetteer:organisations";

/// The ending of "southern".
const DIRECTION_ENDING: &str = "ern";

/// The maximum number of words in the noun of an organ: "national election commission".
const MAX_ORGAN: usize = 3;

/// Finds lowercase organizations of a demonym or place, numbered units, and the offices of titles.
///
/// "The Peruvian government" is the country itself, so the mention of the demonym is extended over the noun; "the
/// Tanga administration" of a place is an agency.
pub(super) fn find_bodies(view: &WordView<'_>, lexicon: &Lexicon, known: &[Draft], titles: &[TitleSpan]) -> Vec<Draft> {
    let found_place = |name: &Name| {
        let is_place = name.kind == NameKind::Place && name.confidence > 0.7;
        let is_new = !known.iter().any(|known| known.tokens.overlaps(name.tokens));
        (is_place && is_new).then(|| Draft::name(name.tokens, EntityType::PLACE, TRAINED, name.confidence))
    };
    let places: Vec<Draft> = view.found_names().iter().filter_map(found_place).collect();
    let owners = known.iter().chain(&places);
    let mut found: Vec<Draft> = owners.filter_map(|owner| body_of(view, lexicon, owner)).collect();
    found.extend((1..view.len()).filter_map(|at| numbered_unit(view, at)));
    found.extend((1..view.len()).filter_map(|at| named_force(view, known, at)));
    found.extend(known.iter().filter_map(|owner| sent_body(view, owner)));
    found.extend(titles.iter().filter_map(|title| office_of(view, *title)));
    found.extend(titles.iter().filter_map(|title| staff_of(view, known, *title)));
    found
}

fn body_of(view: &WordView<'_>, lexicon: &Lexicon, owner: &Draft) -> Option<Draft> {
    let is_place = owner.entity_type == EntityType::PLACE;
    let is_land = owner.entity_type == EntityType::COUNTRY;
    let has_possessive = (is_place || is_land) && view.is(Class::Possessive, owner.tokens.end());
    let at = owner.tokens.end() + usize::from(has_possessive);
    let noun = view.lower_at(Some(at));
    let organ = organ_length(view, lexicon, at);
    let tokens: Span<TokenId> = Span::new(owner.tokens.start(), at + organ.unwrap_or(1));
    if view.words.get(at)? != noun {
        // A capitalized noun belongs to a name, which its head noun types; alone it names nothing: "Peru's Congress".
        let is_whole = tokens.end() >= view.len() || !view.is_name_word[tokens.end()];
        return (is_land && has_possessive && is_whole && organ == Some(1))
            .then(|| Draft::name(tokens, EntityType::AGENCY, FORCE_OF_COUNTRY, 0.85));
    }
    let length = organ.unwrap_or(1);
    // "Peruvian military planes" names no force, "Peruvian military officials" does.
    let is_adjective = length == 1
        && view.is(Class::ForceAdjective, at)
        && view.upos_at(at + 1) == Some(Upos::Noun)
        && (has_possessive || !says_post(view, lexicon, at + 1));
    let is_force = organ.is_some() && !is_adjective;
    let is_state = lexicon.is(Class::Government, noun) && !(is_land && has_possessive);
    match owner.entity_type {
        EntityType::COUNTRY if is_force => Some(Draft::name(tokens, EntityType::AGENCY, FORCE_OF_COUNTRY, 0.85)),
        EntityType::COUNTRY if is_state => {
            let tokens = Span::new(owner.tokens.start(), at + 1);
            let draft = Draft::name(tokens, EntityType::COUNTRY, "government-of-country", 0.9);
            // With its noun, the demonym names the state, which can act.
            let known = owner.known.clone().map(|known| KnownName { form: NameForm::Name, ..known });
            Some(Draft { known, ..draft })
        }
        EntityType::COUNTRY if lexicon.is(Class::ArmedPeople, noun) => {
            Some(Draft::name(tokens, EntityType::GROUP, "fighters-of-country", 0.8))
        }
        EntityType::PLACE if is_state && let Some(state) = state_of(owner) => {
            Some(Draft { known: Some(state), ..Draft::name(tokens, EntityType::COUNTRY, "government-of-country", 0.9) })
        }
        EntityType::COUNTRY => ministry_of(view, owner, at),
        EntityType::PLACE
            if (is_force || is_state)
                && !view.is(Class::StateNoun, at)
                && (!goes_on(view, at + length) || says_post(view, lexicon, at + length)) =>
        {
            Some(Draft::name(tokens, EntityType::AGENCY, "body-of-place", 0.8))
        }
        _ => None,
    }
}

/// The number of words of the organ at `at`: 2 for "central bank". All are in small letters or all are capitalized.
fn organ_length(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> Option<usize> {
    let case = |at: usize| is_capitalized(&view.words[at]);
    (1..=MAX_ORGAN).rev().find(|&length| {
        at + length <= view.len()
            && (at..at + length).all(|other| case(other) == case(at))
            && lexicon.is(Class::Organ, &view.lower_from(at, length).join(" "))
    })
}

/// Whether the noun at `at` is a person with a position: "officials", "chief".
fn says_post(view: &WordView<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let is_post = [Class::PostOfState, Class::PostOfBody, Class::Role].iter().any(|&class| view.lemma_is(class, at));
    is_post || lexicon.title(&[view.lemma_at(Some(at))]).is_some_and(|(_, title)| title.is_office)
}

/// Gives the organs of a state one name in the article: "Peru's security forces" and "the Peruvian forces" are the
/// Peruvian security forces.
pub(super) fn unite_organs(views: &[WordView<'_>], lexicon: &Lexicon, settled: &mut [Settled]) {
    let key = |view: &WordView<'_>, draft: &Draft| -> Option<(String, String)> {
        let words = view.words_from(draft.tokens.start(), draft.tokens.len());
        let (length, code) = lexicon.land(&words).filter(|_| draft.rule == FORCE_OF_COUNTRY)?;
        let start = draft.tokens.start() + length;
        let start = start + usize::from(view.is(Class::Possessive, start));
        Some((code.to_owned(), view.lower_from(start, draft.tokens.end() - start).join(" ")))
    };
    let mut names: BTreeMap<(String, String), String> = BTreeMap::new();
    for (view, settled) in views.iter().zip(&*settled) {
        for draft in settled.drafts() {
            let is_owned = draft.tokens.range().any(|at| view.is(Class::Possessive, at));
            if let Some(key) = key(view, draft).filter(|_| !is_owned) {
                names.entry(key).or_insert_with(|| view.slice(draft.tokens).join(" "));
            }
        }
    }
    let fuller = |(code, organ): &(String, String)| -> Option<&String> {
        // The forces of a state may be its security forces; its police are not its border police.
        let ends = |(other, longer): &(String, String)| {
            lexicon.is(Class::SentBody, organ)
                && other == code
                && longer.strip_suffix(organ.as_str()).is_some_and(|rest| rest.ends_with(' '))
        };
        let mut longer = names.iter().filter(|(key, _)| ends(key)).map(|(_, name)| name);
        longer.next().filter(|_| longer.next().is_none())
    };
    for (view, settled) in views.iter().zip(settled) {
        for draft in settled.drafts_mut() {
            let Some(key) = key(view, draft) else { continue };
            let name = fuller(&key).or_else(|| names.get(&key));
            draft.spelled_out = name.filter(|name| **name != view.slice(draft.tokens).join(" ")).cloned();
        }
    }
}

/// The state of a capital: "the Lima government" means Peru.
fn state_of(capital: &Draft) -> Option<KnownName> {
    let known = capital.known.as_ref()?;
    let canonical = known.capital_of.clone()?;
    Some(KnownName { canonical, entity_type: EntityType::COUNTRY, capital_of: None, ..known.clone() })
}

/// Whether the noun before `at` only modifies the next one: "the Nadi army base".
fn goes_on(view: &WordView<'_>, at: usize) -> bool {
    matches!(view.upos_at(at), Some(Upos::Noun | Upos::Propn))
}

/// "The Peruvian foreign ministry".
fn ministry_of(view: &WordView<'_>, owner: &Draft, at: usize) -> Option<Draft> {
    let ministry = (at + 1..=at + 3).find(|&at| view.is(Class::Ministry, at))?;
    let is_portfolio = |at: usize| view.is(Class::Portfolio, at) || view.is(Class::And, at);
    let tokens = Span::new(owner.tokens.start(), ministry + 1);
    ((at..ministry).all(is_portfolio) && view.words[ministry] == view.lower[ministry])
        .then(|| Draft::name(tokens, EntityType::AGENCY, "ministry-of-country", 0.88))
}

/// A force with a name that is in no gazetteer: "the Rewa police".
fn named_force(view: &WordView<'_>, known: &[Draft], at: usize) -> Option<Draft> {
    let is_force = view.is(Class::OwnForce, at) && view.words[at] == view.lower[at];
    let is_last = !goes_on(view, at + 1);
    let start = (0..at).rev().take_while(|&at| view.is_name_word[at]).last().filter(|_| is_force && is_last)?;
    let tokens = Span::new(start, at + 1);
    let is_unknown = !known.iter().any(|known| known.tokens.overlaps(tokens));
    let is_plain = (start..at).all(|at| view.upos_at(at) == Some(Upos::Propn) && !is_all_caps(&view.words[at]));
    let is_behind_the = view.is(Class::DefiniteArticle, start.checked_sub(1));
    (is_unknown && is_plain && is_behind_the && tokens.len() <= 3)
        .then(|| Draft::name(tokens, EntityType::AGENCY, "named-force", 0.8))
}

/// "The African Union peacekeeping mission in Fiji": a body of a body of states.
fn sent_body(view: &WordView<'_>, owner: &Draft) -> Option<Draft> {
    let is_states = owner.rule == LISTED_ORGANIZATION && owner.entity_type == EntityType::AGENCY;
    let first = owner.tokens.end() + usize::from(view.is(Class::Possessive, owner.tokens.end()));
    let is_small = |at: usize| view.words[at] == view.lower[at];
    let is_modifier = |at: usize| is_small(at) && matches!(view.upos_at(at), Some(Upos::Adj | Upos::Noun));
    let noun = (first..view.len().min(first + 3)).find(|&at| view.is(Class::SentBody, at) && is_small(at))?;
    if !is_states || !(first..noun).all(is_modifier) || goes_on(view, noun + 1) {
        return None;
    }
    let name = noun + 2 + usize::from(view.lower_at(Some(noun + 2)).ends_with(DIRECTION_ENDING));
    let is_sent = view.is(Class::In, noun + 1) && view.is_name_word.get(name) == Some(&true);
    let names = (name..view.len()).take_while(|&at| view.is_name_word[at]).count();
    let end = if is_sent { name + names } else { noun + 1 };
    Some(Draft::name(Span::new(owner.tokens.start(), end), EntityType::AGENCY, "sent-body", 0.85))
}

/// "The Prime Minister's Office"; in small letters only with its state: "the Peruvian president's office".
fn staff_of(view: &WordView<'_>, known: &[Draft], title: TitleSpan) -> Option<Draft> {
    let (start, end) = (title.tokens.start(), title.tokens.end());
    let is_owned = view.is(Class::Possessive, end) && view.is(Class::OfficeNoun, end + 1);
    let is_name = |at: usize| is_capitalized(&view.words[at]);
    if !is_owned || !title.is_office {
        return None;
    }
    if is_name(start) && is_name(end + 1) {
        return Some(Draft::name(Span::new(start, end + 2), EntityType::AGENCY, "office-of-title", 0.9));
    }
    let land = known.iter().find(|land| land.entity_type == EntityType::COUNTRY && land.tokens.end() == start)?;
    let tokens = Span::new(land.tokens.start(), end + 2);
    (!is_name(start) && !is_name(end + 1)).then(|| Draft::name(tokens, EntityType::AGENCY, "office-of-title", 0.9))
}

/// "Office of the Prime Minister", "Office of the Secretary of State".
fn office_of(view: &WordView<'_>, title: TitleSpan) -> Option<Draft> {
    let start = title.tokens.start().checked_sub(3)?;
    let opens = is_capitalized(&view.words[start])
        && view.is(Class::OfficeNoun, start)
        && view.is(Class::Of, start + 1)
        && view.is(Class::DefiniteArticle, start + 2);
    let end = title.tokens.end();
    let has_charge = view.is(Class::Of, end) && view.is_name_word.get(end + 1).copied().unwrap_or(false);
    let end = if has_charge { end + 2 } else { end };
    (opens && is_capitalized(&view.words[title.tokens.start()]))
        .then(|| Draft::name(Span::new(start, end), EntityType::AGENCY, "office-of-title", 0.9))
}

/// "43rd division", "1st Infantry battalion".
fn numbered_unit(view: &WordView<'_>, at: usize) -> Option<Draft> {
    let is_unit = view.is(Class::MilitaryUnit, at);
    let start = (at.saturating_sub(3)..at).find(|&start| view.is_ordinal(start))?;
    let all_names = (start + 1..at).all(|between| view.is_name_word[between]);
    (is_unit && all_names).then(|| Draft::name(Span::new(start, at + 1), EntityType::AGENCY, "numbered-unit", 0.85))
}
