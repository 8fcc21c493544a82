//! Finds gatherings that a text describes instead of naming: "a two-day workshop held in Suva".
//!
//! A gathering is one particular event if the text identifies it: by a number or duration, a place, a date, a name in
//! its description, or a topic together with a verb of holding. "Meetings", "the meeting" and "any conference" do not
//! count.

mod phrase;
mod signs;

use super::draft::Draft;
use super::model::{Mention, MentionKind};
use crate::analysis::{Deprel, SentenceKind, Upos};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::SentenceView;
use crate::ontology::EntityType;
use crate::span::Span;
use phrase::NounPhrase;
use signs::Signs;

/// Finds the described gatherings of a sentence of running text.
pub(super) fn find_described_events(view: &SentenceView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    if view.kind != SentenceKind::Prose {
        return Vec::new();
    }
    (0..view.len()).filter_map(|at| describe(view, lexicon, at)).collect()
}

fn describe(view: &SentenceView<'_>, lexicon: &Lexicon, head: usize) -> Option<Draft> {
    if !is_gathering(view, lexicon, head) {
        return None;
    }
    let phrase = NounPhrase::around(view, head);
    let signs = Signs::of(view, lexicon, &phrase);
    let confidence = is_individuated(view, lexicon, &phrase, &signs)?;
    let described = phrase.with_complement(view);
    if described.len() == 1 {
        return None; // a node called "ceremony" would identify nothing
    }
    let core = phrase.core(view, lexicon);
    let whole = Span::new(phrase.determiner.unwrap_or(phrase.tokens.start()), core.end());
    let draft = Draft::name(core, EntityType::EVENT, "described-event", confidence);
    Some(Draft { kind: MentionKind::Nominal, described: Some(described), phrase: Some(whole), ..draft })
}

/// Finds single gatherings that nothing in the sentence identifies: "a ceremony". `coreference` makes them things of
/// their own if the article says who took part in them or where they were.
pub(super) fn find_open_gatherings(view: &SentenceView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    if view.kind != SentenceKind::Prose {
        return Vec::new();
    }
    (0..view.len()).filter_map(|at| open_gathering(view, lexicon, at)).collect()
}

/// The noun of a gathering in a mention: "ceremony", "hand-over"; `None` for other events, such as "the visit".
pub(crate) fn gathering_noun(mention: &Mention, lexicon: &Lexicon) -> Option<String> {
    if mention.entity_type != EntityType::EVENT || mention.is_plural {
        return None;
    }
    let classes = [Class::Gathering, Class::GatheringWeak, Class::GatheringPossible];
    let is_noun = |noun: &str| classes.iter().any(|&class| lexicon.is(class, noun));
    let last = mention.norm.rsplit(' ').next().unwrap_or_default();
    if is_noun(last) {
        return Some(last.to_owned());
    }
    Some(mention.norm.replace(' ', "-")).filter(|noun| is_noun(noun))
}

fn open_gathering(view: &SentenceView<'_>, lexicon: &Lexicon, head: usize) -> Option<Draft> {
    if let Some(first) = hyphenated(view, lexicon, head) {
        let determiner = first.checked_sub(1).filter(|&at| view.upos_at(at) == Some(Upos::Det));
        let determiner = determiner.filter(|&at| !view.is(Class::GatheringNoOne, at))?;
        let draft = Draft::name(Span::new(first, head + 1), EntityType::EVENT, "open-gathering", 0.5);
        return Some(Draft { kind: MentionKind::Nominal, phrase: Some(Span::new(determiner, head + 1)), ..draft });
    }
    let is_series = is_plural(lexicon, &view.lower[head]);
    let is_one = is_series || view.xpos_at(head) != "NNS";
    if !is_one || !is_possible_gathering(view, lexicon, head) {
        return None;
    }
    let phrase = NounPhrase::around(view, head);
    // "The upcoming peace talks" are one round of talks; "the talks" may be any.
    let is_topical = (phrase.tokens.start()..head).any(|at| view.upos_at(at) == Some(Upos::Noun));
    if is_series && !is_topical {
        return None;
    }
    let determiner = phrase.determiner.filter(|&at| !view.is(Class::GatheringNoOne, at))?;
    if Signs::of(view, lexicon, &phrase).is_vague {
        return None;
    }
    let whole = Span::new(determiner, head + 1);
    let draft = Draft::name(Span::new(head, head + 1), EntityType::EVENT, "open-gathering", 0.5);
    Some(Draft { kind: MentionKind::Nominal, phrase: Some(whole), ..draft })
}

/// The first token of a noun of three tokens for a gathering that ends at `end`: "hand-over".
fn hyphenated(view: &SentenceView<'_>, lexicon: &Lexicon, end: usize) -> Option<usize> {
    let first = end.checked_sub(2)?;
    let is_joined = view.words[end - 1] == "-" && view.touches_previous(end - 1) && view.touches_previous(end);
    let word = format!("{}-{}", view.lower[first], view.lower[end]);
    let goes_on = matches!(view.upos_at(end + 1), Some(Upos::Noun | Upos::Propn));
    (is_joined && !goes_on && lexicon.is(Class::GatheringPossible, &word)).then_some(first)
}

/// Whether the token is a lowercase noun for a gathering and not itself part of a longer noun.
fn is_gathering(view: &SentenceView<'_>, lexicon: &Lexicon, head: usize) -> bool {
    !lexicon.is(Class::GatheringPossible, &view.lower[head]) && is_possible_gathering(view, lexicon, head)
}

fn is_possible_gathering(view: &SentenceView<'_>, lexicon: &Lexicon, head: usize) -> bool {
    let lower = view.lower[head].as_str();
    let is_noun = matches!(view.upos_at(head), Some(Upos::Noun)) && view.words[head] == lower;
    // "The workshop organisers", "press conference-style", but "a press conference Thursday".
    let is_time = view.is(Class::Calendar, head + 1) || view.is(Class::TimeWord, head + 1);
    let goes_on = (matches!(view.upos_at(head + 1), Some(Upos::Noun | Upos::Propn)) && !is_time)
        || view.lower_at(Some(head + 1)) == "-"
        || view.is_labelled(head, Deprel::Compound);
    let is_event = [Class::Gathering, Class::GatheringWeak, Class::GatheringPossible, Class::GatheringPlural]
        .iter()
        .any(|&class| lexicon.is(class, lower));
    // In "two rounds of talks", the gathering is the round, not the talks.
    let is_round = view.is(Class::GatheringRound, head);
    let follows_round = view.is(Class::GatheringRound, head.checked_sub(2)) && view.is(Class::Of, head.checked_sub(1));
    let has_talks = view.is(Class::Of, head + 1) && talks_behind(view, lexicon, head + 2);
    is_noun && is_event && !goes_on && !follows_round && (!is_round || has_talks)
}

/// Whether "talks" or the like ends the noun phrase that begins at `at`: "of peace talks".
fn talks_behind(view: &SentenceView<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let end = (at..view.len()).find(|&at| !matches!(view.upos_at(at), Some(Upos::Adj | Upos::Noun | Upos::Propn)));
    let last = view.lower_at(end.unwrap_or(view.len()).checked_sub(1));
    is_plural(lexicon, last) || lexicon.is(Class::Gathering, last)
}

fn is_plural(lexicon: &Lexicon, lower: &str) -> bool {
    lexicon.is(Class::GatheringPlural, lower)
}

/// The confidence that the signs identify one particular gathering; `None` if they do not.
fn is_individuated(view: &SentenceView<'_>, lexicon: &Lexicon, phrase: &NounPhrase, signs: &Signs) -> Option<f32> {
    if view.is(Class::GatheringNoOne, phrase.determiner) || signs.is_vague {
        return None;
    }
    let noun = view.lower[phrase.head].as_str();
    let is_definite = view.is(Class::DefiniteArticle, phrase.determiner);
    let is_set_apart = match () {
        () if is_plural(lexicon, noun) => {
            // "The six-nation talks" are one round of talks.
            (signs.has_topic_noun && signs.is_named_behind && (is_definite || signs.is_arranged))
                || (is_definite && signs.is_counted && signs.has_topic_noun)
        }
        () if lexicon.is(Class::GatheringWeak, noun) => {
            (signs.is_counted && (signs.is_placed || signs.is_arranged || !is_definite))
                || (signs.is_modified && signs.is_placed && signs.is_arranged)
        }
        () if is_definite => {
            signs.is_counted
                || signs.is_of_name
                || (signs.is_modified && (signs.is_placed || (signs.has_of && signs.is_arranged)))
                || (signs.is_named_before && (signs.is_arranged || signs.is_placed))
        }
        () => {
            signs.is_counted
                || signs.is_placed
                || ((signs.is_named_before || signs.is_named_behind) && signs.is_arranged)
                || (signs.is_modified && signs.is_arranged)
        }
    };
    let strong = [signs.is_counted, signs.is_placed, signs.is_arranged, signs.is_named_before, signs.is_of_name];
    let count = strong.iter().filter(|sign| **sign).count();
    is_set_apart.then_some(if count > 1 { 0.9 } else { 0.8 })
}

#[cfg(test)]
mod tests;
