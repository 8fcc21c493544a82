//! Finds persons who hold the same office elsewhere: "her Peruvian counterpart, Rosa Quispe".

use super::office::Office;
use super::office_reader::{Reader, is_person};
use crate::analysis::{TokenId, Upos};
use crate::language::Class;
use crate::mention::Mention;
use crate::ontology::EntityType;
use crate::span::Span;

impl<'a> Reader<'a> {
    /// The offices of named counterparts. Each has the position of the person whose counterpart it is.
    pub(super) fn counterparts(&self, offices: &[Office]) -> Vec<Office> {
        (1..self.view.len()).filter_map(|at| self.counterpart(at, offices)).collect()
    }

    fn counterpart(&self, at: usize, offices: &[Office]) -> Option<Office> {
        let noun = self.peer_noun(at)?;
        let (land, start) = self.land_before(noun.start()).or_else(|| self.land_after(noun))?;
        let model = offices.iter().rev().find(|office| office.tokens.end() <= start);
        // Anyone has colleagues; only colleagues of an office holder count.
        if model.is_none() && !self.is_opposite(at) {
            return None;
        }
        let tokens = Span::new(start, land.tokens.end().max(noun.end()));
        let holder = self.named_after(tokens.end()).or_else(|| self.named_before(start))?;
        Some(Office {
            holder: holder.id,
            body: Some(land.id),
            land: Some(land.id),
            position: model.map_or(noun, |office| office.position),
            holding: None,
            tokens,
            portfolio: model.map_or(Vec::new(), |office| office.portfolio.clone()),
            is_bare_of_state: false,
            is_open: false,
            rule: "office-counterpart",
        })
    }

    /// "Counterpart", "colleague", "opposite number".
    fn peer_noun(&self, at: usize) -> Option<Span<TokenId>> {
        let is_noun = self.view.xpos_at(at) == "NN";
        let is_number = self.lower(at) == "number" && self.lower_before(at) == "opposite";
        let start = at - usize::from(is_number);
        (is_noun && (is_number || self.is(Class::Counterpart, at))).then(|| Span::new(start, at + 1))
    }

    fn is_opposite(&self, at: usize) -> bool {
        self.view.lemma_is(Class::OppositeNumber, at) || self.lower(at) == "number"
    }

    /// "Her visiting Peruvian counterpart": the country, and where the description begins behind its determiner.
    fn land_before(&self, noun: usize) -> Option<(&'a Mention, usize)> {
        let land = self.owner_ending_at(noun).filter(|land| land.entity_type == EntityType::COUNTRY)?;
        let mut start = land.tokens.start();
        if !self.opens_peer(start) && self.view.upos_at(start.checked_sub(1)?).is_some_and(|upos| upos != Upos::Noun) {
            start -= 1;
        }
        self.opens_peer(start).then_some((land, start))
    }

    /// "Her counterpart from Peru", "his opposite number in the Peruvian".
    fn land_after(&self, noun: Span<TokenId>) -> Option<(&'a Mention, usize)> {
        let start = noun.start();
        let is_of = matches!(self.lower(noun.end()), "from" | "of") && self.opens_peer(start);
        let land = self.name_at(noun.end() + 1).filter(|land| land.entity_type == EntityType::COUNTRY)?;
        is_of.then_some((land, start))
    }

    fn opens_peer(&self, start: usize) -> bool {
        matches!(self.lower_before(start), "his" | "her" | "their" | "'s" | "the")
    }

    /// "Her counterpart, Oli", "her counterpart Oli".
    fn named_after(&self, end: usize) -> Option<&'a Mention> {
        self.person_from(end + usize::from(self.lower(end) == ","))
    }

    /// "Oli, her counterpart".
    fn named_before(&self, start: usize) -> Option<&'a Mention> {
        let comma = start.checked_sub(2).filter(|&comma| self.lower(comma) == ",")?;
        self.person_ending_at(comma).filter(|person| is_person(person))
    }
}
