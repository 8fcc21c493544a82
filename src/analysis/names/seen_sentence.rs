//! A sentence as the features of the name finder see it: words, list marks, runs of capitals.

use super::known_names::{KnownNames, List};
use super::word::{Spelling, Word};
use crate::analysis::labels::Upos;
use crate::analysis::tag::Tag;
use crate::flat_table::FlatTable;

/// What capitals mean in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Style {
    /// Capitals mark names.
    Plain,
    /// A headline in which every longer word has a capital.
    Title,
    /// Everything in capitals.
    Capitals,
    /// A sentence of some length without any capital.
    Lower,
}

/// A run of words that look like one name; tokens `start..end` of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Run {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The word occurs in the document with a lower-case first letter.
pub(crate) const SEEN_LOWER: u8 = 1;
/// The word occurs in the document with a capital where none is required.
pub(crate) const SEEN_CAPITAL: u8 = 2;

/// One sentence as the features see it; all vectors have one entry per token.
#[derive(Debug, Default)]
pub(crate) struct SeenSentence {
    pub(crate) words: Vec<Word>,
    /// Codes of the part-of-speech tags, [`UNTAGGED`] where there is none.
    pub(crate) tags: Vec<u32>,
    /// Marks of [`KnownNames::mark`].
    pub(crate) marks: Vec<u32>,
    /// Run of capitals joined by particles only (`Ruud van den Berg`); empty outside runs.
    pub(crate) tight: Vec<Run>,
    /// Run that may also hold `of`, `and`, `the`, `for` (`Ministry of Health and Sport`).
    pub(crate) loose: Vec<Run>,
    /// Run of words that the tagger tags as proper nouns, with or without capitals.
    pub(crate) proper: Vec<Run>,
    /// [`SEEN_LOWER`] and [`SEEN_CAPITAL`].
    pub(crate) seen: Vec<u8>,
    /// Whether nothing near the token looks like a name, so that few features suffice.
    pub(crate) quiet: Vec<bool>,
    pub(crate) style: Option<Style>,
}

impl SeenSentence {
    /// Loads the words of a sentence; [`SeenSentence::notice`] must follow once the whole document is loaded.
    ///
    /// Words beyond the end of `tags` are untagged.
    pub(crate) fn load<S: AsRef<str>>(&mut self, forms: &[S], tags: &[Tag], lexicon: &KnownNames) {
        self.words.clear();
        self.words.extend(forms.iter().map(|form| Word::new(form.as_ref())));
        self.tags.clear();
        self.tags.extend(tags.iter().map(|tag| u32::from(tag.code())).take(forms.len()));
        self.tags.resize(forms.len(), UNTAGGED);
        lexicon.mark(&self.words, &mut self.marks);
        self.style = Some(style(&self.words));
        let looks: Vec<bool> = (0..self.words.len()).map(|at| self.is_namelike(at)).collect();
        runs(&looks, |at| joins(self.marks[at], false), &mut self.tight);
        runs(&looks, |at| joins(self.marks[at], true), &mut self.loose);
        let propers: Vec<bool> = self.tags.iter().map(|&tag| is_proper(tag)).collect();
        runs(&propers, |_| false, &mut self.proper);
        self.quiet.clear();
        for at in 0..looks.len() {
            let near = looks[at.saturating_sub(1)..looks.len().min(at + 2)].iter().any(|&look| look);
            let listed = super::known_names::is_listed(self.marks[at] & !List::noun_bits());
            let is_plain = !propers[at] && self.words[at].spelling != Spelling::Caseless;
            self.quiet.push(!near && !listed && is_plain);
        }
    }

    /// How the sentence is written.
    pub(crate) fn style(&self) -> Style {
        self.style.unwrap_or(Style::Plain)
    }

    /// Whether the spelling of a word suits a name: it has a capital and is not a function word.
    fn is_namelike(&self, at: usize) -> bool {
        let plain = List::FunctionWord.bit() | List::Connector.bit();
        self.words[at].spelling.is_namelike()
            && (self.marks[at] & plain == 0 || self.words[at].spelling == Spelling::Dotted)
    }

    /// Records the spelling of the words of this sentence in the table of the document.
    pub(crate) fn report(&self, document: &mut FlatTable<u8>) {
        if self.style() != Style::Plain {
            return;
        }
        let mut opens = true;
        for word in &self.words {
            match word.spelling {
                Spelling::Lower => *document.entry(word.lower) |= SEEN_LOWER,
                spelling if spelling.is_namelike() && !opens => *document.entry(word.lower) |= SEEN_CAPITAL,
                _ => {}
            }
            // Opening quotes and bullets do not count: the word after them is still the first.
            opens = word.spelling == Spelling::Punctuation && opens;
        }
    }

    /// Looks up in the table of the document how each word is written elsewhere.
    pub(crate) fn notice(&mut self, document: &FlatTable<u8>) {
        let Self { words, seen, quiet, .. } = self;
        seen.clear();
        let look =
            |(word, &quiet): (&Word, &bool)| if quiet { 0 } else { document.get(word.lower).copied().unwrap_or(0) };
        seen.extend(words.iter().zip(quiet.iter()).map(look));
    }
}

/// Tag of a word without one; no [`Tag::code`] is so large.
pub(crate) const UNTAGGED: u32 = 0xffff;

/// Whether a tag says that the word is a proper noun.
fn is_proper(tag: u32) -> bool {
    tag >> 8 == Upos::Propn as u32
}

/// Whether a word with these marks may stand between two parts of a name.
fn joins(marks: u32, loosely: bool) -> bool {
    marks & (List::Particle.bit() | if loosely { List::Connector.bit() } else { 0 }) != 0
}

/// Style of a sentence from the spelling of its words of four letters or more.
fn style(words: &[Word]) -> Style {
    let (mut lower, mut capital, mut upper) = (0, 0, 0);
    for word in words {
        match word.spelling {
            // Short words are lower case in headlines too; the suffixes differ for words of more than three bytes.
            Spelling::Lower if word.suffix[2] != word.suffix[1] => lower += 1,
            Spelling::Capital | Spelling::Mixed => capital += 1,
            Spelling::Upper => upper += 1,
            _ => {}
        }
    }
    match (lower, capital, upper) {
        (0, 0, 3..) => Style::Capitals,
        (_, _, 3..) if upper >= 4 * (lower + capital) => Style::Capitals,
        (_, 4.., _) if capital >= 5 * lower => Style::Title,
        (8.., 0, 0) => Style::Lower,
        _ => Style::Plain,
    }
}

/// Longest run, in tokens: in a headline all words would be one run, which is no evidence of a name.
const MAX_RUN: usize = 12;

/// Joins neighboring namelike tokens to runs; up to two joining tokens may stand between them.
fn runs(looks: &[bool], joins: impl Fn(usize) -> bool, out: &mut Vec<Run>) {
    out.clear();
    out.resize(looks.len(), Run::default());
    let mut at = 0;
    while at < looks.len() {
        if !looks[at] {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        while end - start < MAX_RUN {
            let gap = (0..=2).find(|gap| looks.get(end + gap).copied().unwrap_or(false));
            match gap {
                Some(gap) if (end..end + gap).all(&joins) => end += gap + 1,
                _ => break,
            }
        }
        let run = Run { start: start as u32, end: end as u32 };
        out[start..end].fill(run);
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::super::word::hash_lower;
    use super::*;
    use crate::analysis::tagger::{Tagger, TaggerScratch};

    fn view(sentence: &str) -> SeenSentence {
        let words = [("of", List::Connector), ("-", List::Particle), ("the", List::FunctionWord)];
        let mut entries = words.map(|(word, list)| (hash_lower(word), list.bit()));
        entries.sort_unstable();
        let lexicon = KnownNames::from_entries(&entries);
        let mut view = SeenSentence::default();
        view.load(&sentence.split(' ').collect::<Vec<_>>(), &[], &lexicon);
        view
    }

    #[test]
    fn runs_are_joined_by_particles_and_loose_runs_by_prepositions() {
        let view = view("The Bank of Tal - Tas opened");
        assert_eq!(view.tight[3], Run { start: 3, end: 6 });
        assert_eq!(view.loose[1], Run { start: 1, end: 6 });
        assert_eq!(view.tight[0], Run::default());
    }

    #[test]
    fn the_style_follows_from_the_longer_words() {
        assert_eq!(view("SUVA SIGNS TRADE PACT").style(), Style::Capitals);
        assert_eq!(view("Suva Signs Trade Pact in March").style(), Style::Title);
        assert_eq!(view("Officials in Suva signed the pact yesterday").style(), Style::Plain);
    }

    #[test]
    fn a_word_seen_small_elsewhere_is_noticed() {
        let (first, mut second) = (view("they want peace"), view("Peace came to Apia"));
        let mut document = FlatTable::default();
        first.report(&mut document);
        second.report(&mut document);
        second.notice(&document);
        assert_eq!(second.seen, [SEEN_LOWER, SEEN_LOWER, SEEN_LOWER, SEEN_CAPITAL]);
    }

    #[test]
    fn a_small_word_tagged_as_a_proper_noun_is_not_quiet() {
        let forms = ["we", "drove", "to", "kisumu", "together"];
        let mut tags = Vec::new();
        Tagger::shipped().tag(&forms, &mut TaggerScratch::default(), &mut tags);
        tags[3] = Tag { upos: Upos::Propn, ..tags[3] };
        let mut view = SeenSentence::default();
        view.load(&forms, &tags, &KnownNames::default());
        assert_eq!(view.quiet, [true, true, true, false, true]);
        assert_eq!(view.proper[3], Run { start: 3, end: 4 });
    }

    #[test]
    fn words_far_from_capitals_are_quiet() {
        assert_eq!(view("ministers spoke to Apia today again").quiet, [true, true, false, false, false, true]);
    }
}
