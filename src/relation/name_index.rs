//! Finds the mentions of a sentence by token, and reads the words next to them.
//!
//! The parser is less reliable near names than the mention detector: it may attach "by" to a title, or read the
//! second of two coordinated names as part of the first. Where the tree is silent, the words next to a mention
//! decide.

use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::lexicon::SentenceView;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::Span;

/// The maximum number of words between a preposition and its name: "by the Estonian Minister Oli".
const MAX_BEFORE_NAME: usize = 6;

/// Mentions by token.
pub(super) struct NameIndex<'a> {
    view: &'a SentenceView<'a>,
    mentions: &'a [&'a Mention],
    /// One entry per token: the mention that covers it, as an index into `mentions`.
    covering: Vec<Option<u32>>,
    /// One entry per token: the person whose title it is part of.
    titled: Vec<Option<u32>>,
}

impl<'a> NameIndex<'a> {
    pub(super) fn new(view: &'a SentenceView<'a>, mentions: &'a [&'a Mention]) -> Self {
        let mut covering = vec![None; view.len()];
        let mut titled = vec![None; view.len()];
        for (index, mention) in mentions.iter().enumerate() {
            let index = u32::try_from(index).ok();
            covering[mention.tokens.range()].fill(index);
            if let Some(title) = mention.title {
                titled[title.range()].fill(index);
            }
        }
        Self { view, mentions, covering, titled }
    }

    /// The mention that covers `token`.
    pub(super) fn at(&self, token: usize) -> Option<&'a Mention> {
        self.covering.get(token).copied().flatten().map(|index| self.mentions[index as usize])
    }

    /// The name that covers `token`.
    pub(super) fn name_at(&self, token: usize) -> Option<&'a Mention> {
        self.at(token).filter(|mention| mention.kind == MentionKind::Name)
    }

    /// The person whose title `token` is part of.
    pub(super) fn titled(&self, token: usize) -> Option<&'a Mention> {
        self.titled[token].map(|index| self.mentions[index as usize])
    }

    /// The token of a mention that its other tokens depend on.
    pub(super) fn head_of(&self, tokens: Span<TokenId>) -> usize {
        let is_outside =
            |token: &usize| self.view.dependency(*token).is_none_or(|(_, head)| !tokens.range().contains(&head));
        tokens.range().find(is_outside).unwrap_or(tokens.start())
    }

    /// The preposition before the name at `token`, skipping its title, article and adjectives.
    pub(super) fn preposition_before(&self, token: usize) -> Option<&'a str> {
        let name = self.name_at(token)?;
        let first = self.phrase_start(name);
        let word = first.checked_sub(1)?;
        (self.view.upos_at(word) == Some(Upos::Adp)).then(|| self.view.lower[word].as_str())
    }

    /// Where the phrase of a name begins: "the Estonian Minister Oli".
    pub(super) fn phrase_start(&self, name: &Mention) -> usize {
        let mut first = name.title.map_or(name.tokens.start(), |title| title.start().min(name.tokens.start()));
        let least = first.saturating_sub(MAX_BEFORE_NAME);
        while first > least && self.belongs_before(first - 1) {
            first -= 1;
        }
        first
    }

    fn belongs_before(&self, token: usize) -> bool {
        let is_demonym = self.name_at(token).is_some_and(|name| name.is_demonym);
        let is_describing = matches!(self.view.upos_at(token), Some(Upos::Det | Upos::Adj))
            || (self.view.is_name_word[token] && self.name_at(token).is_none())
            || self.titled[token].is_some();
        is_demonym || is_describing
    }

    /// The head of the name right after the word at `word`, or of the name it owns: "in Lima", "at the Lima Forum".
    pub(super) fn behind(&self, word: usize) -> Option<usize> {
        let least = word + 1;
        let name = (least..self.view.len().min(least + MAX_BEFORE_NAME)).find_map(|token| self.name_at(token))?;
        let end = name.tokens.end();
        let is_owner = self.view.is(Class::Possessive, end) || self.view.lower_at(Some(end)) == "'";
        match self.name_at(end + 1).filter(|_| is_owner) {
            Some(owned) => Some(self.head_of(owned.tokens)),
            None => (!is_owner && self.phrase_start(name) == least).then(|| self.head_of(name.tokens)),
        }
    }

    /// Whether the name at `second` is coordinated with the one at `first` by a comma or "and".
    pub(super) fn are_listed(&self, first: usize, second: usize) -> bool {
        let Some((a, b)) = self.name_at(first).zip(self.name_at(second)) else { return false };
        let Some(before) = self.phrase_start(b).checked_sub(1) else { return false };
        let is_comma = self.view.lower[before] == ",";
        let is_open = self.view.is(Class::NameCoordinator, before) || (is_comma && self.is_inside_list(a, b));
        before >= a.tokens.end() && is_open
    }

    /// Whether a comma can join two names: "Lima, Peru" and "A, B and C", but not "when A left, B" or "A, a B".
    fn is_inside_list(&self, first: &Mention, second: &Mention) -> bool {
        let is_location = |name: &Mention| matches!(name.entity_type, EntityType::PLACE | EntityType::COUNTRY);
        if first.entity_type == EntityType::PLACE && is_location(second) {
            return true;
        }
        let is_described = self.view.is(Class::IndefiniteArticle, self.phrase_start(second));
        let mut comma = second.tokens.end();
        if self.view.lower_at(Some(comma)) == "," && self.view.is(Class::And, comma + 1) {
            comma += 1;
        }
        let goes_on = self.view.lower_at(Some(comma)) == "," || self.view.is(Class::ListCoordinator, comma);
        let next = (comma + 1..self.view.len().min(comma + 1 + MAX_BEFORE_NAME)).find_map(|at| self.name_at(at));
        let is_other = self.view.is(Class::Other, comma + 1);
        let is_next = is_other || next.is_some_and(|name| self.phrase_start(name) == comma + 1);
        !is_described && goes_on && is_next
    }
}
