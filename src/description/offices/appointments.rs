//! Finds holders that a verb connects to an office: "Oli is the commander", "Oli was named ambassador".

use super::office_phrase::Phrase;
use super::office_reader::{Reader, is_person};
use crate::analysis::{Deprel, Upos};
use crate::language::Class;
use crate::mention::Mention;
use crate::ontology::EntityType;

/// The maximum number of words between commas between a name and "who": "Oli, too, who is".
const MAX_INSERTED: usize = 3;

/// The maximum number of steps up the tree from an office to the verb that gives it: "relieved of his duties as head".
const MAX_CLIMB: usize = 2;

impl<'a> Reader<'a> {
    /// The person who holds the office according to a verb before the phrase.
    pub(super) fn holder_by_verb(&self, phrase: &Phrase<'a>) -> Option<&'a Mention> {
        let verb = self.verb_before(phrase)?;
        if self.is(Class::Appointing, verb) {
            // Parsers may read "was elected president" as a copula with its predicate.
            return self.appointed(verb).or_else(|| self.subject_of(self.head_of(phrase)?));
        }
        if self.view.lemma_at(Some(verb)) != "be" {
            return self.holder_of_verb(phrase);
        }
        if self.lower_before(verb) != "who" {
            return self.person_ending_at(verb).or_else(|| self.subject_of(self.head_of(phrase)?));
        }
        self.person_before_clause(verb - 1).or_else(|| self.person_of_clause(phrase))
    }

    /// "Oli has been sworn in as the new head", "Tui appointed Oli as head", "Oli served as head".
    fn holder_of_verb(&self, phrase: &Phrase<'a>) -> Option<&'a Mention> {
        let tree = self.tree?;
        let mut start = phrase.tokens.start();
        while start > 0 && (self.is_article(start - 1) || self.is_now(start - 1)) {
            start -= 1;
        }
        let mut at = self.head_of(phrase)?;
        for _ in 0..MAX_CLIMB {
            at = tree.dependency(at).map(|(_, above)| above).filter(|&above| above < start)?;
            if self.is(Class::Appointing, at) {
                let is_passive = tree.has_child(at, Deprel::NsubjPass);
                return if is_passive { self.appointed(at) } else { self.appointee(at) };
            }
            if self.is(Class::Serving, at) && self.lower_before(start) == "as" {
                return self.subject_of(at);
            }
        }
        None
    }

    /// The word of the office on which its other words depend.
    fn head_of(&self, phrase: &Phrase<'a>) -> Option<usize> {
        let (tree, inside) = (self.tree?, phrase.post.tokens.range());
        inside.clone().find(|&at| tree.dependency(at).is_none_or(|(_, head)| !inside.contains(&head)))
    }

    /// The person who is the subject of a verb or of a predicate that is stated as a fact.
    fn subject_of(&self, at: usize) -> Option<&'a Mention> {
        let tree = self.tree?;
        let subject = tree.children(at).find(|&child| tree.is_labelled(child, Deprel::Nsubj))?;
        self.person_over(subject).filter(|_| self.is_fact(at))
    }

    /// The person whom somebody appoints: "the president has appointed Oli".
    fn appointee(&self, verb: usize) -> Option<&'a Mention> {
        let tree = self.tree?;
        let object = tree.children(verb).find(|&child| tree.is_labelled(child, Deprel::Obj))?;
        self.person_over(object).filter(|_| self.is_fact(verb))
    }

    /// Whether nothing denies the predicate or says that it is yet to happen.
    fn is_fact(&self, at: usize) -> bool {
        let Some(tree) = self.tree else { return false };
        let is_open = |child: usize| {
            self.view.xpos_at(child) == "MD" || matches!(self.lower(child), "not" | "n't" | "never" | "to" | "being")
        };
        !tree.children(at).any(is_open)
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
        let is_fact = self.view.xpos_at(verb) == "VBN" && self.is_fact(verb);
        // Parsers may miss that "was elected president" is passive.
        let is_passive =
            tree.children(verb).any(|at| self.is(Class::SingularPast, at) || tree.is_labelled(at, Deprel::AuxPass));
        let is_subject =
            |at: usize| tree.is_labelled(at, Deprel::NsubjPass) || (is_passive && tree.is_labelled(at, Deprel::Nsubj));
        let subject = tree.children(verb).find(|&at| is_subject(at)).filter(|_| is_fact)?;
        self.person_over(subject)
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
