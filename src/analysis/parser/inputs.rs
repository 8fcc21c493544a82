//! What the network sees of a state of the parser.

use super::state::State;
use crate::analysis::labels::{Deprel, Upos};
use crate::analysis::network::{FLAGS, LABEL_FLAGS, LABEL_PLACES, PLACES};
use crate::analysis::tag::Tag;

/// For every place of the sentence, then for root and nothing: the token that the nominal or verb coming next ends in,
/// and the next verb or auxiliary; the root if there is none.
///
/// In Universal Dependencies the function words to come depend on them, and what to do now depends on what they are.
pub(crate) fn look_ahead(tags: &[Tag], ahead: &mut Vec<[u32; 2]>) {
    let root = tags.len() as u32;
    ahead.clear();
    ahead.resize(tags.len() + 2, [root; 2]);
    let (mut content, mut verb, mut noun_follows) = (root, root, false);
    for (at, tag) in tags.iter().enumerate().rev() {
        let is_noun = matches!(tag.upos, Upos::Noun | Upos::Propn);
        if matches!(tag.upos, Upos::Pron | Upos::Verb) || is_noun && !noun_follows {
            content = at as u32;
        }
        if matches!(tag.upos, Upos::Verb | Upos::Aux) {
            verb = at as u32;
        }
        noun_follows = is_noun;
        ahead[at] = [content, verb];
    }
}

/// The tokens at the places that a transition depends on.
#[inline]
pub(crate) fn places(state: &State) -> [usize; PLACES] {
    let [s0, s1, s2] = [0, 1, 2].map(|depth| state.stacked(depth));
    let [b0, b1, b2] = [0, 1, 2].map(|offset| state.upcoming(offset));
    let node = |at: usize| &state.nodes[at];
    let dependents = [node(s0).left[0], node(s0).right[0], node(s1).left[0], node(s1).right[0], node(b0).left[0]];
    let [a, b, c, d, e] = dependents.map(|at| at as usize);
    let [content, verb] = state.ahead[b0].map(|at| at as usize);
    [s0, s1, s2, b0, b1, b2, a, b, c, d, e, content, verb]
}

/// Distances up to 4 are distinguished, longer ones grouped.
fn distance(from: usize, to: usize) -> usize {
    match from.abs_diff(to) {
        near @ 0..=4 => near,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    }
}

const LABELS: usize = Deprel::ALL.len() + 1;

/// The number of one-hot inputs that a transition depends on.
pub(crate) const FLAG_INPUTS: usize = 12;

/// The one-hot inputs that a transition depends on: labels of dependents, their numbers, distances.
#[inline]
pub(crate) fn flags(state: &State) -> [usize; FLAG_INPUTS] {
    let [s0, s1] = [0, 1].map(|depth| state.stacked(depth));
    let b0 = state.upcoming(0);
    let node = |at: usize| &state.nodes[at];
    let label = |slot: usize, at: u32| slot * LABELS + node(at as usize).label as usize;
    let few = |slot: usize, count: u8| 7 * LABELS + slot * 8 + usize::from(count.min(7));
    let far = |slot: usize, from, to| 7 * LABELS + slot * 8 + distance(from, to);
    [
        label(0, node(s0).left[0]),
        label(1, node(s0).right[0]),
        label(2, node(s1).left[0]),
        label(3, node(s1).right[0]),
        label(4, node(b0).left[0]),
        label(5, node(s1).right[1]),
        label(6, node(s0).left[1]),
        few(0, node(s0).left_count),
        few(1, node(s1).right_count),
        few(2, node(b0).left_count),
        far(3, s0, b0),
        far(4, s1, s0),
    ]
}

/// The tokens at the places that a label depends on.
#[inline]
pub(crate) fn label_places(state: &State, head: usize, dependent: usize) -> [usize; LABEL_PLACES] {
    let node = &state.nodes[dependent];
    [head, dependent, node.left[0] as usize, node.right[0] as usize]
}

/// The one-hot inputs that a label depends on: direction and distance, labels of the dependents.
#[inline]
pub(crate) fn label_flags(state: &State, head: usize, dependent: usize) -> [usize; 4] {
    let node = &state.nodes[dependent];
    let above = &state.nodes[head];
    let sibling = if dependent < head { above.left[0] } else { above.right[0] };
    let label = |slot: usize, at: u32| 16 + slot * LABELS + state.nodes[at as usize].label as usize;
    let side = if dependent < head { 8 } else { 0 };
    [side + distance(head, dependent), label(0, node.left[0]), label(1, node.left[1]), label(2, sibling)]
}

const _: () = assert!(7 * LABELS + 40 <= FLAGS && 16 + 3 * LABELS <= LABEL_FLAGS);
