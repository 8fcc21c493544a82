//! Finds the noun phrase around a head noun.

use crate::analysis::{Deprel, TokenId, Upos};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::SentenceView;
use crate::span::Span;
use crate::text::is_capitalized;

/// The maximum number of tokens in a complement that becomes part of a description.
const MAX_COMPLEMENT: usize = 9;

/// A head noun with its modifiers and its complement with "of", "on" or the like.
#[derive(Debug)]
pub(super) struct NounPhrase {
    pub(super) head: usize,
    /// From the first modifier to the head, without the article.
    pub(super) tokens: Span<TokenId>,
    /// The article, possessive or the like right before the modifiers.
    pub(super) determiner: Option<usize>,
    /// "of the Nadi Bridge", including the preposition.
    pub(super) complement: Option<Span<TokenId>>,
    /// "in Suva" right after a head without modifiers.
    place: Option<Span<TokenId>>,
}

impl NounPhrase {
    pub(super) fn around(view: &SentenceView<'_>, head: usize) -> Self {
        let mut start = head;
        while start > 0 && is_modifier(view, start - 1, head) {
            start -= 1;
        }
        // A hyphen or quote never opens a phrase.
        while start < head && view.upos_at(start) == Some(Upos::Punct) {
            start += 1;
        }
        let before = start.checked_sub(1);
        let is_determiner = |at: &usize| {
            matches!(view.upos_at(*at), Some(Upos::Det))
                || view.is_labelled(*at, Deprel::NmodPoss)
                || view.is(Class::GatheringNoOne, *at)
                || view.is(Class::Possessive, *at)
        };
        Self {
            head,
            tokens: Span::new(start, head + 1),
            determiner: before.filter(is_determiner),
            complement: complement(view, head),
            place: place_behind(view, head).filter(|_| start == head),
        }
    }

    /// The description without preceding names, which are mentions of their own: "opening ceremony" in "the Nadi
    /// Bridge opening ceremony".
    pub(super) fn core(&self, view: &SentenceView<'_>, lexicon: &Lexicon) -> Span<TokenId> {
        let is_own =
            |at: usize| view.words[at] != "-" && !view.is(Class::Possessive, at) && !continues_name(view, lexicon, at);
        let last_name = self.tokens.range().rev().find(|&at| is_capitalized(&view.words[at]));
        let mut start = last_name.map_or(self.tokens.start(), |at| at + 1);
        while start < self.head && !is_own(start) {
            start += 1;
        }
        Span::new(start, self.head + 1)
    }

    /// The words that identify the gathering.
    pub(super) fn with_complement(&self, view: &SentenceView<'_>) -> Span<TokenId> {
        let of = self.complement.filter(|complement| {
            let preposition = complement.start();
            let is_named = complement.range().any(|at| view.is_name_word[at]);
            view.is(Class::Of, preposition) || (is_named && view.is(Class::GatheringTopic, preposition))
        });
        of.or(self.place).map_or(self.tokens, |complement| self.tokens.cover(complement))
    }
}

/// Whether the number at `at` belongs to the words before it: "G-8 summit", "one-on-one meeting", "May 17 hearing".
pub(super) fn continues_name(view: &SentenceView<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let before = at.checked_sub(1);
    let is_number = view.upos_at(at) == Some(Upos::Num) || view.words[at].starts_with(|c: char| c.is_ascii_digit());
    is_number
        && (view.lower_at(before) == "-" || lexicon.is(Class::Calendar, view.lower_at(before).trim_end_matches('.')))
}

/// Whether the token at `at` is part of the noun phrase before `head`: adjectives, nouns, names, numbers,
/// participles, and the hyphens between them.
fn is_modifier(view: &SentenceView<'_>, at: usize, head: usize) -> bool {
    if view.is(Class::Calendar, at) || view.is(Class::GatheringNoOne, at) {
        return false;
    }
    let is_hyphen = |at: usize| {
        view.words.get(at).is_some_and(|word| word == "-") && view.touches_previous(at) && view.touches_previous(at + 1)
    };
    // "The hand-over ceremony"
    if is_hyphen(at) || is_hyphen(at + 1) || at.checked_sub(1).is_some_and(is_hyphen) {
        return at > 0;
    }
    let hangs_on_head = reaches(view, at, head);
    let is_kind = matches!(view.upos_at(at), Some(Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num))
        || (view.upos_at(at) == Some(Upos::Verb)
            && matches!(view.dependency(at), Some((Deprel::Amod | Deprel::Compound, _))));
    is_kind && hangs_on_head && !view.is_labelled(at, Deprel::NmodPoss)
}

/// Whether the token modifies `head`, possibly through another modifier.
fn reaches(view: &SentenceView<'_>, mut at: usize, head: usize) -> bool {
    for _ in 0..4 {
        match view.dependency(at) {
            Some((
                Deprel::Amod
                | Deprel::Compound
                | Deprel::Nummod
                | Deprel::Flat
                | Deprel::NmodDesc
                | Deprel::Conj
                | Deprel::Advmod
                | Deprel::NmodUnmarked,
                up,
            )) => at = up,
            _ => return false,
        }
        if at == head {
            return true;
        }
    }
    false
}

/// The prepositional phrase right after the head.
fn complement(view: &SentenceView<'_>, head: usize) -> Option<Span<TokenId>> {
    let preposition = head + 1;
    if !view.is(Class::GatheringComplement, preposition) {
        return None;
    }
    let (Deprel::Case, noun) = view.dependency(preposition)? else { return None };
    // "Opened talks with Fiji": the parser may attach the partner to the verb.
    let hangs_on_head = match view.dependency(noun)? {
        (Deprel::Nmod, up) => up == head,
        (Deprel::Obl, up) => view.is(Class::With, preposition) && view.dependency(head) == Some((Deprel::Obj, up)),
        _ => false,
    };
    if !hangs_on_head || view.upos_at(noun) == Some(Upos::Num) {
        return None;
    }
    let last = last_of(view, noun);
    let mut end = (preposition..=last)
        .find(|&at| matches!(view.words[at].as_str(), "," | ";" | ":" | "(" | ")" | "\"" | "“" | "”"))
        .unwrap_or(last + 1);
    // "A summit of ministers in Lima": the ministers met in Lima. "A talk on peace in Nepal" is about Nepal.
    if !view.is(Class::GatheringTopic, preposition) {
        end = (noun + 1..end).find(|&at| view.is(Class::InOrAt, at) && view.is_name_word[at + 1]).unwrap_or(end);
    }
    if end - preposition > MAX_COMPLEMENT {
        end = noun + 1;
    }
    end = with_partner(view, preposition, end);
    (end > noun && end - preposition <= MAX_COMPLEMENT).then(|| Span::new(preposition, end))
}

/// Extends the complement over "and Peru" after "between Nepal", wherever the parser attaches it.
fn with_partner(view: &SentenceView<'_>, start: usize, end: usize) -> usize {
    let is_word = |at: usize| view.is_name_word.get(at).copied().unwrap_or(false);
    let has = |class| (start..end).any(|at| view.is(class, at));
    let is_open = has(Class::Between) && !has(Class::And);
    if !is_open || !view.is(Class::And, end) {
        return end;
    }
    let name = end + 1 + usize::from(view.is(Class::DefiniteArticle, end + 1));
    let last = (name..view.len()).take_while(|&at| is_word(at)).last();
    last.map_or(end, |last| last + 1)
}

/// A name with "in" or "at" right after the head.
fn place_behind(view: &SentenceView<'_>, head: usize) -> Option<Span<TokenId>> {
    let preposition = Some(head + 1).filter(|&at| view.is(Class::InOrAt, at))?;
    let (Deprel::Case, noun) = view.dependency(preposition)? else { return None };
    let last =
        view.children(noun).filter(|&child| view.is_labelled(child, Deprel::Flat)).max().unwrap_or(noun).max(noun);
    let is_name = (preposition + 1..=last).all(|at| view.is_name_word[at] || view.is(Class::DefiniteArticle, at));
    is_name.then(|| Span::new(preposition, last + 1))
}

/// The last token of the noun phrase of `noun`, without clauses.
fn last_of(view: &SentenceView<'_>, noun: usize) -> usize {
    let within = view.children(noun).filter(|&child| {
        child > noun
            && matches!(
                view.dependency(child),
                Some((
                    Deprel::Nmod | Deprel::Compound | Deprel::Flat | Deprel::Conj | Deprel::NmodPoss | Deprel::Nummod,
                    _
                ))
            )
    });
    within.map(|child| last_of(view, child)).max().unwrap_or(noun)
}
