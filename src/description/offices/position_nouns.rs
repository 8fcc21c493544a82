//! Finds the nouns of positions in a sentence.

use super::office_reader::{Reader, is_person};
use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::mention::MentionKind;
use crate::ontology::EntityType;
use crate::span::Span;

/// One or more nouns that name a position: "deputy prime minister", "negotiator".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Post {
    pub(super) tokens: Span<TokenId>,
    /// Whether it is an office of a state if only a country is named next to it.
    pub(super) is_of_state: bool,
    /// Whether it is only a rank, without "of" or a comma after it.
    pub(super) is_rank: bool,
}

impl Reader<'_> {
    /// The position nouns in text order, without overlap.
    pub(super) fn posts(&self) -> Vec<Post> {
        let titles = self.mentions.iter().filter(|mention| {
            let is_role = mention.kind == MentionKind::Nominal && mention.entity_type == EntityType::PERSON;
            let is_whole = !mention.is_plural && !self.changes_next(mention.tokens);
            is_role && is_whole && !self.is(Class::Counterpart, mention.tokens.start())
        });
        let mut posts: Vec<Post> = titles.map(|title| self.post(title.tokens, false)).collect();
        let ranks = self.mentions.iter().filter(|mention| is_person(mention)).filter_map(|person| person.title);
        let ranks = ranks.filter(|title| title.range().any(|at| self.is(Class::Rank, at)));
        let ranks: Vec<Post> =
            ranks.map(|title| self.post(title, true)).filter(|rank| self.is_free(&posts, rank)).collect();
        posts.extend(ranks);
        let nouns = (0..self.view.len()).filter(|&at| self.is_post_noun(at));
        let nouns: Vec<Post> =
            nouns.map(|at| self.post(Span::new(at, at + 1), false)).filter(|post| self.is_free(&posts, post)).collect();
        posts.extend(nouns);
        posts.sort_by_key(|post| post.tokens);
        posts
    }

    /// Whether the title only changes the position after it: "Deputy" in "Deputy Trade Minister".
    fn changes_next(&self, title: Span<TokenId>) -> bool {
        let (at, next) = (title.start(), title.end());
        let is_noun =
            matches!(self.view.upos_at(next), Some(Upos::Noun | Upos::Propn)) && self.name_over(next).is_none();
        title.len() == 1 && self.is(Class::OfficeModifier, at) && is_noun && self.person_at(next).is_none()
    }

    fn is_free(&self, posts: &[Post], post: &Post) -> bool {
        !posts.iter().any(|other| other.tokens.overlaps(post.tokens))
    }

    fn post(&self, tokens: Span<TokenId>, is_rank: bool) -> Post {
        let has = |class: Class| tokens.range().any(|at| self.is(class, at));
        // "Prime Minister-designate" is three words and a hyphen.
        let is_suffix =
            matches!(self.lower(tokens.end() + 1), "designate" | "elect") && self.lower(tokens.end()) == "-";
        let tokens = Span::new(tokens.start(), tokens.end() + if is_suffix { 2 } else { 0 });
        Post { tokens, is_of_state: has(Class::PostOfState) && !has(Class::NotOfState), is_rank }
    }

    /// A singular noun outside names. "Chief" before another noun belongs to the position of that noun.
    fn is_post_noun(&self, at: usize) -> bool {
        // Taggers read the noun in "the Balteco executive Oli" as an adjective.
        let is_titling = self.view.upos_at(at) == Some(Upos::Adj) && self.person_at(at + 1).is_some();
        let is_noun = matches!(self.view.xpos_at(at), "NN" | "NNP") || is_titling;
        let is_noun_next = matches!(self.view.upos_at(at + 1), Some(Upos::Noun | Upos::Propn));
        let goes_on = is_noun_next && self.name_over(at + 1).is_none();
        let is_post = self.is(Class::PostOfState, at) || self.is(Class::PostOfBody, at);
        is_noun && is_post && !goes_on && self.name_over(at).is_none()
    }
}
