//! Finds holders that a verb connects to an office: "Oli is the commander", "Oli was named ambassador".

use super::office_phrase::Phrase;
use super::office_reader::{Reader, is_person};
use crate::analysis::{Deprel, Upos};
use crate::language::Class;
use crate::mention::Mention;
use crate::ontology::EntityType;

/// The maximum number of words between commas between a name and "who": "Oli, too, who is".
const MAX_INSERTED: usize = 3;

impl<'a> Reader<'a> {
    /// The person who holds the office according to a verb before the phrase.
    pub(super) fn holder_by_verb(&self, phrase: &Phrase<'a>) -> Option<&'a Mention> {
        let verb = self.verb_before(phrase)?;
        if self.is(Class::Appointing, verb) {
            return self.appointed(verb);
        }
        if self.view.lemma_at(Some(verb)) != "be" {
            return None;
        }
        if self.lower_before(verb) != "who" {
            return self.person_ending_at(verb);
        }
        self.person_before_clause(verb - 1).or_else(|| self.person_of_clause(phrase))
    }

    /// The word before the phrase, skipping its article and "as": "appointed as the new".
    fn verb_before(&self, phrase: &Phrase<'a>) -> Option<usize> {
        let mut at = phrase.tokens.start();
        while at > 0 && (self.is_article(at - 1) || self.is_now(at - 1)) {
            at -= 1;
        }
        at.checked_sub(1 + usize::from(self.lower_before(at) == "as"))
    }

    /// The name before "who", possibly with an insertion: "Oli, who", "Oli, too, who".
    fn person_before_clause(&self, who: usize) -> Option<&'a Mention> {
        if self.lower_before(who) != "," {
            return self.person_ending_at(who);
        }
        let comma = who - 1;
        let is_adverb = |at: usize| self.view.upos_at(at) == Some(Upos::Adv);
        let is_inserted = |&at: &usize| self.lower(at) == "," && (at + 1..comma).all(is_adverb);
        (comma.saturating_sub(MAX_INSERTED)..=comma).filter(is_inserted).find_map(|at| self.person_ending_at(at))
    }

    /// The name that a relative clause with the office as its predicate explains.
    fn person_of_clause(&self, phrase: &Phrase<'a>) -> Option<&'a Mention> {
        let tree = self.tree?;
        let clauses = phrase.post.tokens.range().filter_map(|at| tree.dependency(at));
        let above = clauses.filter(|(label, _)| matches!(label, Deprel::AclRelcl | Deprel::AdvclRelcl));
        above.filter_map(|(_, at)| self.name_over(at)).find(|name| is_person(name))
    }

    /// The subject of "has been named"; nobody if the appointment is denied or has yet to happen.
    fn appointed(&self, verb: usize) -> Option<&'a Mention> {
        let tree = self.tree?;
        let children = || tree.children(verb);
        let is_fact = self.view.xpos_at(verb) == "VBN"
            && !children()
                .any(|at| self.view.xpos_at(at) == "MD" || matches!(self.lower(at), "not" | "n't" | "to" | "being"));
        let subject = children().find(|&at| tree.is_labelled(at, Deprel::NsubjPass)).filter(|_| is_fact)?;
        self.name_over(subject).filter(|name| is_person(name))
    }

    /// The country of the appointer: "was named ambassador by the Nepalese president, Oli".
    pub(super) fn appointing_country(&self, phrases: &[Phrase<'a>], index: usize) -> Option<&'a Mention> {
        let phrase = &phrases[index];
        let verb =
            self.verb_before(phrase).filter(|&verb| phrase.post.is_of_state && self.is(Class::Appointing, verb))?;
        let by = (verb..self.view.len()).find(|&at| self.lower(at) == "by")?;
        let start = by + 1 + usize::from(self.is_article(by + 1));
        let appointer = phrases[index..].iter().find(|other| other.tokens.start() == start);
        let land = appointer.and_then(|other| other.body).or_else(|| self.name_at(start));
        land.filter(|land| land.entity_type == EntityType::COUNTRY)
    }
}
