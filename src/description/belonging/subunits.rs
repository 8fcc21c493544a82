//! Finds organizations inside organizations: "the 3rd brigade of the Nepali army", "Nepal River Guard Academy".

use super::surroundings::{Surroundings, is_agency, part_of};
use crate::description::DescribedLink;
use crate::language::Class;
use crate::mention::Mention;
use crate::ontology::EntityType;

impl Surroundings<'_> {
    /// The organization that the agency is a unit of, from its own name or from "of the" or "'s" next to it.
    pub(super) fn body_of(&self, agency: &Mention) -> Option<DescribedLink> {
        let beside = self.unit_of(agency).map(|army| part_of(agency, army, "unit-of", 0.9));
        let owner = || self.owning_body(agency).map(|owner| part_of(agency, owner, "unit-of-owner", 0.85));
        beside
            .or_else(owner)
            .or_else(|| self.named_for(agency).map(|whole| part_of(agency, whole, "body-in-name", 0.85)))
            .or_else(|| self.body_in_front(agency).map(|whole| part_of(agency, whole, "body-in-front", 0.85)))
    }

    /// The organization of states at the start of the name of its organ, if the article names it elsewhere: "the UN
    /// Security Council".
    fn body_in_front(&self, agency: &Mention) -> Option<&Mention> {
        let last = self.lower(agency.tokens.end() - 1);
        let length = agency.tokens.len().saturating_sub(1);
        let words = self.view.words_from(agency.tokens.start(), length);
        let known = self.lexicon.known_name(&words).map(|(_, meanings)| meanings).filter(|known| known.len() == 1);
        let body = known.map(|known| &known[0]).filter(|known| known.entity_type == EntityType::AGENCY)?;
        let is_it = |other: &&Mention| {
            is_agency(other) && other.nested_in.is_none() && other.canonical.as_ref() == Some(&body.canonical)
        };
        let is_organ = agency.canonical.is_some() && matches!(last, "assembly" | "council");
        self.all.iter().find(is_it).filter(|_| is_organ)
    }

    /// "The 3rd brigade of the Nepali army", "the Signal Unit of the River Guard".
    fn unit_of(&self, agency: &Mention) -> Option<&Mention> {
        let of = agency.tokens.end();
        let the = of + 1 + usize::from(self.view.is(Class::DefiniteArticle, of + 1));
        let is_joined = matches!(self.lower(of), "of" | "within" | "under");
        self.within.iter().copied().find(|other| is_joined && is_agency(other) && other.tokens.start() == the)
    }

    /// "The Nepal River Guard's Signal Unit".
    fn owning_body(&self, agency: &Mention) -> Option<&Mention> {
        let start = agency.tokens.start();
        let owns = |owner: &&Mention| is_agency(owner) && owner.tokens.end() + 1 == start && self.is_owning(start - 1);
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
