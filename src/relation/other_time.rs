//! Tells the time of an event from the time of something else in its sentence.
//!
//! A time belongs to the verb or noun that it modifies: "met X ahead of the summit on Friday", "who was born in 1950, met
//! X", "met X and will visit Lima on Friday".

use crate::analysis::{Deprel, Upos};
use crate::language::Class;
use crate::lexicon::SentenceView;

/// Longest description of a noun between its preposition and its time: "ahead of the first regional summit on Friday".
const MAX_NOUN_WORDS: usize = 6;

/// Whether the time at `time` says when something other than the event of the verb at `clause` happened.
///
/// `governor` is the verb that governs the time.
pub(super) fn is_of_another(view: &SentenceView<'_>, time: usize, governor: usize, clause: usize) -> bool {
    is_of_noun(view, time) || (governor != clause && is_of_another_verb(view, time, governor, clause))
}

/// Whether the time is the one of the noun before it: "the treaty of 1987", "before the summit on Friday".
fn is_of_noun(view: &SentenceView<'_>, time: usize) -> bool {
    let Some(noun) = time.checked_sub(2).filter(|&noun| view.upos_at(noun) == Some(Upos::Noun)) else { return false };
    let Some(preposition) = preposition_before(view, noun) else { return view.is(Class::Of, time - 1) };
    if view.is(Class::Of, time - 1) {
        // "In the summer of 1987" is a time, "to mark the treaty of 1987" is none.
        return !view.is(Class::DatingPreposition, preposition);
    }
    let is_around = |at: usize| view.is(Class::AroundEvent, at);
    let is_of = view.is(Class::Of, preposition);
    view.is(Class::DatingPreposition, time - 1)
        && (is_around(preposition) || (is_of && preposition > 0 && is_around(preposition - 1)))
}

/// The preposition of the noun phrase that ends with the noun.
fn preposition_before(view: &SentenceView<'_>, noun: usize) -> Option<usize> {
    let first = noun.saturating_sub(MAX_NOUN_WORDS);
    let mut words = (first..noun).rev();
    words
        .find(|&at| matches!(view.upos_at(at), Some(Upos::Adp | Upos::Verb | Upos::Part | Upos::Sconj)))
        .filter(|&at| view.upos_at(at) != Some(Upos::Verb))
}

/// Whether the verb at `governor` has a time of its own, which the event of the verb at `clause` does not share.
fn is_of_another_verb(view: &SentenceView<'_>, time: usize, governor: usize, clause: usize) -> bool {
    let of_time = labels_up(view, governor, clause);
    let of_clause = labels_up(view, clause, governor);
    let is_relative = |label: &Deprel| matches!(label, Deprel::Acl | Deprel::AclRelcl);
    // A relative clause keeps its time to itself; a report has the day of the report.
    if of_time.labels.iter().any(is_relative) || (of_clause.meets && of_clause.labels.contains(&Deprel::Ccomp)) {
        return true;
    }
    let is_coordinated = |path: &Path| path.meets && path.labels == [Deprel::Conj];
    let (first, second) = (governor.min(clause), governor.max(clause));
    // "On Friday, X met Y and visited Lima" is one day, "met Y and visited Lima on Friday" is not.
    (is_coordinated(&of_time) || is_coordinated(&of_clause)) && time > first && (time > second || governor == first)
}

/// The way up the tree from one token.
struct Path {
    labels: Vec<Deprel>,
    /// Whether it meets the other token.
    meets: bool,
}

/// The labels from `token` up to `other`, or to the root if `other` is not above it.
fn labels_up(view: &SentenceView<'_>, token: usize, other: usize) -> Path {
    let mut path = Path { labels: Vec::new(), meets: false };
    let mut at = token;
    while let Some((label, head)) = view.dependency(at) {
        path.labels.push(label);
        at = head;
        if at == other {
            path.meets = true;
            break;
        }
    }
    path
}
