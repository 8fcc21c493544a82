//! A state and the views of its tokens in, feature keys out.
//!
//! Templates follow Zhang and Nivre 2011 ("Transition-based dependency parsing with rich non-local features", ACL),
//! extended by what comes next beyond the function words, which in Universal Dependencies depend on it: the
//! content word and the verb ahead, commas and verbs in between.

use super::state::State;
use super::view::Views;
use crate::analysis::hash::{key, mix};

/// Distances up to 4 are kept, longer ones put together.
fn distance(from: usize, to: usize) -> u64 {
    match from.abs_diff(to) {
        near @ 0..=4 => near as u64,
        5..=7 => 5,
        8..=12 => 6,
        _ => 7,
    }
}

/// Collects feature keys, numbering the templates in the order of their calls.
struct Collector<'a> {
    keys: &'a mut Vec<u32>,
    number: u64,
}

impl Collector<'_> {
    #[inline(always)]
    fn add<const N: usize>(&mut self, parts: [u64; N]) {
        self.number += 1;
        let mut hash = self.number;
        for part in parts {
            hash = mix(hash, part);
        }
        self.keys.push(key(hash));
    }
}

/// Replaces `keys` by the features for choosing the next transition; `guided` tells whether the views have a guide.
pub(super) fn transition_features(state: &State, views: &Views, guided: bool, keys: &mut Vec<u32>) {
    keys.clear();
    let mut out = Collector { keys, number: 0 };
    let [s0, s1, s2] = [0, 1, 2].map(|depth| state.stacked(depth));
    let [b0, b1, b2, b3] = [0, 1, 2, 3].map(|offset| state.upcoming(offset));
    words_and_tags(&mut out, views, [s0, s1, s2], [b0, b1, b2, b3]);
    dependents(&mut out, state, views, [s0, s1], b0);
    look_ahead(&mut out, views, [s0, s1], b0);
    if guided {
        guide(&mut out, views, state.length, [s0, s1], b0);
    }
}

fn words_and_tags(out: &mut Collector, views: &Views, stack: [usize; 3], buffer: [usize; 4]) {
    let [s0, s1, s2] = stack.map(|at| &views[at]);
    let [b0, b1, b2, b3] = buffer.map(|at| &views[at]);
    for token in [s0, s1, b0, b1, b2] {
        out.add([token.word]);
        out.add([token.tag]);
        out.add([token.word_tag]);
    }
    out.add([s2.word_tag]);
    out.add([s2.tag, s1.tag]);
    out.add([b3.tag]);
    for (left, right) in [(s0, b0), (s1, s0), (s1, b0)] {
        out.add([left.word_tag, right.word_tag]);
        out.add([left.word_tag, right.tag]);
        out.add([left.tag, right.word_tag]);
        out.add([left.word, right.word]);
        out.add([left.tag, right.tag]);
        out.add([left.class, right.class]);
        out.add([left.class, right.tag]);
        out.add([left.tag, right.class]);
    }
    out.add([b0.tag, b1.tag]);
    out.add([b0.word, b1.tag]);
    out.add([b0.tag, b1.word]);
    out.add([b0.tag, b1.tag, b2.tag]);
    out.add([s0.tag, b0.tag, b1.tag]);
    out.add([s0.word, b0.tag, b1.tag]);
    out.add([s0.tag, b0.word, b1.tag]);
    out.add([s0.tag, b0.tag, b1.word]);
    out.add([s0.tag, b0.tag, b1.tag, b2.tag]);
    out.add([s1.tag, s0.tag, b0.tag]);
    out.add([s1.word, s0.tag, b0.tag]);
    out.add([s1.tag, s0.word, b0.tag]);
    out.add([s1.tag, s0.tag, b0.word]);
    out.add([s1.tag, s0.tag, b0.tag, b1.tag]);
    out.add([s1.word, s0.word, b0.word]);
    out.add([s2.tag, s1.tag, s0.tag]);
    out.add([s2.tag, s1.tag, s0.tag, b0.tag]);
    let [near, far] = [distance(stack[0], buffer[0]), distance(stack[1], stack[0])];
    out.add([s0.tag, b0.tag, near]);
    out.add([s0.word, near]);
    out.add([b0.word, near]);
    out.add([s1.tag, s0.tag, far]);
    out.add([s1.word, far]);
    out.add([s0.word, far]);
}

fn dependents(out: &mut Collector, state: &State, views: &Views, [s0, s1]: [usize; 2], b0: usize) {
    let node = |at: usize| &state.nodes[at];
    let (top, below, next) = (node(s0), node(s1), node(b0));
    let tag = |at: u32| views[at as usize].tag;
    let (s0_tag, s1_tag, b0_tag) = (views[s0].tag, views[s1].tag, views[b0].tag);
    for (at, child) in [(s0, top.left[0]), (s0, top.right[0]), (s1, below.left[0]), (s1, below.right[0]), (b0, next.left[0])] {
        let (view, label) = (&views[child as usize], u64::from(node(child as usize).label));
        out.add([view.word, views[at].tag]);
        out.add([view.tag, label]);
        out.add([label, views[at].word]);
    }
    for (at, child) in [(s0, top.left[1]), (s0, top.right[1]), (s1, below.right[1]), (b0, next.left[1])] {
        out.add([tag(child), u64::from(node(child as usize).label), views[at].tag]);
    }
    out.add([s0_tag, b0_tag, tag(top.left[0])]);
    out.add([s0_tag, b0_tag, tag(top.right[0])]);
    out.add([s0_tag, b0_tag, tag(next.left[0])]);
    out.add([s1_tag, s0_tag, tag(top.left[0])]);
    out.add([s1_tag, s0_tag, tag(top.right[0])]);
    out.add([s1_tag, s0_tag, tag(below.left[0])]);
    out.add([s1_tag, s0_tag, tag(below.right[0])]);
    out.add([s1_tag, s0_tag, b0_tag, tag(below.right[0]), tag(top.right[0])]);
    out.add([s0_tag, tag(top.left[0]), tag(top.left[1])]);
    out.add([s0_tag, tag(top.right[0]), tag(top.right[1])]);
    out.add([b0_tag, tag(next.left[0]), tag(next.left[1])]);
    for (at, node) in [(s0, top), (s1, below), (b0, next)] {
        out.add([views[at].word, node.left_labels]);
        out.add([views[at].tag, node.left_labels, u64::from(node.left_count)]);
        out.add([views[at].word, node.right_labels]);
        out.add([views[at].tag, node.right_labels, u64::from(node.right_count)]);
    }
    out.add([s0_tag, b0_tag, top.left_labels, next.left_labels]);
    out.add([s1_tag, s0_tag, b0_tag, below.right_labels, top.left_labels]);
    out.add([s1_tag, s0_tag, below.left_labels, top.left_labels]);
}

fn look_ahead(out: &mut Collector, views: &Views, [s0, s1]: [usize; 2], b0: usize) {
    let [top, below, next] = [s0, s1, b0].map(|at| &views[at]);
    let content = &views[next.next_content as usize];
    let verb = &views[next.next_verb as usize];
    let content_distance = distance(b0, next.next_content as usize);
    let verb_distance = distance(b0, next.next_verb as usize);
    let commas_inside = u64::from((next.commas - top.commas.min(next.commas)).min(2));
    let commas_below = u64::from((top.commas - below.commas.min(top.commas)).min(2));
    let verbs_below = u64::from((top.verbs - below.verbs.min(top.verbs)).min(2));
    let commas_ahead = u64::from((content.commas - next.commas.min(content.commas)).min(2));
    let commas_to_verb = u64::from((verb.commas - next.commas.min(verb.commas)).min(2));
    out.add([top.tag, next.word, content.tag]);
    out.add([top.word, next.word, content.word]);
    out.add([below.word, next.word, content.word]);
    out.add([top.class, next.word, content.class]);
    out.add([below.class, next.word, content.class]);
    out.add([below.tag, top.tag, next.word, content.tag]);
    out.add([below.tag, top.word, next.word]);
    out.add([below.word, top.tag, next.word]);
    out.add([below.word, top.word, next.tag]);
    out.add([next.tag, content.tag, content_distance, commas_ahead]);
    out.add([top.tag, next.tag, content.word_tag]);
    out.add([top.tag, next.tag, verb.tag, verb_distance]);
    out.add([top.tag, next.word, verb.tag, commas_to_verb]);
    out.add([below.tag, top.tag, next.tag, verb.tag, commas_to_verb]);
    out.add([top.tag, next.tag, commas_inside]);
    out.add([below.tag, top.tag, commas_below, verbs_below]);
    out.add([below.tag, top.tag, next.word, commas_below, verbs_below]);
    out.add([below.tag, next.tag, commas_below + commas_inside, verbs_below]);
}

/// Where `head` lies, seen from the top of the stack: the places a guide can speak for.
fn place(head: u32, s0: usize, s1: usize, b0: usize) -> u64 {
    let head = head as usize;
    if head == b0 {
        1
    } else if head == s1 {
        2
    } else if head == s0 {
        3
    } else if head > b0 {
        4
    } else if head < s1 {
        5
    } else {
        6
    }
}

fn guide(out: &mut Collector, views: &Views, length: usize, [s0, s1]: [usize; 2], b0: usize) {
    let [top, below, next] = [s0, s1, b0].map(|at| &views[at]);
    let label = |at: usize| if at < length { u64::from(views[at].guide.label) } else { 0 };
    let seen = |at: usize| if at < length { place(views[at].guide.head, s0, s1, b0) } else { 0 };
    let waits = |at: usize| u64::from(at < length && views[at].guide.last_child as usize >= b0);
    let pending = waits(s0) | waits(s1) << 1;
    let heads = seen(s0) << 8 | seen(b0) << 4 | pending;
    out.add([heads]);
    out.add([heads, label(s0)]);
    out.add([heads, top.tag, next.tag]);
    out.add([heads, below.tag, top.tag]);
    out.add([heads, below.tag, top.tag, next.tag]);
    out.add([heads, top.word]);
    out.add([heads, next.word]);
    out.add([heads, below.word]);
    out.add([heads, label(s0), label(b0)]);
    out.add([heads, top.tag, label(s0), label(b0)]);
    out.add([heads, label(s0), label(s1), next.tag]);
    out.add([label(s0), label(b0), top.tag, next.tag]);
    out.add([label(s1), label(s0), label(b0)]);
    out.add([seen(s1), label(s1), below.tag, heads]);
}

/// Replaces `keys` by the features for labelling the arc from `head` to `dependent`, which has all its dependents.
pub(super) fn label_features(
    state: &State,
    views: &Views,
    guided: bool,
    (head, dependent): (usize, usize),
    keys: &mut Vec<u32>,
) {
    keys.clear();
    let mut out = Collector { keys, number: 1000 };
    let (h, d) = (&views[head], &views[dependent]);
    let (head_node, node) = (&state.nodes[head], &state.nodes[dependent]);
    let is_left = u64::from(dependent < head);
    let side = is_left << 8 | distance(head, dependent);
    let between = if dependent < head { h.commas - d.commas } else { d.commas - h.commas };
    let (first, second, last) = (node.left[0] as usize, node.left[1] as usize, node.right[0] as usize);
    let sibling = if dependent < head { head_node.left[0] } else { head_node.right[0] } as usize;
    let (left, right) = (views_at(views, dependent, -1), views_at(views, dependent, 1));
    out.add([is_left]);
    out.add([h.tag, d.tag, side]);
    out.add([h.word, is_left]);
    out.add([h.word_tag, d.tag, is_left]);
    out.add([h.tag, d.word_tag, is_left]);
    out.add([h.word, d.word, is_left]);
    out.add([h.class, d.class, is_left]);
    out.add([h.class, d.tag, is_left]);
    out.add([h.tag, d.class, is_left]);
    out.add([d.word, is_left]);
    out.add([d.word_tag]);
    out.add([d.tag, left.tag, right.tag, is_left]);
    out.add([d.tag, h.tag, left.tag, is_left]);
    out.add([d.tag, h.tag, right.tag, is_left]);
    out.add([d.word, left.word]);
    out.add([d.word, right.word]);
    out.add([h.tag, d.tag, is_left, u64::from(between.min(2))]);
    for child in [first, second, last] {
        let label = u64::from(state.nodes[child].label);
        out.add([d.tag, views[child].word, label, is_left]);
        out.add([h.tag, d.tag, views[child].tag, label]);
        out.add([h.word, d.tag, views[child].word]);
    }
    out.add([h.tag, views[first].word, views[second].word]);
    out.add([h.class, d.class, views[first].word]);
    out.add([h.tag, d.tag, node.left_labels, is_left]);
    out.add([h.word, node.left_labels, is_left]);
    out.add([d.word, node.left_labels, is_left]);
    out.add([d.tag, node.right_labels, is_left]);
    out.add([d.tag, node.left_labels, node.right_labels, is_left]);
    out.add([h.tag, d.tag, head_node.left_labels, is_left]);
    out.add([h.tag, d.tag, head_node.right_labels, is_left]);
    out.add([h.word, d.tag, head_node.right_labels, is_left]);
    out.add([h.word_tag, d.tag, head_node.left_labels, is_left]);
    out.add([h.tag, d.tag, node.left_labels, head_node.left_labels, is_left]);
    out.add([h.tag, d.tag, views[sibling].tag, u64::from(state.nodes[sibling].label), is_left]);
    out.add([h.word, views[sibling].word, d.tag]);
    out.add([views[state.upcoming(0)].tag, h.tag, d.tag, is_left]);
    out.add([views[state.upcoming(0)].word, d.tag, is_left]);
    if guided {
        let agrees = u64::from(d.guide.head as usize == head);
        let label = u64::from(d.guide.label) << 1 | agrees;
        out.add([label]);
        out.add([label, h.tag, d.tag, is_left]);
        out.add([label, h.word]);
        out.add([label, d.word]);
        out.add([label, node.left_labels, is_left]);
        out.add([label, head_node.left_labels, head_node.right_labels]);
        let above = if head < state.length { u64::from(h.guide.label) } else { 0 };
        out.add([label, above, is_left]);
        out.add([above, d.tag, h.tag, is_left]);
    }
}

/// The view beside token `at`; nothing beyond either end.
fn views_at(views: &Views, at: usize, offset: isize) -> &super::view::View {
    views.get(at.checked_add_signed(offset))
}
