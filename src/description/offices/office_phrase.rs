//! Finds what belongs to a position: the organization before it and the words after it.

use super::office_reader::Reader;
use super::position_nouns::Post;
use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::Span;

/// The maximum number of words of the position before its noun: "second deputy foreign and trade".
const MAX_MODIFIERS: usize = 7;

/// The maximum number of words between a country and its government: "Fiji's interim government".
const MAX_EPITHETS: usize = 4;

/// The maximum number of words in a portfolio after the noun.
const MAX_PORTFOLIO: usize = 9;

/// A position with its owner and its portfolio.
#[derive(Debug, Clone)]
pub(super) struct Phrase<'a> {
    pub(super) post: Post,
    /// From the owner to the end of the complement, without article.
    pub(super) tokens: Span<TokenId>,
    /// The same without organizations and countries.
    pub(super) position: Span<TokenId>,
    /// The most specific organization, or the country if no organization is named.
    pub(super) body: Option<&'a Mention>,
    /// The country or place that is named.
    pub(super) land: Option<&'a Mention>,
}

/// What follows a position noun: "of Health", "for Logistics at the Port Authority (PA)".
struct Complement<'a> {
    end: usize,
    /// Where the words of the position end, before the organization.
    position_end: usize,
    bodies: Vec<(&'a str, &'a Mention)>,
}

/// What comes before a position noun.
struct Front<'a> {
    start: usize,
    position_start: usize,
    owner: Option<&'a Mention>,
}

impl<'a> Reader<'a> {
    /// The phrases of all positions, in text order.
    pub(super) fn phrases(&self) -> Vec<Phrase<'a>> {
        let posts = self.posts();
        posts.iter().map(|&post| self.phrase(post, &posts)).collect()
    }

    /// "Former" in "the former Nepalese minister": words before the owner that say how the office is held.
    pub(super) fn holding_before(&self, phrase: &Phrase<'a>) -> Option<Span<TokenId>> {
        let start = phrase.tokens.start();
        let has_hyphen = self.lower_before(start) == "-";
        let end = start - usize::from(has_hyphen);
        let is_holding = |at: &usize| self.is(Class::OfficeHolding, *at);
        let first = (0..end).rev().take_while(is_holding).last()?;
        (phrase.position.start() > start).then(|| Span::new(first, end))
    }

    fn phrase(&self, post: Post, posts: &[Post]) -> Phrase<'a> {
        let front = self.front(post, posts);
        let complement = if post.is_rank {
            Complement { end: post.tokens.end(), position_end: post.tokens.end(), bodies: Vec::new() }
        } else {
            self.complement(post.tokens.end())
        };
        let complement = self.direct_complement(&front, &complement).unwrap_or(complement);
        let served: Vec<&Mention> = self.served(post, &complement);
        let body = self.body(post, front.owner, &served, &complement);
        let land = served.iter().copied().chain(front.owner).find(|body| body.entity_type.is_location());
        Phrase {
            post,
            tokens: Span::new(front.start, complement.end),
            position: Span::new(front.position_start, complement.position_end),
            body,
            land,
        }
    }

    /// "(Director River Guard)", ", Commander Third Brigade": an organization right after the noun.
    fn direct_complement(&self, front: &Front<'a>, complement: &Complement<'a>) -> Option<Complement<'a>> {
        let at = complement.end;
        let is_set_off = matches!(self.lower_before(front.start), "," | "(") && front.owner.is_none();
        let is_capital = self.view.words[at - 1] != self.view.lower[at - 1];
        let named = |body: &Mention| body.kind == MentionKind::Name && body.entity_type.is_organization();
        let (body, end) = self.body_from(at).filter(|(body, _)| named(body))?;
        let is_direct = is_set_off && is_capital && complement.bodies.is_empty() && complement.position_end == at;
        is_direct.then(|| Complement { end, position_end: at, bodies: vec![("of", body)] })
    }

    /// The organization of the phrase: the most specific one, otherwise the state.
    fn body(
        &self,
        post: Post,
        owner: Option<&'a Mention>,
        served: &[&'a Mention],
        complement: &Complement<'a>,
    ) -> Option<&'a Mention> {
        let is_state = |body: &&Mention| body.entity_type == EntityType::COUNTRY;
        // "Kenya's director of prosecutions" serves the state; "the Kenyan director" need not.
        let is_demonym = owner.is_some_and(|owner| owner.is_demonym);
        let has_portfolio = complement.position_end > post.tokens.end() && !post.is_rank && !is_demonym;
        // "The head of the Kenyan government".
        let heads_government = complement.end.checked_sub(1).is_some_and(|at| self.is(Class::Government, at));
        let of_state = post.is_of_state || has_portfolio || heads_government;
        let specific = served
            .iter()
            .copied()
            .find(|body| body.entity_type.is_organization())
            .or(owner.filter(|owner| owner.entity_type.is_organization()));
        let state = owner.filter(is_state).or_else(|| served.iter().copied().find(is_state)).filter(|_| of_state);
        // A country that is named is preferred to "the presidency", which is still to be resolved.
        let is_named = |body: &&Mention| body.kind == MentionKind::Name;
        specific.filter(is_named).or(state).or(specific)
    }

    /// The organizations and countries in the complement that the office serves. "Representative in Peru" gives a
    /// place and "ambassador to Peru" a destination, not the employer.
    fn served(&self, post: Post, complement: &Complement<'a>) -> Vec<&'a Mention> {
        let noun = self.lower(post.tokens.end() - 1);
        let is_envoy = post.tokens.range().any(|at| self.is(Class::Envoy, at));
        let serves_to = self.lexicon.is(Class::ServingTo, noun) && !is_envoy;
        let is_served = |preposition: &str, body: &Mention| match preposition {
            "to" => serves_to && !body.entity_type.is_location(),
            "in" | "at" | "within" | "with" => !body.entity_type.is_location(),
            "for" => !(is_envoy && body.entity_type.is_location()),
            _ => true,
        };
        complement.bodies.iter().filter(|(word, body)| is_served(word, body)).map(|(_, body)| *body).collect()
    }

    fn complement(&self, from: usize) -> Complement<'a> {
        // "Deputy Commissioner (Media) of the River Guard".
        let bracketed = self.behind_acronym(from);
        let from = if self.preposition(bracketed).is_some() { bracketed } else { from };
        let mut complement = Complement { end: from, position_end: from, bodies: Vec::new() };
        while let Some((preposition, behind)) = self.preposition(complement.end) {
            let at = behind + usize::from(self.is_article(behind));
            if let Some((body, end)) = self.body_from(at) {
                complement.bodies.push((preposition, body));
                complement.end = if body.entity_type.is_location() { self.lands_end(end) } else { end };
                continue;
            }
            let is_purpose = matches!(preposition, "of" | "for" | "on" | "in charge of");
            let end = self.portfolio_end(at, !complement.bodies.is_empty());
            if !is_purpose || end == at {
                break;
            }
            complement.end = end;
            if complement.bodies.is_empty() {
                complement.position_end = end;
            }
        }
        complement
    }

    /// The end of "Rewa and Serua" if its first country or place ends at `end`.
    fn lands_end(&self, end: usize) -> usize {
        let next = end + 1;
        let other = self.name_at(next).filter(|land| land.entity_type.is_location() && !land.is_demonym);
        let is_listed = matches!(self.lower(end), "and" | "&");
        let other = other.filter(|land| is_listed && !self.is_owning(land.tokens.end()));
        other.map_or(end, |land| land.tokens.end())
    }

    /// The preposition at `at` and the index of the token after it.
    fn preposition(&self, at: usize) -> Option<(&'static str, usize)> {
        if self.is(Class::In, at) && self.lower(at + 1) == "charge" && self.is(Class::Of, at + 2) {
            return Some(("in charge of", at + 3));
        }
        if self.lower(at) == "responsible" && self.lower(at + 1) == "for" {
            return Some(("in charge of", at + 2));
        }
        let known = ["of", "for", "to", "in", "at", "on", "with", "within", "from"];
        known.into_iter().find(|word| self.lower(at) == *word).map(|word| (word, at + 1))
    }

    /// The organization or country named from `at` on, with its end. In a chain of owners ("Peru's Ministry of
    /// Mines") it is the last one.
    pub(super) fn body_from(&self, at: usize) -> Option<(&'a Mention, usize)> {
        let body = self.thing_at(at)?;
        let end = self.behind_acronym(body.tokens.end());
        let possessive = self.is_owning(end);
        let next = end + usize::from(possessive);
        let inner = self.thing_at(next).filter(|_| possessive || body.entity_type.is_location());
        if let Some(inner) = inner.filter(|inner| inner.entity_type.is_organization()) {
            return Some((inner, self.behind_acronym(inner.tokens.end())));
        }
        // "The head of Fiji's transitional government" leads Fiji.
        let government =
            (next..next + MAX_EPITHETS).find(|&at| !self.is_epithet(at) && !self.is(Class::OfficeModifier, at));
        let government = government.filter(|&at| self.is(Class::Government, at) && !self.is_noun(at + 1));
        let is_land = body.entity_type == EntityType::COUNTRY && (possessive || body.is_demonym);
        if let Some(noun) = government.filter(|_| is_land) {
            return Some((body, noun + 1));
        }
        // "Peru's football federation" and "the Peruvian president's office" are organizations other than Peru.
        let is_owner = possessive || (body.is_demonym && self.is_noun(end));
        if is_owner && self.is(Class::PostOfState, next) && !possessive {
            // "Spokeswoman for the Peruvian minister who resigned": the relative clause describes the minister.
            let is_told_of = self.has_clause(next + 1);
            return (!is_told_of).then_some((body, next + 1));
        }
        (!is_owner).then_some((body, end))
    }

    /// The name of an organization, country or place that begins at `at`, or the description of an organization.
    fn thing_at(&self, at: usize) -> Option<&'a Mention> {
        let described = || {
            let starts = |mention: &&&Mention| mention.tokens.start() == at && mention.kind == MentionKind::Nominal;
            self.mentions.iter().find(starts).copied().filter(|mention| mention.entity_type.is_organization())
        };
        self.name_at(at)
            .filter(|body| body.entity_type.is_organization() || body.entity_type.is_location())
            .or_else(described)
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.view.upos_at(at), Some(Upos::Noun | Upos::Propn | Upos::Adj)) && self.name_over(at).is_none()
    }

    /// The end of a portfolio that no name covers: "Foreign Affairs and Trade", "culture and sports". If
    /// `is_capital`, only capitalized words count.
    pub(super) fn portfolio_end(&self, from: usize, is_capital: bool) -> usize {
        let is_word = |at: usize| {
            let is_plain =
                self.is_noun(at) && !is_capital && !self.is(Class::Calendar, at) && !self.is(Class::TimeWord, at);
            let is_named = self.view.is_name_word.get(at).copied().unwrap_or(false);
            // "For North American affairs".
            let is_adjective = |name: &Mention| name.is_demonym && self.is_noun(name.tokens.end());
            let is_free = |name: &Mention| self.is_region(name) || (is_adjective(name) && !is_capital);
            (is_plain || is_named) && self.name_over(at).is_none_or(is_free)
        };
        let mut at = from;
        while at - from < MAX_PORTFOLIO && is_word(at) {
            at += 1;
            while matches!(self.lower(at), "and" | "&" | "-" | ",") && is_word(at + 1) && self.goes_on(at, is_word) {
                at += 1;
            }
        }
        if self.has_clause(at) && self.is(Class::PostOfState, at - 1) { from } else { at }
    }

    /// Whether a relative clause at `at` describes the person right before it.
    fn has_clause(&self, at: usize) -> bool {
        matches!(self.lower(at), "who" | "whom" | "whose" | "that")
    }

    /// A place in a portfolio is a region: "for West Asia and North Africa".
    fn is_region(&self, name: &Mention) -> bool {
        name.entity_type == EntityType::PLACE && name.iso3166.is_none()
    }

    /// Whether a list continues after the comma or "and" at `at`. A comma needs an "and" later, and no person may
    /// follow.
    fn goes_on(&self, at: usize, is_word: impl Fn(usize) -> bool) -> bool {
        let is_person = self.person_at(at + 1).is_some();
        let is_like =
            self.view.words[at + 1] == self.view.lower[at + 1] || self.view.words[at - 1] != self.view.lower[at - 1];
        let closes = || {
            let end = (at + 1..self.view.len()).find(|&next| !is_word(next)).unwrap_or(self.view.len());
            end - at <= 4 && self.is(Class::And, end) && is_word(end + 1)
        };
        let is_post = self.is(Class::PostOfState, at + 1);
        !is_person && is_like && !is_post && (self.lower(at) != "," || closes())
    }

    pub(super) fn behind_acronym(&self, end: usize) -> usize {
        if self.lower(end) == "(" && self.lower(end + 2) == ")" { end + 3 } else { end }
    }

    /// The end of the name before a bracketed acronym that ends at `end`.
    fn before_acronym(&self, end: usize) -> usize {
        let bracketed = end > 3 && self.lower(end - 1) == ")" && self.lower(end - 3) == "(";
        if bracketed { end - 3 } else { end }
    }

    fn front(&self, post: Post, posts: &[Post]) -> Front<'a> {
        let first = post.tokens.start();
        let is_taken = |at: usize| posts.iter().any(|other| other.tokens.range().contains(&at));
        let mut at = first;
        while at > 0 && first - at < MAX_MODIFIERS && !is_taken(at - 1) && self.is_modifier(at - 1, at) {
            at -= 1;
        }
        while at < first && matches!(self.lower(at), "and" | "&" | "-") {
            at += 1;
        }
        let possessive = at > 0 && matches!(self.lower_before(at), "'s" | "'");
        let end = self.before_acronym(if possessive { at - 1 } else { at });
        if let Some(owner) = self.owner_of_clause(at) {
            return Front { start: at, position_start: at, owner: Some(owner) };
        }
        let owner = self.owner_ending_at(end).filter(|owner| self.owns(owner, possessive));
        let Some(owner) = owner else {
            let start = (at..first).find(|&word| !self.is_epithet(word)).unwrap_or(first);
            return Front { start, position_start: start, owner: None };
        };
        let sender = self.sender(post, owner);
        let position_start = sender.map_or(at, |_| owner.tokens.start());
        let position_start = (position_start..first).find(|&word| !self.is_epithet(word)).unwrap_or(position_start);
        let owner = sender.unwrap_or(owner);
        let is_fit = owner.entity_type != EntityType::COUNTRY || self.is_of_state(at, post);
        Front { start: owner.tokens.start(), position_start, owner: Some(owner).filter(|_| is_fit) }
    }

    /// "The River Guard, whose head": the owner of a position that begins at `start`.
    fn owner_of_clause(&self, start: usize) -> Option<&'a Mention> {
        let whose = start.checked_sub(1).filter(|&at| self.lower(at) == "whose")?;
        let end = self.before_acronym(whose - usize::from(self.lower_before(whose) == ","));
        self.owner_ending_at(end).filter(|owner| owner.entity_type.is_organization())
    }

    /// The country that sends an envoy to an organization: "Fiji's UN ambassador", "the Fijian UN envoy".
    fn sender(&self, post: Post, body: &Mention) -> Option<&'a Mention> {
        let start = body.tokens.start();
        let possessive = start > 0 && self.lower_before(start) == "'s";
        let sender = self.owner_ending_at(start - usize::from(possessive))?;
        let is_sender = sender.entity_type == EntityType::COUNTRY && (possessive || sender.is_demonym);
        let is_envoy = post.tokens.range().any(|at| self.is(Class::Envoy, at));
        (is_envoy && is_sender && body.entity_type.is_organization() && body.canonical.is_some()).then_some(sender)
    }

    /// Whether the mention right before a position owns it. "In Peru President Oli" does not say so.
    fn owns(&self, owner: &Mention, possessive: bool) -> bool {
        let before = self.lower_before(owner.tokens.start());
        let is_located =
            matches!(before, "in" | "at" | "near" | "to") && owner.entity_type.is_location() && !owner.is_demonym;
        match owner.kind {
            MentionKind::Name => possessive || !is_located,
            MentionKind::Nominal => owner.entity_type.is_organization(),
            MentionKind::Pronoun => matches!(self.lower(owner.tokens.start()), "its" | "their"),
        }
    }

    /// "Second", "deputy", "foreign", "Civil Affairs": words of a position that no name covers.
    fn is_modifier(&self, at: usize, next: usize) -> bool {
        if self.name_over(at).is_some() || self.is(Class::Calendar, at) || self.is(Class::TimeWord, at) {
            return false;
        }
        let is_word = |at: usize| {
            let is_noun = self.is_noun(at) && self.view.xpos_at(at) != "JJS";
            let is_number = self.view.xpos_at(at) == "CD" && at > 0 && self.view.is_name_word[at - 1]; // "Sector 3"
            is_noun
                || is_number
                || self.is(Class::OfficeModifier, at)
                || (self.view.is_name_word[at] && !self.view.opens_sentence(at))
        };
        if self.is_compound_epithet(at) {
            return true;
        }
        let is_joint = matches!(self.lower(at), "and" | "&" | "-") && at > 0 && at + 1 == next;
        if is_joint {
            let same_case = |a: usize, b: usize| {
                (self.view.words[a] == self.view.lower[a]) == (self.view.words[b] == self.view.lower[b])
            };
            let before = at - 1;
            let is_listed = self.lower(at) == "-" || (same_case(before, next) && self.view.xpos_at(before) != "NNS");
            return is_listed && self.name_over(before).is_none() && is_word(before);
        }
        is_word(at)
    }

    /// "Powerful", "longest-serving": says nothing of the position.
    fn is_epithet(&self, at: usize) -> bool {
        let is_small = self.view.words.get(at).is_some_and(|word| *word == self.view.lower[at]);
        let is_plain = is_small
            && self.view.upos_at(at) == Some(Upos::Adj)
            && !self.is(Class::OfficeModifier, at)
            && !self.is(Class::PostPortfolio, at);
        is_plain || self.is_compound_epithet(at)
    }

    /// Whether the word is one of the three of a compound with a participle: "longest-serving", "newly-elected".
    fn is_compound_epithet(&self, at: usize) -> bool {
        let is_small = |at: usize| self.view.words.get(at).is_some_and(|word| *word == self.view.lower[at]);
        let is_compound = |hyphen: usize| {
            let is_participle = matches!(self.view.xpos_at(hyphen + 1), "VBG" | "VBN");
            self.lower(hyphen) == "-" && is_participle && hyphen > 0 && is_small(hyphen - 1) && is_small(hyphen + 1)
        };
        is_compound(at) || is_compound(at + 1) || at.checked_sub(1).is_some_and(is_compound)
    }

    /// Whether the words between a country and a post leave it one of the state: "Peruvian foreign
    /// minister" is, "Peruvian opposition leader" and "Peruvian football federation president" are not.
    fn is_of_state(&self, start: usize, post: Post) -> bool {
        let has_ministry = post.tokens.range().any(|at| self.is(Class::PortfolioPost, at));
        (start..post.tokens.start()).all(|at| {
            let lower = self.lower(at);
            let is_body = self.lexicon.head_noun(&[lower]).is_some() && !self.is(Class::PostPortfolio, at);
            let is_other = !has_ministry && (is_body || self.is(Class::NotOfState, at));
            let is_capital = self.view.words[at] != lower;
            let is_plain =
                has_ministry || is_capital || self.is(Class::OfficeModifier, at) || self.is(Class::PostPortfolio, at);
            let is_small = matches!(lower, "and" | "&" | "-") || self.is_epithet(at);
            is_small || (is_plain && !is_other)
        })
    }
}
