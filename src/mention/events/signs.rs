//! Collects the signs in a sentence that identify one gathering.

use super::phrase::{NounPhrase, continues_name};
use crate::analysis::{Deprel, Upos};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::SentenceView;

/// The maximum number of steps in the tree between a place and the gathering.
const MAX_CLIMB: usize = 4;

/// The signs, each found independently.
#[derive(Debug)]
pub(super) struct Signs {
    /// "two-day", "third", "annual".
    pub(super) is_counted: bool,
    /// An adjective, noun or verb form before the head.
    pub(super) is_modified: bool,
    /// A lowercase noun before the head: "peace talks".
    pub(super) has_topic_noun: bool,
    /// A name before the head.
    pub(super) is_named_before: bool,
    /// A name in the complement.
    pub(super) is_named_behind: bool,
    /// "of the Nadi Bridge".
    pub(super) is_of_name: bool,
    /// "of" with anything after it.
    pub(super) has_of: bool,
    /// "in Suva", "held at the Nadi Barracks".
    pub(super) is_placed: bool,
    /// Somebody holds, opens or attends it, or speaks at it.
    pub(super) is_arranged: bool,
    /// "such", "similar", "previous": a gathering other than the one reported.
    pub(super) is_vague: bool,
}

impl Signs {
    pub(super) fn of(view: &SentenceView<'_>, lexicon: &Lexicon, phrase: &NounPhrase) -> Self {
        let before = phrase.tokens.start()..phrase.head;
        let any = |class: Class| before.clone().any(|at| lexicon.is(class, &view.lower[at]));
        let has_name = |range: std::ops::Range<usize>| range.into_iter().any(|at| view.is_name_word[at]);
        let behind = phrase.complement.map(|complement| complement.range());
        let has_of = behind.clone().is_some_and(|behind| view.is(Class::Of, behind.start));
        let is_named_behind = behind.is_some_and(has_name);
        let says = |at: usize| matches!(view.upos_at(at), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Verb));
        let is_number = |at: usize| {
            (view.upos_at(at) == Some(Upos::Num) || view.is_ordinal(at)) && !continues_name(view, lexicon, at)
        };
        Self {
            is_counted: any(Class::GatheringMark) || before.clone().any(is_number),
            is_modified: before.clone().any(says),
            has_topic_noun: before.clone().any(|at| view.upos_at(at) == Some(Upos::Noun)),
            is_named_before: has_name(before.clone()),
            is_named_behind,
            is_of_name: is_named_behind && has_of,
            has_of,
            is_placed: is_placed(view, phrase),
            is_arranged: is_arranged(view, phrase.head),
            is_vague: any(Class::GatheringVague),
        }
    }
}

/// Whether a name after "in" or "at" depends on the gathering or on the verb of holding that governs it.
fn is_placed(view: &SentenceView<'_>, phrase: &NounPhrase) -> bool {
    let end = phrase.complement.map_or(phrase.head + 1, |complement| complement.end());
    let verb = governor(view, phrase.head).filter(|&verb| is_holding(view, verb));
    (phrase.head + 1..view.len()).any(|at| {
        let is_preposition = view.is(Class::InOrAt, at);
        let is_complement_of_place = is_preposition && names_place(view, at);
        is_complement_of_place && (at == end || hangs_on(view, at, phrase.head, verb))
    })
}

/// Whether the noun after the preposition at `at` is or contains a name.
fn names_place(view: &SentenceView<'_>, at: usize) -> bool {
    let Some((Deprel::Case, noun)) = view.dependency(at) else { return false };
    noun > at && (at..=noun).any(|at| view.is_name_word[at] && !view.is(Class::Calendar, at))
}

/// Whether the noun of the preposition depends on the gathering, on its participle ("held in"), or on the verb of
/// holding.
fn hangs_on(view: &SentenceView<'_>, preposition: usize, head: usize, verb: Option<usize>) -> bool {
    let Some((_, mut at)) = view.dependency(preposition) else { return false };
    for _ in 0..MAX_CLIMB {
        match view.dependency(at) {
            Some((Deprel::Nmod | Deprel::Obl | Deprel::Acl | Deprel::AclRelcl, up)) => at = up,
            _ => return false,
        }
        if at == head || Some(at) == verb {
            return true;
        }
    }
    false
}

/// The verb that has the noun as subject or object.
fn governor(view: &SentenceView<'_>, head: usize) -> Option<usize> {
    match view.dependency(head)? {
        (Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj, verb) => Some(verb),
        _ => None,
    }
}

fn is_holding(view: &SentenceView<'_>, verb: usize) -> bool {
    view.lemma_is(Class::Holding, verb)
}

/// Whether somebody holds, opens, attends the gathering or speaks at it.
fn is_arranged(view: &SentenceView<'_>, head: usize) -> bool {
    let by_verb = governor(view, head).is_some_and(|verb| is_holding(view, verb));
    let by_participle = view.children(head).any(|child| {
        matches!(view.dependency(child), Some((Deprel::Acl | Deprel::AclRelcl, _))) && is_holding(view, child)
    });
    let spoken_at = matches!(view.dependency(head), Some((Deprel::Obl, _)))
        && view
            .children(head)
            .any(|child| view.is_labelled(child, Deprel::Case) && view.is(Class::OccasionPreposition, child));
    by_verb || by_participle || spoken_at
}
