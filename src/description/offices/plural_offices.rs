//! Finds positions in the plural and their holders: "the ambassadors of Peru and Fiji, Oli and Tui".

use super::office::Held;
use super::office_reader::Reader;
use crate::analysis::TokenId;
use crate::ids::MentionId;
use crate::language::Class;
use crate::lexicon::{Lexicon, WordView};
use crate::mention::Mention;
use crate::ontology::EntityType;
use crate::span::Span;

/// The maximum number of members in a list.
const MAX_LIST: usize = 12;

/// A position that several persons hold.
#[derive(Debug, Clone)]
pub(crate) struct SharedOffice {
    /// The words of the description, from the first owner to the end of the complement, without article.
    pub(crate) tokens: Span<TokenId>,
    /// The holders, in text order.
    pub(crate) holders: Vec<MentionId>,
    /// One entry per holder: the organization or country, if it is clear which one is whose.
    bodies: Vec<Option<MentionId>>,
    position: Span<TokenId>,
}

impl SharedOffice {
    /// The holders whose organization or country is clear.
    pub(super) fn held(&self) -> impl Iterator<Item = Held> {
        self.holders.iter().zip(&self.bodies).filter_map(|(&holder, &body)| {
            let (position, tokens) = (Some(self.position), self.tokens);
            Some(Held { holder, body: body?, position, holding: None, tokens, rule: "office-shared" })
        })
    }
}

/// Finds the positions in the plural whose holders are named after them.
pub(crate) fn find_shared_offices(view: &WordView<'_>, lexicon: &Lexicon, mentions: &[&Mention]) -> Vec<SharedOffice> {
    let reader = Reader { view, tree: None, lexicon, mentions };
    (0..view.len()).filter_map(|at| reader.shared_at(at)).collect()
}

/// A person in a list, with the organization or country named next to the name.
struct Listed<'a> {
    person: &'a Mention,
    body: Option<&'a Mention>,
    end: usize,
}

/// What connects a description to the list of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    None,
    Comma,
    /// "Including", "among them".
    Introduced,
}

impl<'a> Reader<'a> {
    fn shared_at(&self, at: usize) -> Option<SharedOffice> {
        let is_of_state = self.is_plural_post(at)?;
        let (start, position_start, mut owners) = self.owners_before(at);
        let portfolio = self.portfolio_behind(at + 1);
        let (end, behind) = self.owners_behind(portfolio);
        owners.extend(behind);
        let (list_start, joint) = self.list_start(end);
        let list = self.persons_from(list_start);
        let is_fit = |body: &&Mention| {
            body.entity_type.is_organization() || (is_of_state && body.entity_type == EntityType::COUNTRY)
        };
        let owners: Vec<&Mention> = owners.into_iter().filter(is_fit).collect();
        if !self.is_sound(&list, joint, owners.len()) {
            return None;
        }
        let body_of = |(index, listed): (usize, &Listed<'a>)| {
            let own = listed.body.filter(is_fit);
            let shared = match owners.len() {
                1 => owners.first().copied(),
                count if count == list.len() => owners.get(index).copied(),
                _ => None,
            };
            own.or(shared).map(|body| body.id)
        };
        let bodies = list.iter().enumerate().map(body_of).collect();
        let holders = list.iter().map(|listed| listed.person.id).collect();
        let position = Span::new(position_start, portfolio);
        Some(SharedOffice { tokens: Span::new(start, end), holders, bodies, position })
    }

    /// Whether the list names the holders. It does not in "to officials, Oli said" and "the ministers, Oli and Tui
    /// said".
    fn is_sound(&self, list: &[Listed<'a>], joint: Joint, owners: usize) -> bool {
        let Some(last) = list.last() else { return false };
        match joint {
            Joint::Introduced => true,
            Joint::None => list.len() > 1,
            Joint::Comma if list.len() == owners => owners > 1,
            Joint::Comma => {
                list.len() > 1 && matches!(self.lower(last.end), "," | "." | ";" | ")" | "-" | "--" | "–" | "—" | "")
            }
        }
    }

    /// Whether the word is a position in the plural, and if so, whether it is one of a state.
    fn is_plural_post(&self, at: usize) -> Option<bool> {
        let lemma = self.view.lemma_at(Some(at));
        let is_plural = matches!(self.view.xpos_at(at), "NNS" | "NNPS") && self.name_over(at).is_none();
        let is_head = self.lower(at) == "heads" && self.is(Class::Of, at + 1) && self.is(Class::Government, at + 2);
        let lemma = lemma.to_lowercase();
        let is_of_state = is_head || self.lexicon.is(Class::PostOfState, &lemma);
        let is_post = is_of_state || self.lexicon.is(Class::PostOfBody, &lemma);
        (is_plural && is_post).then_some(is_of_state)
    }

    /// "The Peruvian and Fijian foreign": returns where the description and the position begin, and the owners.
    fn owners_before(&self, at: usize) -> (usize, usize, Vec<&'a Mention>) {
        let mut position = at;
        while position > 0 && at - position < 4 && self.is_shared_modifier(position - 1) {
            position -= 1;
        }
        let (mut start, mut owners) = (position, Vec::new());
        let mut end = position - usize::from(position > 0 && self.lower_before(position) == "'s");
        while let Some(owner) = self
            .owner_ending_at(end)
            .filter(|owner| owner.entity_type.is_location() || owner.entity_type.is_organization())
        {
            owners.push(owner);
            start = owner.tokens.start();
            end = self.before_joint(start);
            if end == start {
                break;
            }
        }
        owners.reverse();
        (start, position, owners)
    }

    fn is_shared_modifier(&self, at: usize) -> bool {
        let is_portfolio = |at: usize| self.is(Class::PostPortfolio, at) && self.name_over(at).is_none();
        if self.is(Class::And, at) {
            return at > 0 && is_portfolio(at - 1) && is_portfolio(at + 1);
        }
        let is_word = self.is(Class::OfficeModifier, at) || is_portfolio(at) || self.view.is_name_word[at];
        is_word && self.name_over(at).is_none() && !self.is(Class::NotOfState, at)
    }

    /// Skips a comma or "and" before `start`.
    fn before_joint(&self, start: usize) -> usize {
        let mut at = start;
        while at > 0 && matches!(self.lower(at - 1), "and" | "," | "&") {
            at -= 1;
        }
        at
    }

    /// Skips a comma or "and" from `end` on.
    fn behind_joint(&self, end: usize) -> usize {
        let mut at = end;
        while matches!(self.lower(at), "and" | "," | "&") && at < end + 2 {
            at += 1;
        }
        at
    }

    /// The end of "of culture" after the noun.
    fn portfolio_behind(&self, at: usize) -> usize {
        if !matches!(self.lower(at), "of" | "for") {
            return at;
        }
        let start = at + 1 + usize::from(self.is_article(at + 1));
        let end = self.portfolio_end(start, false);
        if end == start { at } else { end }
    }

    /// "Of Peru and Fiji": returns the end of the list and its members.
    fn owners_behind(&self, at: usize) -> (usize, Vec<&'a Mention>) {
        let mut owners = Vec::new();
        if !matches!(self.lower(at), "of" | "from" | "for") {
            return (at, owners);
        }
        let (mut end, mut start) = (at, at + 1);
        while owners.len() < MAX_LIST {
            start += usize::from(self.is_article(start));
            let Some((owner, behind)) = self.body_from(start) else { break };
            owners.push(owner);
            end = behind;
            start = self.behind_joint(end);
            if start == end {
                break;
            }
        }
        (end, owners)
    }

    /// Where the list of names begins after a description that ends at `end`.
    fn list_start(&self, end: usize) -> (usize, Joint) {
        let has_comma = matches!(self.lower(end), "," | ":" | "-" | "--" | "–" | "—" | "(");
        let at = end + usize::from(has_comma);
        match (self.lower(at), self.lower(at + 1)) {
            ("including" | "namely" | "notably" | "particularly" | "especially", _) => (at + 1, Joint::Introduced),
            ("among", "them" | "whom" | "others") | ("such", "as") => (at + 2, Joint::Introduced),
            _ if has_comma => (at, Joint::Comma),
            _ => (at, Joint::None),
        }
    }

    fn persons_from(&self, from: usize) -> Vec<Listed<'a>> {
        let mut list = Vec::new();
        let mut at = from;
        while list.len() < MAX_LIST {
            let Some(listed) = self.listed_at(at) else { break };
            let end = listed.end;
            list.push(listed);
            at = self.behind_joint(end);
            if at == end {
                break;
            }
        }
        list
    }

    /// "Oli", "Oli of Nepal", "Fiji's Tui".
    fn listed_at(&self, at: usize) -> Option<Listed<'a>> {
        let owner =
            self.name_at(at).filter(|owner| owner.entity_type.is_location() || owner.entity_type.is_organization());
        let behind = owner.map(|owner| owner.tokens.end()).filter(|&end| self.is_owning(end));
        let person = self.person_at(behind.map_or(at, |end| end + 1))?;
        let of = self.of_name(person);
        let end = of.map_or(person.tokens.end(), |body| body.tokens.end());
        Some(Listed { person, body: behind.and(owner).or(of), end })
    }
}
