//! Finds organizations inside organizations: "the 3rd brigade of the Nepali army", "Nepal River Guard Academy".

use super::surroundings::{Surroundings, is_agency, part_of};
use crate::description::DescribedLink;
use crate::language::Class;
use crate::mention::Mention;

impl Surroundings<'_> {
    /// The organization that the agency is a unit of, from its own name or from "of the" or "'s" next to it.
    pub(super) fn body_of(&self, agency: &Mention) -> Option<DescribedLink> {
        let beside = self.unit_of(agency).map(|army| part_of(agency, army, "unit-of", 0.9));
        let owner = || self.owning_body(agency).map(|owner| part_of(agency, owner, "unit-of-owner", 0.85));
        beside
            .or_else(owner)
            .or_else(|| self.named_for(agency).map(|whole| part_of(agency, whole, "body-in-name", 0.85)))
    }

    /// "The 3rd brigade of the Nepali army".
    fn unit_of(&self, agency: &Mention) -> Option<&Mention> {
        let of = agency.tokens.end();
        let is_unit = agency.provenance.rule.as_str() == "numbered-unit";
        let of_the = self.lower(of) == "of" && self.lower(of + 1) == "the";
        let army = self.within.iter().copied().find(|other| is_agency(other) && other.tokens.start() == of + 2)?;
        (is_unit && of_the).then_some(army)
    }

    /// "The Nepal River Guard's Signal Unit".
    fn owning_body(&self, agency: &Mention) -> Option<&Mention> {
        let start = agency.tokens.start();
        let owns = |owner: &&Mention| {
            is_agency(owner) && owner.tokens.end() + 1 == start && matches!(self.lower(start - 1), "'s" | "'")
        };
        self.within.iter().copied().find(owns)
    }

    /// The organization in the article whose whole name is part of the agency's name: "Rewa Union" for the "Rewa
    /// Union Commission", "Royal Guard of Fiji" for the "Command of the Royal Guard of Fiji".
    fn named_for(&self, agency: &Mention) -> Option<&Mention> {
        let words: Vec<&str> = agency.norm.split(' ').collect();
        let is_unit = self.lexicon.head_noun(&words[words.len() - 1..]).is_some();
        let holds = |other: &&Mention| {
            let inner: Vec<&str> = other.norm.split(' ').collect();
            let rest = words.len().saturating_sub(inner.len());
            let behind = words.starts_with(&inner)
                && is_unit
                && !matches!(words[inner.len()..], [] | ["of" | "for" | "in" | "and" | "s", ..]);
            let ahead = words.ends_with(&inner)
                && matches!(words[..rest], [_, .., "of"] | [_, .., "of", "the"])
                && inner.len() > 1;
            let is_telling = inner.len() > 1 || other.provenance.rule.as_str().contains("acronym");
            rest > 0 && is_telling && (behind || ahead)
        };
        let names = self.all.iter().filter(|other| is_agency(other) && other.nested_in.is_none());
        names.filter(holds).max_by_key(|other| (other.norm.len(), std::cmp::Reverse(other.id)))
    }

    /// Whether the name describes a unit of another organization: "Command of the Royal Guard of Fiji". The country
    /// then belongs to that organization, not to the unit.
    pub(super) fn is_of_inner_body(&self, agency: &Mention) -> bool {
        let words: Vec<&str> = agency.norm.split(' ').collect();
        let is_of = |at: &usize| words[*at] == "of" && words.get(at + 1) == Some(&"the");
        let Some(of) = (1..words.len()).find(is_of) else { return false };
        words[of + 2..]
            .iter()
            .any(|word| self.lexicon.is(Class::Force, word) || self.lexicon.head_noun(&[word]).is_some())
    }
}
