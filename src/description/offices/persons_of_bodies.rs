//! Finds persons that are named with an organization but no position: "Tika Oli of the Nepal River Guard".

use super::office::Held;
use super::office_reader::{Reader, is_person};
use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::Span;

/// The maximum number of words between an owner and the name of a group: "Oli's small centrist Reform Party".
const MAX_EPITHETS: usize = 2;

impl<'a> Reader<'a> {
    /// The persons that are named with their organization, or with the country whose rank they hold.
    pub(super) fn persons_of_bodies(&self) -> impl Iterator<Item = Held> {
        let reader = *self;
        let persons = self.mentions.iter().copied().filter(|mention| mention.entity_type == EntityType::PERSON);
        persons.flat_map(move |person| {
            let named = is_person(person);
            let of = reader.of_name(person).filter(|body| named && body.entity_type.is_organization());
            let of = of.or_else(|| reader.bracketed(person).filter(|_| named)).map(|body| (body, "person-of-body"));
            let ranked = || reader.country_of_rank(person).filter(|_| named).map(|land| (land, "rank-of-country"));
            let group = reader.own_group(person).map(|group| (group, "person-own-group"));
            let held = |(body, rule): (&Mention, &'static str)| Held {
                holder: person.id,
                body: body.id,
                position: reader.rank_before(person).or(person.title).filter(|_| named),
                holding: None,
                tokens: person.tokens.cover(body.tokens),
                rule,
            };
            of.or_else(ranked).into_iter().chain(group).map(held).collect::<Vec<_>>()
        })
    }

    /// The organization or country in "Oli of the Nepal River Guard" or "Oli, formerly of the Nepal River Guard".
    pub(super) fn of_name(&self, person: &Mention) -> Option<&'a Mention> {
        let end = person.tokens.end();
        let of = if self.lower(end) == "," { end + 1 + usize::from(self.is_now(end + 1)) } else { end };
        let at = of + 1 + usize::from(self.is(Class::DefiniteArticle, of + 1));
        // "Oli of the charity River Guard".
        let is_kind = self.lexicon.head_noun(&[self.lower(at)]).is_some() && self.name_over(at).is_none();
        let named = || self.name_at(at + 1).filter(|body| is_kind && body.entity_type.is_organization());
        let body = self.body_from(at).map(|(body, _)| body).or_else(named);
        let is_from = self.is(Class::From, of) && of == end;
        body.filter(|body| {
            let is_body = body.entity_type.is_organization();
            (self.is(Class::Of, of) && (of == end || is_body)) || (is_from && is_body)
        })
    }

    /// The organization in "Oli (River Guard)".
    fn bracketed(&self, person: &Mention) -> Option<&'a Mention> {
        let end = person.tokens.end();
        let body = self.name_at(end + 1).filter(|body| body.entity_type.is_organization())?;
        // "Andrés Manuel López Obrador (AMLO)".
        let initials: String = person.norm.split(' ').filter_map(|word| word.chars().next()).collect();
        let is_own = body.norm == initials;
        (!is_own && self.lower(end) == "(" && self.lower(body.tokens.end()) == ")").then_some(body)
    }

    /// The country in "Colonel Oli of Nepal", "Brig Gen (rtd) Tui from Fiji".
    fn country_of_rank(&self, person: &Mention) -> Option<&'a Mention> {
        self.rank_before(person)?;
        let end = person.tokens.end();
        let at = end + 1 + usize::from(self.is(Class::DefiniteArticle, end + 1));
        let land = self.name_at(at).filter(|land| land.entity_type == EntityType::COUNTRY && !land.is_demonym)?;
        let is_owner = self.is_owning(land.tokens.end());
        (matches!(self.lower(end), "of" | "from") && !is_owner).then_some(land)
    }

    /// The rank right before a name, possibly with an addition in brackets: "Brig Gen (rtd)".
    fn rank_before(&self, person: &Mention) -> Option<Span<TokenId>> {
        let start = person.tokens.start();
        let bracketed = start > 3 && self.lower_before(start) == ")" && self.lower(start - 3) == "(";
        let end = if bracketed { start - 3 } else { start };
        let is_rank = |at: usize| self.is(Class::Rank, at) && self.view.words[at] != self.view.lower[at];
        let first = (0..end).rev().take_while(|&at| is_rank(at)).last()?;
        Some(Span::new(first, end))
    }

    /// The group that belongs to a person: "Oli's Reform Party", "his Reform Party". It does not in "his Reform Party
    /// rivals".
    fn own_group(&self, person: &Mention) -> Option<&'a Mention> {
        let end = person.tokens.end();
        let possessive = match person.kind {
            MentionKind::Name => self.is_owning(end),
            MentionKind::Pronoun => matches!(self.lower(person.tokens.start()), "his" | "her"),
            MentionKind::Nominal => false,
        };
        let from = end + usize::from(person.kind == MentionKind::Name);
        let is_epithet =
            |at: usize| matches!(self.view.upos_at(at), Some(Upos::Adj | Upos::Noun)) && self.name_over(at).is_none();
        let at = (from..=from + MAX_EPITHETS).find(|&at| !is_epithet(at))?;
        let group = self.name_at(at).filter(|group| group.entity_type == EntityType::GROUP && possessive)?;
        let goes_on = matches!(self.view.upos_at(group.tokens.end()), Some(Upos::Noun | Upos::Propn));
        (!goes_on && self.lower(group.tokens.end()) != "'s").then_some(group)
    }
}
