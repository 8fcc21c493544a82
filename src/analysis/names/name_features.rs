//! The features of a token, as hashes.
//!
//! The templates follow the classical set of Ratinov and Roth 2009 (CoNLL) and Finkel et al. 2005 (ACL):
//! words, affixes, shapes, part-of-speech tags and list memberships in a window of two tokens, and the words
//! around, first and last in the runs of capitals and of proper nouns the token is in.

use super::known_names::List;
use super::seen_sentence::{Run, SeenSentence};
use super::word::Spelling;
use crate::stable_hash::fnv;

/// Bit 0 of a feature hash: the feature contains a word form. Training drops such features at random, so that the
/// model learns to find unknown names by their context.
pub(crate) const LEXICAL: u32 = 1;

/// Value of a window position outside the sentence.
const EDGE: u32 = 0x5eed_0001;

/// Calls `emit` with each feature hash of token `at`.
///
/// A quiet token has 5 features, other tokens about 80.
pub(crate) fn features(view: &SeenSentence, at: usize, emit: &mut impl FnMut(u32)) {
    let window = Window::new(view, at);
    if view.quiet[at] {
        window.quiet(emit);
        return;
    }
    window.words(emit);
    window.affixes(emit);
    window.spelling(emit);
    window.lists(emit);
    window.run(view.tight[at], 60, emit);
    window.run(view.loose[at], 80, emit);
    window.run(view.proper[at], 120, emit);
    window.tags(emit);
    window.bracket(emit);
    window.clusters(emit);
}

/// A token with its neighbors.
struct Window<'a> {
    view: &'a SeenSentence,
    at: usize,
    /// Lower-case hashes at -2..=2.
    lower: [u32; 5],
    /// Spelling at -2..=2, 15 outside the sentence.
    spelling: [u32; 5],
    /// List marks at -1..=1.
    marks: [u32; 3],
    /// Tags at -2..=2, [`EDGE`] outside the sentence.
    tags: [u32; 5],
    /// Spelling of the token with the style of the sentence and whether it is the first.
    look: u32,
}

impl<'a> Window<'a> {
    fn new(view: &'a SeenSentence, at: usize) -> Self {
        let place = |offset: usize| (at + offset).checked_sub(2).filter(|&index| index < view.words.len());
        let lower = std::array::from_fn(|offset| place(offset).map_or(EDGE, |index| view.words[index].lower));
        let spelling =
            std::array::from_fn(|offset| place(offset).map_or(15, |index| view.words[index].spelling as u32));
        let marks = std::array::from_fn(|offset| place(offset + 1).map_or(0, |index| view.marks[index]));
        let tags = std::array::from_fn(|offset| place(offset).map_or(EDGE, |index| view.tags[index]));
        let first = u32::from(at == 0);
        let look = view.words[at].spelling as u32 | (view.style() as u32) << 4 | first << 8;
        Self { view, at, lower, spelling, marks, tags, look }
    }

    fn quiet(&self, emit: &mut impl FnMut(u32)) {
        emit(fnv::join(1, self.lower[2], 0, 0) | LEXICAL);
        emit(fnv::join(3, self.lower[1], 0, 0) & !LEXICAL);
        emit(fnv::join(4, self.lower[3], 0, 0) & !LEXICAL);
        emit(fnv::join(14, self.spelling_window(), 0, 0) & !LEXICAL);
        emit(fnv::join(33, self.marks[1], 0, 0) & !LEXICAL);
    }

    /// The five spellings and the style in one number.
    fn spelling_window(&self) -> u32 {
        let spellings = self.spelling.iter().fold(0, |sum, &spelling| sum << 4 | spelling);
        spellings << 2 | self.view.style() as u32
    }

    fn words(&self, emit: &mut impl FnMut(u32)) {
        let [before2, before, lower, after, after2] = self.lower;
        let mut word = |template, a, b, c| emit(fnv::join(template, a, b, c) | LEXICAL);
        word(1, lower, 0, 0);
        word(2, self.view.words[self.at].form, 0, 0);
        word(7, before, lower, 0);
        word(8, lower, after, 0);
        word(9, lower, self.look, 0);
        let mut context = |template, a, b, c| emit(fnv::join(template, a, b, c) & !LEXICAL);
        let spelling = self.spelling[2];
        context(3, before, 0, 0);
        context(4, after, 0, 0);
        context(5, before2, 0, 0);
        context(6, after2, 0, 0);
        context(10, before, after, spelling);
        context(11, before, spelling, 0);
        context(12, after, spelling, 0);
        context(17, before2, before, spelling);
        context(18, after, after2, spelling);
    }

    fn affixes(&self, emit: &mut impl FnMut(u32)) {
        let word = &self.view.words[self.at];
        let spelling = self.spelling[2];
        for length in 0..3 {
            let lexical = if length == 2 { LEXICAL } else { 0 };
            emit((fnv::join(20 + length as u32, word.prefix[length], 0, 0) & !LEXICAL) | lexical);
            emit((fnv::join(23 + length as u32, word.suffix[length], spelling, 0) & !LEXICAL) | lexical);
        }
        let suffix = |at: Option<usize>| at.and_then(|at| self.view.words.get(at)).map_or(EDGE, |word| word.suffix[1]);
        emit(fnv::join(26, suffix(self.at.checked_sub(1)), spelling, 0) & !LEXICAL);
        emit(fnv::join(27, suffix(Some(self.at + 1)), spelling, 0) & !LEXICAL);
    }

    fn spelling(&self, emit: &mut impl FnMut(u32)) {
        let [_, before, spelling, after, _] = self.spelling;
        let seen = u32::from(self.view.seen[self.at]);
        let mut look = |template, a, b, c| emit(fnv::join(template, a, b, c) & !LEXICAL);
        look(13, self.view.words[self.at].shape, 0, 0);
        look(14, self.spelling_window(), 0, 0);
        look(15, before << 8 | spelling << 4 | after, self.view.style() as u32, 0);
        look(16, self.look, seen, 0);
        look(19, self.look, self.marks[1], seen);
    }

    fn lists(&self, emit: &mut impl FnMut(u32)) {
        let [before, marks, after] = self.marks;
        let spelling = self.spelling[2];
        let mut list = |template, a, b, c| emit(fnv::join(template, a, b, c) & !LEXICAL);
        list(33, marks, 0, 0);
        list(34, before, marks, 0);
        list(35, marks, after, 0);
        list(36, before, spelling, 0);
        list(37, after, spelling, 0);
        list(38, marks, self.lower[1], 0);
        list(39, marks, self.lower[3], 0);
        list(40, before, marks, after);
        list(41, marks, before, self.spelling[1] << 4 | self.spelling[3]);
        let mut rest = marks;
        while rest != 0 {
            list(42, rest.trailing_zeros(), spelling, 0);
            rest &= rest - 1;
        }
    }

    fn tags(&self, emit: &mut impl FnMut(u32)) {
        let [before2, before, tag, after, after2] = self.tags;
        let spelling = self.spelling[2];
        let seen = u32::from(self.view.seen[self.at]);
        emit(fnv::join(140, tag, self.lower[2], 0) | LEXICAL);
        let mut feature = |template, a, b, c| emit(fnv::join(template, a, b, c) & !LEXICAL);
        feature(141, tag, spelling, 0);
        feature(142, before, tag, spelling);
        feature(143, tag, after, spelling);
        feature(144, before, tag, after);
        feature(145, tag, self.look, seen);
        feature(146, tag, self.marks[1], 0);
        feature(147, before2 << 16 | before, tag, spelling);
        feature(148, after2 << 16 | after, tag, spelling);
        feature(149, tag, self.lower[1], 0);
        feature(150, tag, self.lower[3], 0);
        let run = self.view.loose[self.at];
        if run.start < run.end {
            let (start, end) = (run.start as usize, run.end as usize);
            let place = (self.at - start).min(3) << 2 | (end - 1 - self.at).min(3);
            let tag_at = |at: Option<usize>| at.and_then(|at| self.view.tags.get(at)).copied().unwrap_or(EDGE);
            feature(151, tag_at(Some(start)), tag_at(Some(end - 1)), place as u32);
            feature(152, tag_at(start.checked_sub(1)), tag_at(Some(end)), place as u32);
        }
    }

    /// Features of the run of capitals around the token; `base` keeps the templates of the kinds of runs apart.
    fn run(&self, run: Run, base: u32, emit: &mut impl FnMut(u32)) {
        let (start, end) = (run.start as usize, run.end as usize);
        if start == end {
            return;
        }
        let words = &self.view.words;
        let lower = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or(EDGE, |word| word.lower);
        let (before, after) = (lower(start.checked_sub(1)), lower(Some(end)));
        let (first, last) = (words[start].lower, words[end - 1].lower);
        let from_start = (self.at - start).min(3) as u32;
        let to_end = (end - 1 - self.at).min(3) as u32;
        let place = from_start << 2 | to_end;
        let (head, foot) = (self.view.marks[start], self.view.marks[end - 1]);
        let mut feature = |template, a, b, c| emit(fnv::join(base + template, a, b, c) & !LEXICAL);
        feature(0, before, place, 0);
        feature(1, after, place, 0);
        feature(2, last, to_end, 0);
        feature(3, first, from_start, 0);
        feature(4, (end - start) as u32, place, u32::from(start == 0));
        feature(5, foot, to_end, 0);
        feature(6, head, from_start, 0);
        feature(7, head, foot, place);
        feature(8, before, after, place);
        feature(9, lower(start.checked_sub(2)), before, place);
        feature(10, after, lower(Some(end + 1)), place);
        let suffix = words[end - 1].suffix[1];
        feature(11, suffix, to_end, 0);
        let inside = self.view.marks[start..end].iter().fold(0, |bits, marks| bits | marks);
        feature(12, inside & key_nouns(), place, 0);
    }

    /// Clusters of words used alike, of the token, its neighbors and the run of capitals that it is in.
    fn clusters(&self, emit: &mut impl FnMut(u32)) {
        let cluster =
            |at: Option<usize>| at.and_then(|at| self.view.words.get(at)).map_or([0; 2], |word| word.clusters);
        let (before, own, after) =
            (cluster(self.at.checked_sub(1)), cluster(Some(self.at)), cluster(Some(self.at + 1)));
        let spelling = self.spelling[2];
        let mut feature = |template, a: u16, b: u32, c: u32| emit(fnv::join(template, a.into(), b, c) & !LEXICAL);
        feature(160, own[1], spelling, 0);
        feature(161, before[1], spelling, 0);
        feature(162, after[1], spelling, 0);
        feature(163, own[0], u32::from(before[0]), u32::from(after[0]));
        feature(164, own[1], self.tags[2], self.look);
        let run = self.view.loose[self.at];
        if run.start < run.end {
            let (start, end) = (run.start as usize, run.end as usize);
            let place = ((self.at - start).min(3) << 2 | (end - 1 - self.at).min(3)) as u32;
            feature(165, cluster(start.checked_sub(1))[1], place, 0);
            feature(166, cluster(Some(end))[1], place, 0);
            feature(167, cluster(Some(start))[1], place, 0);
            feature(168, cluster(Some(end - 1))[1], place, 0);
        }
    }

    /// `Kenya Forest Service (KFS)`: the letters in brackets against the first letters of the run before them.
    fn bracket(&self, emit: &mut impl FnMut(u32)) {
        let [_, before, spelling, after, _] = self.spelling;
        let punctuation = Spelling::Punctuation as u32;
        if before == punctuation && after == punctuation {
            emit(fnv::join(50, self.lower[1], self.lower[3], spelling) & !LEXICAL);
            let run = self.at.checked_sub(2).map(|at| self.view.loose[at]).unwrap_or_default();
            let length = (run.end - run.start).min(7);
            emit(fnv::join(51, length, spelling, self.lower[1]) & !LEXICAL);
        }
    }
}

/// Lists whose words show the kind of the whole run.
fn key_nouns() -> u32 {
    List::AgencyNoun.bit()
        | List::BodyNoun.bit()
        | List::PlaceNoun.bit()
        | List::EventNoun.bit()
        | List::GivenName.bit()
}
