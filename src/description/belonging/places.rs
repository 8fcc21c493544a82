//! Finds places next to the country they lie in: "the Estonian capital, Tallinn", "Tartu, Estonia".

use super::surroundings::{Surroundings, is_country, part_of};
use crate::analysis::Upos;
use crate::description::DescribedLink;
use crate::language::Class;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;

/// The maximum number of words between a country and the noun of the place: "the Peruvian border and port city".
const MAX_BETWEEN: usize = 4;

impl<'a> Surroundings<'a> {
    /// The places in the sentence with the country or place that they lie in.
    pub(super) fn places(&self) -> Vec<DescribedLink> {
        let places = self.within.iter().copied().filter(|mention| is_place(mention));
        let told = places.filter_map(|place| {
            let (land, rule) = self.land_of(place)?;
            (land.id != place.id && land.norm != place.norm).then(|| part_of(place, land, rule, 0.85))
        });
        told.collect()
    }

    fn land_of(&self, place: &Mention) -> Option<(&'a Mention, &'static str)> {
        let described = self.described_before(place).or_else(|| self.described_behind(place));
        let described = described.map(|land| (land, "place-described"));
        let comma = || Some((self.behind_comma(place)?, "place-comma-country"));
        let within = || Some((self.behind_in(place)?, "place-in-country"));
        described.or_else(comma).or_else(within)
    }

    fn is_settlement(&self, at: usize) -> bool {
        let noun = self.lower(at);
        self.lexicon.is(Class::Populated, noun) || matches!(noun, "capital" | "port" | "metropolis" | "seaport")
    }

    /// "The Estonian capital, Tallinn", "Peru's port city of Ilo".
    fn described_before(&self, place: &Mention) -> Option<&'a Mention> {
        let start = place.tokens.start();
        let joint = usize::from(matches!(self.view.lower_at(start.checked_sub(1)), "," | "of"));
        let noun = start.checked_sub(1 + joint).filter(|&noun| self.is_settlement(noun))?;
        // "The capital of Peru, Lima".
        let mut at = noun;
        while at > 0 && noun - at < MAX_BETWEEN && self.is_between(at - 1) {
            at -= 1;
        }
        let possessive = at > 0 && matches!(self.view.lower_at(at.checked_sub(1)), "'s" | "'");
        self.land_ending_at(if possessive { at - 1 } else { at }).filter(|land| possessive || land.is_demonym)
    }

    fn is_between(&self, at: usize) -> bool {
        let is_word =
            matches!(self.view.upos_at(at), Some(Upos::Adj | Upos::Noun | Upos::Cconj)) || self.lower(at) == "-";
        is_word && !self.within.iter().any(|mention| mention.tokens.range().contains(&at))
    }

    /// "Ilo, a port in southern Peru", "Ilo, the Peruvian port", "Tartu, which lies in Estonia".
    fn described_behind(&self, place: &Mention) -> Option<&'a Mention> {
        let end = place.tokens.end();
        let is_apposition = self.lower(end) == "," && matches!(self.lower(end + 1), "a" | "an" | "the");
        let copula = matches!(self.lower(end), "is") && matches!(self.lower(end + 1), "a" | "an" | "the");
        let clause = usize::from(self.lower(end) == ",") + end;
        let lies = matches!(self.lower(clause), "which" | "that")
            && (self.view.lemma_at(Some(clause + 1)) == "lie"
                || matches!(self.lower(clause + 2), "located" | "situated"));
        if lies {
            let word = (clause + 2..clause + 4).find(|&at| self.lower(at) == "in")?;
            return self.land_from(word + 1);
        }
        if !is_apposition && !copula {
            return None;
        }
        let first = end + 1 + usize::from(is_apposition);
        let owner = self.land_at(first).filter(|land| land.is_demonym);
        let mut noun = owner.map_or(first, |land| land.tokens.end());
        let least = noun;
        while noun - least < MAX_BETWEEN && !self.is_settlement(noun) && self.is_between(noun) {
            noun += 1;
        }
        if !self.is_settlement(noun) {
            return None;
        }
        let has_land = matches!(self.lower(noun + 1), "of" | "in");
        owner.or_else(|| self.land_from(noun + 2).filter(|_| has_land))
    }

    /// "Tartu, Estonia", unless it is part of a list of places.
    fn behind_comma(&self, place: &Mention) -> Option<&'a Mention> {
        let (start, end) = (place.tokens.start(), place.tokens.end());
        let land =
            self.land_at(end + 1).filter(|land| is_country(land) && !land.is_demonym && self.lower(end) == ",")?;
        let behind = land.tokens.end();
        let next = behind + 1 + usize::from(matches!(self.lower(behind + 1), "and" | "or"));
        let is_listed_before = matches!(self.view.lower_at(start.checked_sub(1)), "," | "and" | "or")
            && self.land_ending_at(start - 1).is_some();
        let is_listed = matches!(self.lower(behind), "and" | "or" | "&" | "'s")
            || (self.lower(behind) == "," && self.land_at(next).is_some())
            || is_listed_before;
        (!is_listed).then_some(land)
    }

    /// "At Voi in Kenya". Without a preposition of place before it, "in Kenya" may say where something happens.
    fn behind_in(&self, place: &Mention) -> Option<&'a Mention> {
        let (start, end) = (place.tokens.start(), place.tokens.end());
        let is_settlement = end - start > 1 || !self.is_settlement(end);
        let before = self.view.lower_at(start.checked_sub(1));
        let is_located = matches!(before, "in" | "at" | "near" | "to" | "around" | "outside");
        let end = if is_settlement { end } else { end + 1 };
        let in_land = self.lower(end) == "in" || (self.lower(end) == "," && self.lower(end + 1) == "in");
        let word = end + usize::from(self.lower(end) == ",");
        self.land_from(word + 1).filter(|land| is_located && in_land && is_country(land) && !land.is_demonym)
    }

    /// The country or place named at `at`, skipping an article and a direction: "the southern Peru".
    fn land_from(&self, at: usize) -> Option<&'a Mention> {
        let at = at + usize::from(self.lower(at) == "the");
        let is_direction = |word: &str| {
            word.ends_with("ern") || word.starts_with("north") || word.starts_with("south") || word == "central"
        };
        let at = (at..at + 3).find(|&at| !(is_direction(self.lower(at)) || self.lower(at) == "-")).unwrap_or(at);
        self.land_at(at).filter(|land| !land.is_demonym)
    }

    fn land_at(&self, at: usize) -> Option<&'a Mention> {
        self.within.iter().copied().find(|land| land.entity_type.is_location() && land.tokens.start() == at)
    }

    fn land_ending_at(&self, end: usize) -> Option<&'a Mention> {
        self.within.iter().copied().find(|land| land.entity_type.is_location() && land.tokens.end() == end)
    }
}

fn is_place(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.entity_type == EntityType::PLACE
}
