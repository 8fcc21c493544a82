//! Features of a word from the other places where it stands in the document.
//!
//! A word is mostly the same kind of name throughout an article, and often only one of its places shows which kind:
//! `Nairobi-based KCB said ... KCB`. Each sentence is therefore labelled twice, the second time with features of the
//! other places of the same word (Krishnan and Manning 2006, ACL-COLING, "token-majority").

use super::lattice::Row;
use super::name_kind::{KINDS, Place, TAGS, is_open, untag};
use super::seen_sentence::SeenSentence;
use crate::flat_table::FlatTable;
use crate::stable_hash::fnv;

/// Outside names, and each kind of name.
const CLASSES: usize = KINDS + 1;

/// Sums over the places of one word.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    count: f32,
    classes: [f32; CLASSES],
    /// Highest and second highest probability of being part of a name of several words, for each kind.
    long: [[f32; 2]; KINDS],
}

/// Sums over the places of two neighboring words.
#[derive(Debug, Clone, Copy, Default)]
struct Pair {
    count: f32,
    joined: f32,
}

/// How the words of a document were labelled at the first look.
#[derive(Debug, Default)]
pub(crate) struct Consistency {
    words: FlatTable<Tally>,
    pairs: FlatTable<Pair>,
}

/// Probability of being outside names and of each kind, in this order.
fn classes(tags: &Row) -> [f32; CLASSES] {
    let mut classes = [0.0; CLASSES];
    for (tag, probability) in tags.iter().enumerate().take(TAGS) {
        classes[untag(tag).map_or(0, |(kind, _)| 1 + kind as usize)] += probability;
    }
    classes
}

/// Probability of each kind as part of a name of several words.
fn long_names(tags: &Row) -> [f32; KINDS] {
    let mut kinds = [0.0; KINDS];
    for (tag, probability) in tags.iter().enumerate().take(TAGS) {
        match untag(tag) {
            Some((kind, place)) if place != Place::Unit => kinds[kind as usize] += probability,
            _ => {}
        }
    }
    kinds
}

/// Probability that the name continues after the token.
fn joined(tags: &Row) -> f32 {
    (0..TAGS).filter(|&tag| is_open(tag)).map(|tag| tags[tag]).sum()
}

fn is_counted(view: &SeenSentence, at: usize) -> bool {
    !view.quiet[at] && view.words[at].spelling.is_namelike()
}

fn pair_hash(view: &SeenSentence, at: usize) -> Option<u32> {
    let next = view.words.get(at + 1)?;
    Some(fnv::join(99, view.words[at].lower, next.lower, 0))
}

impl Consistency {
    /// Clears the sums for a new document.
    pub(crate) fn reset(&mut self) {
        self.words.reset(512);
        self.pairs.reset(512);
    }

    /// Counts the words of a sentence; `tags` has one row of tag probabilities per token.
    pub(crate) fn record(&mut self, view: &SeenSentence, tags: &[Row]) {
        for (at, row) in tags.iter().enumerate().filter(|(at, _)| is_counted(view, *at)) {
            let tally = self.words.entry(view.words[at].lower);
            tally.count += 1.0;
            tally.classes.iter_mut().zip(classes(row)).for_each(|(sum, value)| *sum += value);
            for (highest, value) in tally.long.iter_mut().zip(long_names(row)) {
                let [first, second] = *highest;
                *highest = if value > first { [value, first] } else { [first, second.max(value)] };
            }
            if let Some(hash) = pair_hash(view, at) {
                let pair = self.pairs.entry(hash);
                pair.count += 1.0;
                pair.joined += joined(row);
            }
        }
    }

    /// Calls `emit` with the features that token `at` gets from its other places; `tags` are its own probabilities.
    pub(crate) fn features(&self, view: &SeenSentence, at: usize, tags: &Row, emit: &mut impl FnMut(u32)) {
        if !is_counted(view, at) {
            return;
        }
        let own = classes(tags);
        let tally = self.words.get(view.words[at].lower).copied().unwrap_or_default();
        let others = tally.count - 1.0;
        if others < 0.5 {
            return;
        }
        let share: [f32; CLASSES] =
            std::array::from_fn(|class| ((tally.classes[class] - own[class]) / others).clamp(0.0, 1.0));
        for ((kind, highest), own) in (0..).zip(tally.long).zip(long_names(tags)) {
            let other = if own >= highest[0] { highest[1] } else { highest[0] };
            emit(fnv::join(104, kind << 8 | bucket(other), bucket(own), 0) & !1);
        }
        let many = others.min(3.0) as u32;
        for (class, share) in (0..).zip(share) {
            emit(fnv::join(100, class << 8 | bucket(share), many, 0) & !1);
        }
        let (best, top) = highest(&share);
        let (own_best, own_top) = highest(&own);
        emit(fnv::join(101, best << 8 | bucket(top), own_best << 8 | bucket(own_top), 0) & !1);
        emit(fnv::join(102, best << 8 | bucket(top), view.words[at].spelling as u32, view.style() as u32) & !1);
        emit(fnv::join(103, best << 8 | bucket(top), self.join_bucket(view, at, tags), 0) & !1);
    }

    /// How often the two words are joined at their other places, in five steps; 9 if there are no other places.
    fn join_bucket(&self, view: &SeenSentence, at: usize, tags: &Row) -> u32 {
        let pair = pair_hash(view, at).and_then(|hash| self.pairs.get(hash)).copied().unwrap_or_default();
        let others = pair.count - 1.0;
        if others < 0.5 { 9 } else { bucket(((pair.joined - joined(tags)) / others).clamp(0.0, 1.0)) }
    }
}

/// One of five steps for a share from 0 to 1.
fn bucket(share: f32) -> u32 {
    (share * 4.0).round() as u32
}

fn highest(classes: &[f32; CLASSES]) -> (u32, f32) {
    let mut best = (0, classes[0]);
    for (class, &value) in (0..).zip(classes) {
        if value > best.1 {
            best = (class, value);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::super::known_names::KnownNames;
    use super::super::name_kind::{NameKind, Place, WIDTH, tag};
    use super::*;

    fn view(sentence: &str) -> SeenSentence {
        let mut view = SeenSentence::default();
        view.load(&sentence.split(' ').collect::<Vec<_>>(), &[], &KnownNames::default());
        view
    }

    fn certain(tag: usize) -> Row {
        let mut row = [0.0; WIDTH];
        row[tag] = 1.0;
        row
    }

    #[test]
    fn a_word_alone_in_its_document_has_no_such_features() {
        let (view, mut document) = (view("Okello spoke"), Consistency::default());
        document.reset();
        let rows = [certain(tag(NameKind::Person, Place::Unit)), certain(0)];
        document.record(&view, &rows);
        document.features(&view, 0, &rows[0], &mut |_| panic!("no other place"));
    }

    #[test]
    fn features_come_from_the_other_places_only() {
        let (view, mut document) = (view("Okello spoke"), Consistency::default());
        document.reset();
        let person = certain(tag(NameKind::Person, Place::Unit));
        let outside = certain(0);
        document.record(&view, &[person, outside]);
        document.record(&view, &[outside, outside]);
        let mut seen = Vec::new();
        document.features(&view, 1, &outside, &mut |key| seen.push(key));
        assert!(seen.is_empty(), "a small word is not counted");
        document.features(&view, 0, &outside, &mut |key| seen.push(key));
        assert!(seen.contains(&(fnv::join(100, 1 << 8 | 4, 1, 0) & !1)));
    }
}
