//! Offices beside names: "Peru's Minister of Health, Lucio Mamani", "Oli, commander of the 3rd brigade".

use super::{Finding, Status, join};
use crate::analysis::TokenId;
use crate::ids::MentionId;
use crate::mention::{Lexicon, Mention, MentionKind, SentenceView};
use crate::ontology::{EntityType, RelationType};
use crate::span::Span;

/// An office with the person who holds it and the body it belongs to.
#[derive(Debug, Clone)]
pub(super) struct Office {
    pub(super) holder: MentionId,
    /// `None` if the sentence names no body, or only a place.
    body: Option<MentionId>,
    /// The words of the position, without body: "second vice president", "Minister of Health".
    position: Span<TokenId>,
    /// The whole phrase without the holder, from an owner in front to the end of the complement.
    pub(super) tokens: Span<TokenId>,
    rule: &'static str,
}

/// Offices whose "to COUNTRY" is where they are sent, not whom they serve.
const ENVOYS: [&str; 6] = ["ambassador", "envoy", "commissioner", "consul", "representative", "chargé"];

/// Finds the offices in a sentence that have a holder, in text order.
pub(super) fn find_offices(view: &SentenceView<'_>, lexicon: &Lexicon, mentions: &[&Mention]) -> Vec<Office> {
    let titles = mentions.iter().filter(|mention| is_office(mention)).map(|mention| mention.tokens);
    let finder = Finder { view, lexicon, mentions };
    let mut offices: Vec<Office> = Vec::new();
    for title in titles {
        let holders: Vec<MentionId> = offices.iter().map(|office| office.holder).collect();
        offices.extend(finder.office_at(title, &holders));
    }
    offices
}

fn is_office(mention: &Mention) -> bool {
    mention.kind == MentionKind::Nominal && mention.entity_type == EntityType::PERSON
}

/// The statements that offices make.
pub(super) fn findings(view: &SentenceView<'_>, offices: &[Office]) -> Vec<Finding> {
    let finding = |office: &Office| {
        Some(Finding {
            relation: RelationType::AFFILIATED_WITH,
            subject: office.holder,
            object: office.body?,
            status: Status::Asserted,
            attributes: [("position", join(view.slice(office.position)))].into(),
            trigger: view.sentence().bytes(office.position),
            rule: office.rule.into(),
            path: "office beside name".to_owned(),
            confidence: 0.9,
        })
    };
    offices.iter().filter_map(finding).collect()
}

struct Finder<'a> {
    view: &'a SentenceView<'a>,
    lexicon: &'a Lexicon,
    mentions: &'a [&'a Mention],
}

/// What stands behind a title: "of Health", "of the Liberia River Guard".
struct Complement<'a> {
    end: usize,
    /// Where the position's words end, before the body.
    position_end: usize,
    bodies: Vec<(&'a str, &'a Mention)>,
}

impl<'a> Finder<'a> {
    /// The office with this title; nobody among `holders` of earlier offices gets another.
    fn office_at(&self, title: Span<TokenId>, holders: &[MentionId]) -> Option<Office> {
        let complement = self.complement(title.end());
        let (start, position_start, owner) = self.owner(title.start());
        let tokens = Span::new(start, complement.end);
        let (holder, rule) = self.holder(tokens, title, holders)?;
        let is_envoy = ENVOYS.contains(&self.view.lower_at(Some(title.end() - 1)));
        // "Representative in Peru" says where, "ambassador to Peru" to whom, not whose.
        let is_served = |preposition: &str, body: &Mention| {
            let is_land = matches!(body.entity_type, EntityType::COUNTRY | EntityType::PLACE);
            let is_host = is_envoy && preposition == "to";
            !(is_host || (is_land && matches!(preposition, "in" | "at")))
        };
        let served = complement.bodies.iter().filter(|(preposition, body)| is_served(preposition, body));
        let specific = served.clone().find(|(_, body)| body.entity_type != EntityType::COUNTRY);
        let body = specific.map(|(_, body)| *body).or(owner).or_else(|| served.clone().next().map(|(_, body)| *body));
        let position = Span::new(position_start, complement.position_end.max(title.end()));
        Some(Office { holder: holder.id, body: body.map(|body| body.id), position, tokens, rule })
    }

    fn name_at(&self, start: usize) -> Option<&'a Mention> {
        let index = self.mentions.binary_search_by_key(&start, |mention| mention.tokens.start()).ok()?;
        Some(self.mentions[index]).filter(|mention| mention.kind == MentionKind::Name)
    }

    fn name_ending_at(&self, end: usize) -> Option<&'a Mention> {
        let behind = self.mentions.partition_point(|mention| mention.tokens.start() < end);
        let last = *self.mentions[..behind].last()?;
        (last.kind == MentionKind::Name && last.tokens.end() == end).then_some(last)
    }

    /// Reads "of River Safety of Oshana", "for Logistics at the Port Authority (PA)".
    fn complement(&self, from: usize) -> Complement<'a> {
        let mut complement = Complement { end: from, position_end: from, bodies: Vec::new() };
        while let Some(preposition) = self.preposition_at(complement.end) {
            let mut at = complement.end + 1;
            if matches!(self.view.lower_at(Some(at)), "the" | "a" | "an") {
                at += 1;
            }
            if let Some(body) = self.name_at(at).filter(|body| body.entity_type != EntityType::PERSON) {
                complement.bodies.push((preposition, body));
                complement.end = self.behind_acronym(body.tokens.end());
            } else if matches!(preposition, "of" | "for") && complement.bodies.is_empty() {
                let end = self.portfolio_end(at);
                if end == at {
                    break;
                }
                complement.end = end;
                complement.position_end = end;
            } else {
                break;
            }
        }
        complement
    }

    fn preposition_at(&self, at: usize) -> Option<&'static str> {
        ["of", "for", "to", "in", "at"].into_iter().find(|preposition| self.view.lower_at(Some(at)) == *preposition)
    }

    /// The end of "Foreign Affairs and Trade", which no mention covers.
    fn portfolio_end(&self, from: usize) -> usize {
        let is_word =
            |at: usize| self.view.is_name_word.get(at).copied().unwrap_or(false) && self.name_at(at).is_none();
        let mut at = from;
        while is_word(at) || (at > from && matches!(self.view.lower_at(Some(at)), "and" | "&" | "-") && is_word(at + 1))
        {
            at += 1;
        }
        at
    }

    fn behind_acronym(&self, end: usize) -> usize {
        let bracketed = self.view.lower_at(Some(end)) == "(" && self.view.lower_at(Some(end + 2)) == ")";
        if bracketed { end + 3 } else { end }
    }

    /// What stands in front of a title: the phrase's start, the position's start, the owning body.
    fn owner(&self, title_start: usize) -> (usize, usize, Option<&'a Mention>) {
        let mut at = title_start;
        while at > 0 && self.is_position_word(at - 1) {
            at -= 1;
        }
        let possessive = at > 0 && matches!(self.view.words[at - 1].as_str(), "'s" | "'");
        let end = self.before_acronym(if possessive { at - 1 } else { at });
        match self.name_ending_at(end).filter(|name| name.entity_type != EntityType::PERSON) {
            Some(owner) => (owner.tokens.start(), at, Some(owner)),
            None => (at, at, None),
        }
    }

    /// The end of the name in front of a bracketed acronym that ends at `end`.
    fn before_acronym(&self, end: usize) -> usize {
        let bracketed = end > 3 && self.view.words[end - 1] == ")" && self.view.words[end - 3] == "(";
        if bracketed { end - 3 } else { end }
    }

    /// "second", "deputy", or a capitalised portfolio that is no name: "Foreign", "Civil Affairs".
    fn is_position_word(&self, at: usize) -> bool {
        let behind = self.mentions.partition_point(|mention| mention.tokens.start() <= at);
        let in_name = self.mentions[..behind]
            .last()
            .is_some_and(|mention| mention.kind == MentionKind::Name && mention.tokens.end() > at);
        let word = self.view.is_name_word[at] && !self.view.opens_sentence(at);
        !in_name && (word || self.lexicon.is("office", &self.view.lower[at]))
    }

    /// The person whose office this is. Behind an article the name in front is meant ("Oli, the
    /// commander of"), else the name behind it.
    fn holder(
        &self,
        phrase: Span<TokenId>,
        title: Span<TokenId>,
        holders: &[MentionId],
    ) -> Option<(&'a Mention, &'static str)> {
        let free = |person: &&Mention| !holders.contains(&person.id);
        let before = || self.holder_before(phrase).filter(free).map(|person| (person, "office-after-name"));
        let behind = || self.holder_behind(phrase, title).map(|person| (person, "office-before-name"));
        let has_article = phrase.start() > 0
            && matches!(self.view.lower[phrase.start() - 1].as_str(), "the" | "a" | "an" | "its" | "their");
        if has_article { before().or_else(behind) } else { behind().or_else(before) }
    }

    fn holder_before(&self, phrase: Span<TokenId>) -> Option<&'a Mention> {
        let article = matches!(
            self.view.lower_at(phrase.start().checked_sub(1)),
            "the" | "a" | "an" | "its" | "their" | "his" | "her"
        );
        let comma = phrase.start().checked_sub(1 + usize::from(article))?;
        let name = self.name_ending_at(comma).filter(|name| name.entity_type == EntityType::PERSON)?;
        let closes =
            matches!(self.view.lower_at(Some(phrase.end())), "," | "." | "" | "and" | ")" | ";" | "said" | "who");
        (self.view.words[comma] == "," && closes).then_some(name)
    }

    fn holder_behind(&self, phrase: Span<TokenId>, title: Span<TokenId>) -> Option<&'a Mention> {
        let comma = usize::from(self.view.lower_at(Some(phrase.end())) == ",");
        let start = phrase.end() + comma;
        let person = self.mentions.iter().copied().find(|mention| {
            let first = mention.title.map_or(mention.tokens.start(), Span::start);
            let begins = first == start || (mention.title == Some(title) && phrase.end() == title.end());
            mention.kind == MentionKind::Name && mention.entity_type == EntityType::PERSON && begins
        })?;
        let own = person.title.is_none_or(|own| own == title || own.start() >= phrase.end());
        own.then_some(person)
    }
}
