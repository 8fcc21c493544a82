//! A view of the words and tags of a sentence, without its tree.

use super::lookup::Lexicon;
use crate::analysis::names::Name;
use crate::analysis::{SentenceKind, Token, TokenId, Upos};
use crate::language::{Class, ClassSet, LanguagePack};
use crate::span::{Byte, Span};
use crate::text::{is_all_caps, is_capitalized};

/// The words of a sentence with the properties that are needed often.
#[derive(Debug)]
pub(crate) struct WordView<'a> {
    /// One entry per token: the surface form with straight apostrophes.
    pub(crate) words: Vec<String>,
    /// One entry per token: the surface form in lower case.
    pub(crate) lower: Vec<String>,
    /// One entry per token: whether it reads as part of a name.
    pub(crate) is_name_word: Vec<bool>,
    /// Running text, heading or dateline.
    pub(crate) kind: SentenceKind,
    /// Whether the sentence is all capitals, so that every short word looks like an acronym.
    pub(crate) is_shouted: bool,
    /// The first token with a letter or digit.
    opening: usize,
    /// One entry per token: the classes of the lowercase form.
    form_classes: Vec<&'a ClassSet>,
    /// One entry per token: the classes of the lemma.
    lemma_classes: Vec<&'a ClassSet>,
    language: &'a LanguagePack,
    tokens: &'a [Token],
    names: &'a [Name],
}

impl<'a> WordView<'a> {
    /// The view of the tokens of one sentence of `text`; `names` are those of the name finder.
    pub(crate) fn new(
        text: &str,
        tokens: &'a [Token],
        names: &'a [Name],
        kind: SentenceKind,
        lexicon: &'a Lexicon,
    ) -> Self {
        let surface = |token: &Token| token.span.slice(text).replace(['’', '‘'], "'");
        let words: Vec<String> = tokens.iter().map(surface).collect();
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let opening = words.iter().position(|word| word.chars().any(char::is_alphanumeric)).unwrap_or(0);
        let is_shouted = words.len() > 3
            && words.iter().filter(|word| word.len() > 3).all(|word| !word.chars().any(char::is_lowercase));
        let language = lexicon.language();
        let classes = language.classes();
        let mut view = Self {
            is_name_word: Vec::new(),
            form_classes: lower.iter().map(|word| classes.of_word(word)).collect(),
            lemma_classes: tokens.iter().map(|token| classes.of_word(&token.lemma)).collect(),
            words,
            lower,
            kind,
            is_shouted,
            opening,
            language,
            tokens,
            names,
        };
        let is_titled = |at: usize| {
            let title = at.checked_sub(1).and_then(|before| lexicon.title(&[view.lower[before].as_str()]));
            title.is_some_and(|(_, title)| {
                !title.is_office || view.words.get(at + 1).is_some_and(|next| is_capitalized(next))
            })
        };
        view.is_name_word = (0..view.words.len())
            .map(|at| view.looks_like_name(at) || view.is_calendar_name(at, is_titled(at)))
            .collect();
        view
    }

    /// At most `most` words from `at` on, for phrase lookups.
    pub(crate) fn words_from(&self, at: usize, most: usize) -> Vec<&str> {
        self.words[at..].iter().take(most).map(String::as_str).collect()
    }

    /// At most `most` lowercase words from `at` on.
    pub(crate) fn lower_from(&self, at: usize, most: usize) -> Vec<&str> {
        self.lower[at..].iter().take(most).map(String::as_str).collect()
    }

    /// The lowercase word at `at`; "" outside the sentence.
    pub(crate) fn lower_at(&self, at: Option<usize>) -> &str {
        at.and_then(|at| self.lower.get(at)).map_or("", String::as_str)
    }

    pub(crate) fn language(&self) -> &'a LanguagePack {
        self.language
    }

    /// Whether the form of the token at `at` is in the class; `false` outside the sentence.
    pub(crate) fn is(&self, class: Class, at: impl Into<Option<usize>>) -> bool {
        at.into().and_then(|at| self.form_classes.get(at)).is_some_and(|classes| classes.contains(class))
    }

    /// Whether the lemma of the token at `at` is in the class; `false` outside the sentence.
    pub(crate) fn lemma_is(&self, class: Class, at: impl Into<Option<usize>>) -> bool {
        at.into().and_then(|at| self.lemma_classes.get(at)).is_some_and(|classes| classes.contains(class))
    }

    /// Whether the word at `at` is an ordinal number in digits: "43rd".
    pub(crate) fn is_ordinal(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| self.language.numbers().ordinal_digits(word).is_some())
    }

    /// The lemma of the token at `at`; "" outside the sentence.
    pub(crate) fn lemma_at(&self, at: Option<usize>) -> &str {
        at.and_then(|at| self.tokens.get(at)).map_or("", |token| token.lemma.as_str())
    }

    /// The names that the name finder sees in the sentence.
    pub(crate) fn found_names(&self) -> &'a [Name] {
        self.names
    }

    /// The universal part of speech of the token at `at`; `None` outside the sentence.
    pub(crate) fn upos_at(&self, at: usize) -> Option<Upos> {
        self.tokens.get(at).map(|token| token.tag.upos)
    }

    /// The treebank-specific part of speech of the token at `at`; "" outside the sentence.
    pub(crate) fn xpos_at(&self, at: usize) -> &'static str {
        self.tokens.get(at).map_or("", |token| token.tag.xpos.as_str())
    }

    pub(crate) fn tokens(&self) -> &'a [Token] {
        self.tokens
    }

    /// The bytes of the document's text that a non-empty range of tokens covers.
    pub(crate) fn bytes(&self, tokens: Span<TokenId>) -> Span<Byte> {
        self.tokens[tokens.start()].span.cover(self.tokens[tokens.end() - 1].span)
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no space between the token at `at` and the one before it.
    pub(crate) fn touches_previous(&self, at: usize) -> bool {
        at > 0 && self.tokens[at - 1].span.end() == self.tokens[at].span.start()
    }

    /// Whether the token opens its sentence, ignoring quotation marks, brackets and bullets before it.
    pub(crate) fn opens_sentence(&self, at: usize) -> bool {
        at <= self.opening
    }

    pub(crate) fn slice(&self, tokens: Span<TokenId>) -> &[String] {
        &self.words[tokens.range()]
    }

    /// "L. L. May", "Mr. March", "Minister Sunday Okoro": a day or month after an initial or title is a name.
    fn is_calendar_name(&self, at: usize, is_titled: bool) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.words[before].as_str());
        let is_initial =
            before.len() == 2 && before.ends_with('.') && before.starts_with(|c: char| c.is_ascii_uppercase());
        let is_number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
        let is_word = is_capitalized(&self.words[at]) && self.language.is(Class::Calendar, &self.lower[at]);
        let is_led = is_initial || (is_titled && is_capitalized(before));
        is_word && is_led && !self.words.get(at + 1).is_some_and(is_number)
    }

    /// Whether the word is capitalized and is neither a common opener nor a day or month.
    fn looks_like_name(&self, at: usize) -> bool {
        let (word, lower) = (&self.words[at], self.lower[at].trim_end_matches('.'));
        if !is_capitalized(word) || self.language.is(Class::Calendar, lower) {
            return false;
        }
        if is_all_caps(word) && !self.is_shouted {
            return true; // "US" is not a pronoun, "IT" is not an opener
        }
        if self.language.is(Class::Common, lower) {
            return false;
        }
        let opens = self.opens_sentence(at) || self.kind == SentenceKind::Heading;
        let is_gerund = self.language.has_ending(Class::GerundEnding, lower);
        let is_opener = self.language.is(Class::Opener, lower)
            || is_gerund
            || self.language.has_ending(Class::ParticipleEnding, lower);
        // "Former Tonga Police commander": an opener that is said of the office after it, not of the name.
        if opens && self.kind == SentenceKind::Prose && self.language.is(Class::OfficeHolding, lower) {
            return false;
        }
        let before_name = self.words.get(at + 1).is_some_and(|next| is_capitalized(next));
        !(opens && is_opener) || (before_name && !is_gerund)
    }
}
