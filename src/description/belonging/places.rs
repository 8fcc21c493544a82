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
        places.flat_map(|place| self.lands_of(place)).collect()
    }

    /// The larger places that the words around `place` name, each once: "the Iraqi city of Zakho in Dohuk province".
    fn lands_of(&self, place: &Mention) -> Vec<DescribedLink> {
        let described = self.described_before(place).or_else(|| self.described_behind(place));
        let beside = [
            (self.behind_comma(place), "place-comma-country"),
            (self.behind_in(place), "place-in-country"),
            (self.behind_of(place), "place-of-place"),
            (self.in_brackets(place), "place-brackets"),
        ];
        let beside = beside.into_iter().find(|(land, _)| land.is_some());
        let owner = self.owner_of(place).map(|land| (Some(land), "place-of-owner"));
        let capital = self.land_of_capital(place).filter(|_| described.is_none());
        let capital = capital.map(|land| (Some(land), "place-capital"));
        let told = std::iter::once((described, "place-described")).chain(beside).chain(owner).chain(capital);
        let mut lands: Vec<&Mention> = Vec::new();
        let mut links = Vec::new();
        for (land, rule) in told {
            let Some(land) = land.filter(|land| land.id != place.id && land.norm != place.norm) else { continue };
            if !lands.iter().any(|other| other.norm == land.norm) {
                lands.push(land);
                links.push(part_of(place, land, rule, 0.85));
            }
        }
        links
    }

    /// The country that the article names elsewhere, of which a place is called the capital: "in the capital, Lima".
    fn land_of_capital(&self, place: &Mention) -> Option<&'a Mention> {
        let start = place.tokens.start();
        let noun = start.checked_sub(1 + self.joint_before(start))?;
        // "The capital city of Lima".
        let noun = if self.view.is(Class::Capital, noun) { noun } else { noun.checked_sub(1)? };
        let words = self.view.words_from(start, place.tokens.len());
        let (_, meanings) = self.lexicon.known_name(&words).filter(|(length, _)| *length == words.len())?;
        let country = meanings.iter().find_map(|known| known.capital_of.as_ref())?;
        let is_it = |land: &&Mention| is_country(land) && land.canonical.as_ref() == Some(country);
        let named = self.all.iter().filter(|land| land.nested_in.is_none()).find(is_it);
        named.filter(|_| self.view.is(Class::Capital, noun))
    }

    /// The number of words that join a noun to the name behind it: "the capital, Lima", "the city of Lima".
    fn joint_before(&self, start: usize) -> usize {
        usize::from(matches!(self.view.lower_at(start.checked_sub(1)), "," | "of"))
    }

    /// "Sudan's troubled Darfur region", "Rewa's Nadi district".
    fn owner_of(&self, place: &Mention) -> Option<&'a Mention> {
        let end = place.tokens.end();
        let goes_on = matches!(self.view.upos_at(end), Some(Upos::Noun | Upos::Propn)) || self.lower(end) == "-";
        let start = place.tokens.start();
        let mut at = start;
        let is_word = |at: usize| self.is_between(at) || self.view.upos_at(at) == Some(Upos::Verb);
        while at > 0 && start - at < MAX_BETWEEN && !self.is_owning(at - 1) && is_word(at - 1) {
            at -= 1;
        }
        let owner = at.checked_sub(1).filter(|&mark| self.is_owning(mark))?;
        self.land_ending_at(owner).filter(|land| !land.is_demonym && (!goes_on || self.is_settlement(end)))
    }

    /// "The Nadi district of western Fiji". "The Rewa town of Nadi" is the other way round.
    fn behind_of(&self, place: &Mention) -> Option<&'a Mention> {
        let end = place.tokens.end();
        let last = self.lower(end - 1);
        let of = match () {
            () if self.is_settlement(end) && !self.is_town(end) => end + 1,
            () if self.lexicon.head_noun(&[last]) == Some(EntityType::PLACE) && place.tokens.len() > 1 => end,
            () => return None,
        };
        self.land_from(of + 1).filter(|_| self.view.is(Class::Of, of))
    }

    /// "Nadi (Fiji)".
    fn in_brackets(&self, place: &Mention) -> Option<&'a Mention> {
        let end = place.tokens.end();
        let land = self.land_at(end + 1).filter(|land| self.lower(end) == "(" && !land.is_demonym)?;
        (self.lower(land.tokens.end()) == ")").then_some(land)
    }

    /// Whether the noun is of a place too small to hold towns, whose name follows: "the Rewa town of Nadi".
    fn is_town(&self, at: usize) -> bool {
        self.view.is(Class::Town, at)
    }

    fn is_settlement(&self, at: usize) -> bool {
        let noun = self.lower(at);
        self.lexicon.is(Class::Populated, noun)
            || self.lexicon.is(Class::Capital, noun)
            || matches!(noun, "port" | "metropolis" | "seaport")
    }

    /// "The Estonian capital, Tallinn", "Peru's port city of Ilo".
    fn described_before(&self, place: &Mention) -> Option<&'a Mention> {
        let start = place.tokens.start();
        let joint = self.joint_before(start);
        let noun = start.checked_sub(1 + joint).filter(|&noun| self.is_settlement(noun))?;
        // "The capital of Peru, Lima".
        let mut at = noun;
        while at > 0 && noun - at < MAX_BETWEEN && self.is_between(at - 1) {
            at -= 1;
        }
        let possessive = at > 0 && matches!(self.view.lower_at(at.checked_sub(1)), "'s" | "'");
        // "The Rewa village of Nausori".
        let is_named =
            joint == 1 && at == noun && self.is_town(noun) && !matches!(self.lower(noun), "port" | "capital");
        self.land_ending_at(if possessive { at - 1 } else { at })
            .filter(|land| possessive || land.is_demonym || (is_named && self.view.is(Class::Of, start - 1)))
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
            let word = (clause + 2..clause + 4).find(|&at| self.view.is(Class::In, at))?;
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

    /// "Tartu, Estonia", "at Nadi, western Fiji", unless it is part of a list of places.
    fn behind_comma(&self, place: &Mention) -> Option<&'a Mention> {
        let (start, end) = (place.tokens.start(), place.tokens.end());
        let land = self.land_from(end + 1).filter(|land| self.lower(end) == "," && !land.is_demonym)?;
        let is_told = is_country(land) || land.tokens.start() > end + 1 || self.is_located(start);
        let behind = land.tokens.end();
        let next = behind + 1 + usize::from(matches!(self.lower(behind + 1), "and" | "or"));
        let is_listed_before = matches!(self.view.lower_at(start.checked_sub(1)), "," | "and" | "or")
            && self.land_ending_at(start - 1).is_some();
        // "Nadi, Rewa, Fiji" is one address.
        let ends_address =
            |last: &Mention| !is_country(land) && is_country(last) && !self.goes_on_listing(last.tokens.end());
        let is_listed = self.view.is(Class::ListCoordinator, behind)
            || self.view.is(Class::Possessive, behind)
            || (self.lower(behind) == "," && self.land_at(next).is_some_and(|last| !ends_address(last)))
            || is_listed_before;
        (is_told && !is_listed).then_some(land)
    }

    /// Whether a list may go on at `at`.
    fn goes_on_listing(&self, at: usize) -> bool {
        self.lower(at) == "," || self.view.is(Class::ListCoordinator, at)
    }

    /// Whether a preposition of place stands before `start`.
    fn is_located(&self, start: usize) -> bool {
        self.view.is(Class::Locative, start.checked_sub(1))
            || (self.view.is(Class::Of, start.checked_sub(1)) && start > 1 && self.is_settlement(start - 2))
    }

    /// "At Voi in Kenya", "the town of Nadi in western Fiji". Without a preposition of place before it, "in Kenya" may
    /// say where something happens.
    fn behind_in(&self, place: &Mention) -> Option<&'a Mention> {
        let (start, end) = (place.tokens.start(), place.tokens.end());
        let the = usize::from(self.view.lower_at(start.checked_sub(1)) == "the");
        let end = if self.is_settlement(end) { end + 1 } else { end };
        let word = end + usize::from(self.lower(end) == ",");
        let is_in = self.view.is(Class::In, word);
        self.land_from(word + 1).filter(|land| is_in && self.is_located(start - the) && !land.is_demonym)
    }

    /// The country or place named at `at`, skipping an article and a direction: "the southern Peru".
    fn land_from(&self, at: usize) -> Option<&'a Mention> {
        if let Some(land) = self.land_at(at) {
            return Some(land).filter(|land| !land.is_demonym); // "South Korea", "The Gambia"
        }
        let at = at + usize::from(self.view.is(Class::DefiniteArticle, at));
        let is_direction = |word: &str| {
            word.ends_with("ern") || word.starts_with("north") || word.starts_with("south") || word == "central"
        };
        // "The southern part of Peru".
        let is_part = matches!(self.lower(at + 1), "part" | "parts") && self.view.is(Class::Of, at + 2);
        let at = if is_part { at + 3 } else { at };
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
