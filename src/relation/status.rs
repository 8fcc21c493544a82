//! What stands before a verb: auxiliaries, negation, plans.

use super::Status;
use crate::analysis::Upos;
use crate::mention::{Lexicon, SentenceView};

/// The words between a verb and its subject, read from the verb to the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct VerbGroup {
    /// First token of the group: the subject ends right before it.
    pub(super) start: usize,
    pub(super) status: Status,
    /// Whether a form of "be" governs the verb itself.
    pub(super) has_be: bool,
    /// Whether any auxiliary makes the verb finite.
    pub(super) has_auxiliary: bool,
    /// Whether a form of "have" is among them.
    has_perfect: bool,
}

/// Reads the verb group to the left of the verb at `verb`.
///
/// Returns `None` where the verb has no subject of its own here: behind a bare "to", a preposition
/// or a gerund. "Did not", "refused to" and "failed to" deny, "will", "plans to", "is expected to"
/// plan, "managed to" and "continues to" leave a fact.
pub(super) fn read_verb_group(view: &SentenceView<'_>, lexicon: &Lexicon, verb: usize) -> Option<VerbGroup> {
    let mut group =
        VerbGroup { start: verb, status: Status::Asserted, has_be: false, has_auxiliary: false, has_perfect: false };
    let mut governs_verb = true;
    while let Some(at) = group.start.checked_sub(1) {
        let (word, lemma) = (view.lower[at].as_str(), view.lemma_at(Some(at)));
        if lexicon.is("negation", word) {
            group.status = Status::Negated;
        } else if lexicon.is("modal", word) && !view.is_name_word[at] {
            if group.has_perfect {
                return None; // "would have visited": it says neither that they did nor that they will
            }
            group.has_auxiliary = true;
            group.status = group.status.max(Status::Planned);
        } else if lemma == "be" {
            group.has_auxiliary = true;
            group.has_be |= governs_verb;
        } else if word == "to" {
            let before = at.checked_sub(1)?;
            group.status = group.status.max(status_before_to(view, lexicon, before)?);
            group.start = before;
            group.has_auxiliary = true;
            governs_verb = false;
            continue;
        } else if word.ends_with("ly") || lexicon.is("adverb", word) {
            group.has_auxiliary |= matches!(lemma, "have" | "do");
            group.has_perfect |= lemma == "have";
        } else {
            break;
        }
        group.start = at;
    }
    // "Before she visits Peru": the present tense behind such a word speaks of what is to come.
    let opens_condition = |word: &str| matches!(word, "before" | "if" | "when" | "until" | "unless" | "once");
    if is_present(view, verb)
        && !group.has_auxiliary
        && view.children(verb).any(|child| opens_condition(&view.lower[child]))
    {
        group.status = group.status.max(Status::Planned);
    }
    if is_denied_subject(view, group.start) {
        group.status = Status::Negated;
    }
    Some(group)
}

/// Whether the subject that ends at `end` stands behind "neither" or "nor", with no other verb between:
/// in "Neither side spoke, but Oli met Tamm" the denial ends with its own verb.
fn is_denied_subject(view: &SentenceView<'_>, end: usize) -> bool {
    let own_clause = (0..end).rev().take_while(|&at| !matches!(view.upos_at(at), Some(Upos::Verb | Upos::Aux)));
    own_clause.into_iter().any(|at| matches!(view.lower[at].as_str(), "neither" | "nor"))
}

fn is_present(view: &SentenceView<'_>, verb: usize) -> bool {
    matches!(view.xpos_at(verb), "VBZ" | "VBP" | "VB")
}

fn status_before_to(view: &SentenceView<'_>, lexicon: &Lexicon, at: usize) -> Option<Status> {
    let lemma = view.lemma_at(Some(at));
    match () {
        () if lexicon.is("refusal", lemma) => Some(Status::Negated),
        () if lexicon.is("intention", lemma) || lemma == "be" || lemma == "have" => Some(Status::Planned),
        () if lexicon.is("implicative", lemma) => Some(Status::Asserted),
        () => None,
    }
}

/// What follows a noun for an event says of it: "a meeting of A and B will be held", "was cancelled".
pub(super) fn status_of_noun(view: &SentenceView<'_>, lexicon: &Lexicon, trigger: usize, end: usize) -> Status {
    let planned_before = trigger > 0
        && matches!(view.lower[trigger - 1].as_str(), "planned" | "upcoming" | "proposed" | "possible" | "next");
    let behind = end..view.len().min(end + 4);
    if behind.clone().any(|at| matches!(view.lemma_at(Some(at)), "cancel" | "postpone" | "not")) {
        return Status::Negated;
    }
    let planned_behind = behind
        .clone()
        .any(|at| lexicon.is("modal", &view.lower[at]) || lexicon.is("intention", view.lemma_at(Some(at))));
    if planned_before || planned_behind { Status::Planned } else { Status::Asserted }
}
