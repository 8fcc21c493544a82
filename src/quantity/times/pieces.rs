//! Splits a sentence into the smallest parts of its dates.

use crate::analysis::{TokenId, Upos};
use jiff::civil::Weekday;

use crate::date::{read_day, read_month_name, read_weekday, read_year};
use crate::language::{Class, LanguagePack, TimeUnit};
use crate::lexicon::{Lexicon, WordView};
use crate::quantity::numbers::read_count;
use crate::span::Span;

/// A token or part of one: "3-5" is split into "3", "-" and "5".
#[derive(Debug)]
struct Piece {
    /// The text without the full stop of an abbreviation.
    text: String,
    lower: String,
    token: usize,
}

/// The pieces of a sentence.
pub(super) struct Pieces<'a> {
    pub(super) view: &'a WordView<'a>,
    pub(super) lexicon: &'a Lexicon,
    pieces: Vec<Piece>,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(view: &'a WordView<'a>, lexicon: &'a Lexicon) -> Self {
        let mut pieces = Vec::new();
        for (token, word) in view.words.iter().enumerate() {
            for part in parts(word, lexicon.language()) {
                let text = if part.len() > 1 { part.trim_end_matches('.') } else { part };
                let text = if matches!(text, "–" | "—") { "-" } else { text };
                pieces.push(Piece { text: text.to_owned(), lower: text.to_lowercase(), token });
            }
        }
        Self { view, lexicon, pieces }
    }

    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The piece at `at`; "" outside the sentence.
    pub(super) fn text(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", |piece| piece.text.as_str())
    }

    /// The lowercase piece at `at`; "" outside the sentence.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", |piece| piece.lower.as_str())
    }

    /// The lowercase piece before `at`; "" before the first.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.lower(at))
    }

    pub(super) fn language(&self) -> &'a LanguagePack {
        self.lexicon.language()
    }

    /// The day of the week that the piece at `at` names.
    pub(super) fn weekday(&self, at: usize) -> Option<Weekday> {
        read_weekday(self.text(at), self.language().calendar())
    }

    /// The month that the piece at `at` names in full.
    pub(super) fn month_name(&self, at: usize) -> Option<i8> {
        read_month_name(self.text(at), self.language().calendar())
    }

    /// The unit of time that the piece at `at` names, in the singular or plural.
    pub(super) fn unit(&self, at: usize) -> Option<TimeUnit> {
        self.language().calendar().unit(self.lower(at))
    }

    /// Whether the piece at `at` names several units of time.
    pub(super) fn is_plural_unit(&self, at: usize) -> bool {
        self.language().calendar().is_plural_unit(self.lower(at))
    }

    /// The count that at most `most` pieces from `at` on express, with its length.
    pub(super) fn count(&self, at: usize, most: usize) -> Option<(u32, usize)> {
        read_count(&self.lower_from(at, most), self.language().numbers())
    }

    /// At most `most` lowercase pieces from `at` on.
    fn lower_from(&self, at: usize, most: usize) -> Vec<&str> {
        self.pieces.iter().skip(at).take(most).map(|piece| piece.lower.as_str()).collect()
    }

    /// At most `most` pieces from `at` on that are not commas, each with its index.
    pub(super) fn without_commas(&self, at: usize, most: usize) -> Vec<(usize, &str)> {
        (at..self.len()).map(|at| (at, self.text(at))).filter(|(_, text)| *text != ",").take(most).collect()
    }

    pub(super) fn is(&self, class: Class, at: usize) -> bool {
        self.lexicon.is(class, self.lower(at))
    }

    pub(super) fn is_before(&self, class: Class, at: usize) -> bool {
        at > 0 && self.is(class, at - 1)
    }

    /// The tokens of the pieces `start..end`.
    pub(super) fn tokens(&self, start: usize, end: usize) -> Span<TokenId> {
        Span::new(self.pieces[start].token, self.pieces[end - 1].token + 1)
    }

    /// Whether the piece counts the noun after it: "12 officers", but not "May 12 officers".
    pub(super) fn counts_next(&self, at: usize) -> bool {
        let (Some(here), Some(next)) = (self.pieces.get(at), self.pieces.get(at + 1)) else { return false };
        let is_noun = matches!(self.view.upos_at(next.token), Some(Upos::Noun | Upos::Adj));
        let before = here.token.checked_sub(1).map_or("", |before| self.view.lower[before].as_str());
        is_noun && read_month_name(before.trim_end_matches('.'), self.language().calendar()).is_none()
    }

    /// Whether the piece is inside a longer name: "the Sunday Times", "April Tui".
    pub(super) fn is_in_name(&self, at: usize) -> bool {
        let token = self.pieces[at].token;
        let is_around = |tokens: Span<TokenId>| tokens.range().contains(&token) && tokens.len() > 1;
        self.view.found_names().iter().any(|name| is_around(name.tokens))
    }

    /// Whether the piece looks like a name and not like a day or month.
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| self.view.is_name_word[piece.token])
    }

    /// Whether an auxiliary of the future stands before the piece.
    pub(super) fn is_in_future(&self, at: usize) -> bool {
        let before = &self.pieces[..at.min(self.pieces.len())];
        before.iter().any(|piece| self.view.lemma_is(Class::FutureAuxiliary, piece.token))
    }

    pub(super) fn upos(&self, at: usize) -> Option<Upos> {
        self.pieces.get(at).and_then(|piece| self.view.upos_at(piece.token))
    }
}

/// Splits "3-5", "2013-2015", "5th–9th" and "mid-May"; leaves other words whole.
fn parts<'w>(word: &'w str, language: &LanguagePack) -> Vec<&'w str> {
    let Some((at, dash)) = word.char_indices().find(|(_, c)| matches!(c, '-' | '–')) else { return vec![word] };
    let (before, behind) = (&word[..at], &word[at + dash.len_utf8()..]);
    let are_days = [before, behind].iter().all(|part| read_day(part, language.numbers()).is_some());
    if are_days || read_year(before).and(read_year(behind)).is_some() {
        return vec![before, &word[at..at + dash.len_utf8()], behind];
    }
    let is_part_of = language.is(Class::HyphenedTimePart, &before.to_lowercase());
    if is_part_of && !behind.is_empty() { vec![before, behind] } else { vec![word] }
}
