//! Answers questions about neighboring words for all readers of offices.

use crate::language::Class;
use crate::lexicon::{Lexicon, SentenceView, WordView};
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_capitalized;

/// The maximum number of words between an office and the name of its holder: "Chief Supt. (rtd) Hon. Oli".
const MAX_RANKS: usize = 7;

/// A sentence that can be searched by position. Tokens are 0-based.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) view: &'a WordView<'a>,
    /// The same sentence with its tree, if it has been parsed.
    pub(super) tree: Option<&'a SentenceView<'a>>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) mentions: &'a [&'a Mention],
}

impl<'a> Reader<'a> {
    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.view.lower_at(Some(at))
    }

    pub(super) fn lower_before(&self, at: usize) -> &'a str {
        self.view.lower_at(at.checked_sub(1))
    }

    /// Whether the ending of a possessor is at `at`: "Peru's", "the Philippines'".
    pub(super) fn is_owning(&self, at: usize) -> bool {
        self.lexicon.is(Class::Possessive, self.lower(at)) || self.lower(at) == "'"
    }

    /// Whether the word at `at`, its lemma or the office in it ("ex-member", "president-elect") is in the class.
    pub(super) fn is(&self, class: Class, at: usize) -> bool {
        let word = self.lower(at).trim_end_matches('.');
        let plain = || plain_office(word).is_some_and(|office| self.lexicon.is(class, office));
        self.lexicon.is(class, word) || self.lexicon.is(class, self.view.lemma_at(Some(at))) || plain()
    }

    /// The name that begins at `start`.
    pub(super) fn name_at(&self, start: usize) -> Option<&'a Mention> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start() < start);
        let here = self.mentions[first..].iter().take_while(|mention| mention.tokens.start() == start);
        here.copied().find(|mention| mention.kind == MentionKind::Name)
    }

    /// The mention that ends at `end` and can own an office.
    pub(super) fn owner_ending_at(&self, end: usize) -> Option<&'a Mention> {
        let behind = self.mentions.partition_point(|mention| mention.tokens.start() < end);
        let last = *self.mentions[..behind].last()?;
        (last.tokens.end() == end && last.entity_type != EntityType::PERSON).then_some(last)
    }

    /// The name that covers `at`.
    pub(super) fn name_over(&self, at: usize) -> Option<&'a Mention> {
        let behind = self.mentions.partition_point(|mention| mention.tokens.start() <= at);
        let names = self.mentions[..behind].iter().rev().take(2).copied();
        names.into_iter().find(|mention| mention.kind == MentionKind::Name && mention.tokens.end() > at)
    }

    /// The person whose name, with the titles before it, begins at `start`.
    pub(super) fn person_at(&self, start: usize) -> Option<&'a Mention> {
        let first = |mention: &Mention| mention.title.map_or(mention.tokens.start(), Span::start);
        self.mentions.iter().copied().find(|mention| is_person(mention) && first(mention) == start)
    }

    /// The person named from `start` on, possibly after ranks that are no part of the title: "Brig Gen (rtd) Oli".
    pub(super) fn person_from(&self, start: usize) -> Option<&'a Mention> {
        let mut at = start;
        while at < start + MAX_RANKS {
            if let Some(person) = self.person_at(at) {
                return Some(person);
            }
            at = self.rank_end(at)?;
        }
        None
    }

    /// The end of the rank, courtesy or addition in brackets that begins at `at`.
    fn rank_end(&self, at: usize) -> Option<usize> {
        if self.lower(at) == "(" && self.lower(at + 2) == ")" {
            return Some(at + 3);
        }
        let is_capital = self.view.words.get(at).is_some_and(|word| is_capitalized(word));
        let title = self.lexicon.title(&self.view.lower_from(at, MAX_RANKS)).filter(|(_, title)| !title.is_office);
        let length = title.map(|(length, _)| length).or_else(|| self.lower(at).ends_with('.').then_some(1))?;
        (is_capital && self.name_over(at).is_none()).then_some(at + length)
    }

    /// The person at `at`: a name, or "he" or "she".
    pub(super) fn person_over(&self, at: usize) -> Option<&'a Mention> {
        let is_single = matches!(self.lower(at), "he" | "she");
        let pronoun = || {
            self.mentions
                .iter()
                .copied()
                .find(|mention| mention.kind == MentionKind::Pronoun && mention.tokens.start() == at && is_single)
        };
        self.name_over(at).filter(|name| is_person(name)).or_else(pronoun)
    }

    /// The person whose name ends at `end`.
    pub(super) fn person_ending_at(&self, end: usize) -> Option<&'a Mention> {
        self.mentions.iter().copied().find(|mention| is_person(mention) && mention.tokens.end() == end)
    }

    pub(super) fn is_article(&self, at: usize) -> bool {
        matches!(self.lower(at), "the" | "a" | "an" | "its" | "their" | "his" | "her" | "our")
    }
}

/// The office in a word with a prefix or suffix that says when or how it is held: "member" in "ex-member".
fn plain_office(word: &str) -> Option<&str> {
    let prefixes = ["ex-", "vice-", "co-"];
    let suffixes = ["-elect", "-designate"];
    let rest = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix));
    rest.or_else(|| suffixes.iter().find_map(|suffix| word.strip_suffix(suffix)))
}

pub(super) fn is_person(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.entity_type == EntityType::PERSON
}
