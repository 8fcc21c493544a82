//! Finds prepositional complements, including misattached ones.

use super::prepositions::Prepositions;
use super::syntax::Syntax;
use crate::analysis::Deprel;
use crate::language::Class;

/// The maximum number of words between a noun and "between": "a meeting in Lima two weeks ago between Oli and Tui".
const MAX_BEFORE_BETWEEN: usize = 10;

/// The maximum depth of nested nouns to search.
const MAX_HANGING: usize = 3;

impl Syntax<'_> {
    /// The nominals that depend on `token` with one of `prepositions`, in text order. If there are none, tries those
    /// of the verb's object, and then a name right after the word and the preposition.
    pub(super) fn with_preposition(&self, token: usize, prepositions: Prepositions<'_>) -> Vec<usize> {
        let own = self.hanging(token, prepositions);
        if !own.is_empty() {
            // "The forum at which Oli spoke"
            return own.into_iter().filter_map(|nominal| self.behind_relative(token, nominal)).collect();
        }
        // "The war ended a friendship between A and B": the friendship has its own two ends.
        let has_own_ends =
            |object: &usize| self.are(prepositions, Class::JoiningPreposition) && self.is(Class::Bond, *object);
        let object = || self.child_by(token, &[Deprel::Obj]).filter(|object| !has_own_ends(object));
        let of_object = || object().map(|object| self.hanging_in_list(object, prepositions));
        if self.is_verb(token)
            && !self.are(prepositions, Class::Of)
            && let Some(found) = of_object().filter(|found| !found.is_empty())
        {
            return found;
        }
        if let Some(found) = self.hanging_at_place(token, prepositions) {
            return found;
        }
        let end = self.names.name_at(token).map_or(token + 1, |name| name.tokens.end());
        if let Some(fronted) = self.fronted(token, prepositions) {
            return vec![fronted];
        }
        if let Some(found) = self.hanging_below(token, prepositions) {
            return found;
        }
        let is_next = self.is_among(prepositions, self.view.lower_at(Some(end)));
        let next = is_next.then(|| self.names.behind(end)).flatten();
        next.or_else(|| self.between_behind(token, prepositions)).into_iter().collect()
    }

    /// "Discussed aid and reconstruction efforts with Oli": the complement of the last of several objects.
    fn hanging_in_list(&self, object: usize, prepositions: Prepositions<'_>) -> Vec<usize> {
        let own = self.hanging(object, prepositions);
        if !own.is_empty() || !self.are(prepositions, Class::Together) {
            return own;
        }
        self.children_by(object, &[Deprel::Conj]).flat_map(|object| self.hanging(object, prepositions)).collect()
    }

    /// "Met in Lima with Oli": what parsers attach to a place belongs to the verb, because a place has no company.
    fn hanging_at_place(&self, verb: usize, prepositions: Prepositions<'_>) -> Option<Vec<usize>> {
        if !self.is_verb(verb) || !self.are(prepositions, Class::Together) {
            return None;
        }
        let is_place = |&at: &usize| self.names.name_at(at).is_some_and(|name| name.entity_type.is_location());
        let places = self.children_by(verb, &[Deprel::Obl]).filter(is_place);
        let found: Vec<usize> = places.flat_map(|place| self.hanging(place, prepositions)).collect();
        Some(found).filter(|found| !found.is_empty())
    }

    /// "A meeting in Lima two weeks ago between Oli and Tui": the first name behind the next "between", if no verb
    /// comes first.
    fn between_behind(&self, noun: usize, prepositions: Prepositions<'_>) -> Option<usize> {
        if self.is_verb(noun) || !self.are(prepositions, Class::JoiningPreposition) {
            return None;
        }
        let ends = |at: usize| self.is_verb(at) || matches!(self.view.lower[at].as_str(), "," | ";" | ":");
        let mut behind = (noun + 1..self.view.len().min(noun + MAX_BEFORE_BETWEEN)).take_while(|&at| !ends(at));
        let between = behind.find(|&at| self.is_among(prepositions, &self.view.lower[at]))?;
        let is_own = !(noun + 1..between).any(|at| {
            self.is(Class::Bond, at) || self.names.name_at(at).is_some_and(|name| !name.entity_type.is_location())
        });
        is_own.then(|| self.names.behind(between)).flatten()
    }

    /// The adverbial before a clause that the parser reads as its head: "During a forum, Oli praised".
    fn fronted(&self, verb: usize, prepositions: Prepositions<'_>) -> Option<usize> {
        let (label, head) = self.view.dependency(verb)?;
        let is_fronted = label == Deprel::Parataxis && head < verb && !self.is_verb(head);
        (is_fronted && self.is_among(prepositions, &self.preposition(head))).then_some(head)
    }

    /// Searches below the complements in between: "a pledge of ten dollars to Peru", "a visit by Oli to Peru",
    /// "training of officers of A by B". Skips those that may well have such a complement of their own.
    fn hanging_below(&self, token: usize, prepositions: Prepositions<'_>) -> Option<Vec<usize>> {
        if self.is_verb(token) || self.are(prepositions, Class::Of) || self.are(prepositions, Class::In) {
            return None;
        }
        let is_agent = self.are(prepositions, Class::By);
        let mut level = vec![token];
        for _ in 0..MAX_HANGING {
            level = level.iter().flat_map(|&at| self.children_by(at, &[Deprel::Nmod])).collect();
            level.retain(|&noun| !(self.are(prepositions, Class::JoiningPreposition) && self.is(Class::Bond, noun)));
            level.retain(|&noun| {
                let is_complement = self.has_preposition(Class::NounComplement, noun);
                let may_hold = is_complement && (is_agent || self.names.at(noun).is_none());
                may_hold || self.has_preposition(Class::By, noun)
            });
            let found: Vec<usize> = level.iter().flat_map(|&noun| self.hanging(noun, prepositions)).collect();
            if !found.is_empty() {
                return Some(found);
            }
        }
        None
    }

    fn hanging(&self, token: usize, prepositions: Prepositions<'_>) -> Vec<usize> {
        let labels = [Deprel::Obl, Deprel::Nmod, Deprel::OblAgent, Deprel::Obj, Deprel::Advcl, Deprel::Acl];
        let nominals = self.children_by(token, &labels);
        nominals.filter(|&nominal| self.is_among(prepositions, &self.preposition(nominal))).collect()
    }

    fn is_among(&self, prepositions: Prepositions<'_>, word: &str) -> bool {
        match prepositions {
            Prepositions::Class(class) => self.classes.is(class, word),
            Prepositions::Word(preposition) => preposition == word,
        }
    }

    /// Whether all the prepositions searched for are in this class.
    fn are(&self, prepositions: Prepositions<'_>, class: Class) -> bool {
        match prepositions {
            Prepositions::Class(other) => other == class,
            Prepositions::Word(preposition) => self.classes.is(class, preposition),
        }
    }
}
