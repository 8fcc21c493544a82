//! Finds persons who hold the same office elsewhere: "her Peruvian counterpart, Rosa Quispe".

use super::office::Office;
use super::office_reader::{Reader, is_person};
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
        if !self.is(Class::Counterpart, at) || self.view.xpos_at(at) != "NN" {
            return None;
        }
        let land =
            self.owner_ending_at(at).filter(|land| land.is_demonym && land.entity_type == EntityType::COUNTRY)?;
        let start = land.tokens.start();
        if !matches!(self.lower_before(start), "his" | "her" | "their" | "'s" | "the") {
            return None;
        }
        let model = offices.iter().rev().find(|office| office.tokens.end() <= start);
        // Anyone has colleagues; only colleagues of an office holder count.
        if model.is_none() && !self.view.lemma_is(Class::OppositeNumber, at) {
            return None;
        }
        let tokens = Span::new(start, at + 1);
        let holder = self.named_after(at + 1).or_else(|| self.named_before(start))?;
        Some(Office {
            holder: holder.id,
            body: Some(land.id),
            land: Some(land.id),
            position: model.map_or(Span::new(at, at + 1), |office| office.position),
            tokens,
            portfolio: model.map_or(Vec::new(), |office| office.portfolio.clone()),
            is_bare_of_state: false,
            rule: "office-counterpart",
        })
    }

    /// "Her counterpart, Oli", "her counterpart Oli".
    fn named_after(&self, end: usize) -> Option<&'a Mention> {
        self.person_at(end + usize::from(self.lower(end) == ","))
    }

    /// "Oli, her counterpart".
    fn named_before(&self, start: usize) -> Option<&'a Mention> {
        let comma = start.checked_sub(2).filter(|&comma| self.lower(comma) == ",")?;
        self.person_ending_at(comma).filter(|person| is_person(person))
    }
}
