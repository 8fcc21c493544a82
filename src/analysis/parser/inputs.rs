//! Looks up the rows of the network's tables for words, tags and states.

use super::network::{AFFIX_ROWS, FLAGS, LABEL_FLAGS, LABEL_PLACES, PLACES, SHAPE_ROWS};
use super::state::State;
use crate::analysis::labels::{Deprel, Upos};
use crate::analysis::model_file::{ModelError, ModelReader};
use crate::analysis::model_tables::{KeyMap, read_numbering};
use crate::analysis::tag::Tag;
use crate::analysis::word_form::{casing, is_set_in_capitals, normalize_word, prefix, suffix};
use crate::stable_hash::fx;

/// Row of unknown words.
pub(crate) const UNKNOWN: u32 = 0;

/// The rows of a token in the five embedding tables.
pub(crate) type Rows = [u32; 5];

/// The words and tags that have rows of their own.
pub(crate) struct Vocabulary {
    pub(crate) words: KeyMap,
    pub(crate) word_rows: usize,
    /// Row of each tag code.
    pub(crate) tags: KeyMap,
    pub(crate) tag_rows: usize,
}

impl Vocabulary {
    /// Reads the words and tags that training wrote.
    pub(crate) fn read(input: &mut ModelReader) -> Result<Self, ModelError> {
        let (words, word_rows) = read_numbering(input)?;
        let (tags, tag_rows) = read_numbering(input)?;
        Ok(Self { words, word_rows: word_rows + 1, tags, tag_rows: tag_rows + 1 })
    }

    /// Rows of the tables of words and tags, counting the one for unknown ones.
    pub(crate) fn rows(&self) -> (usize, usize) {
        (self.word_rows, self.tag_rows)
    }

    /// Replaces `rows` by those of the sentence `forms` with `tags`. `word` is a buffer.
    pub(crate) fn look_up(&self, forms: &[&str], tags: &[Tag], word: &mut String, rows: &mut Vec<Rows>) {
        rows.clear();
        let is_headline = is_set_in_capitals(forms);
        for (at, (form, tag)) in forms.iter().zip(tags).enumerate() {
            normalize_word(form, word);
            let case = if is_headline { SHAPE_ROWS / 2 - 1 } else { casing(form) as usize };
            let known = self.words.get(fx::key(fx::hash(word.as_bytes()))).copied();
            rows.push([
                known.unwrap_or(UNKNOWN),
                affix_row(suffix(word, 3)),
                affix_row(prefix(word, 3)),
                (case + if at == 0 { SHAPE_ROWS / 2 } else { 0 }) as u32,
                self.tags.get(u32::from(tag.code())).copied().unwrap_or(UNKNOWN),
            ]);
        }
    }
}

fn affix_row(affix: &str) -> u32 {
    fx::key(fx::hash(affix.as_bytes())) % AFFIX_ROWS as u32
}

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

/// The one-hot inputs that a transition depends on: labels of dependents, their numbers, distances.
#[inline]
pub(crate) fn flags(state: &State) -> [usize; 12] {
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
