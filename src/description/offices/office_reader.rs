//! Answers questions about neighboring words for all readers of offices.

use crate::language::Class;
use crate::lexicon::{Lexicon, SentenceView, WordView};
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::Span;

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

    /// Whether the word at `at`, or its lemma, is in the class.
    pub(super) fn is(&self, class: Class, at: usize) -> bool {
        let word = self.lower(at).trim_end_matches('.');
        self.lexicon.is(class, word) || self.lexicon.is(class, self.view.lemma_at(Some(at)))
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

    /// The person whose name ends at `end`.
    pub(super) fn person_ending_at(&self, end: usize) -> Option<&'a Mention> {
        self.mentions.iter().copied().find(|mention| is_person(mention) && mention.tokens.end() == end)
    }

    pub(super) fn is_article(&self, at: usize) -> bool {
        matches!(self.lower(at), "the" | "a" | "an" | "its" | "their" | "his" | "her" | "our")
    }
}

pub(super) fn is_person(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.entity_type == EntityType::PERSON
}
