//! Reads from the words around a trigger whether it states a fact, a plan or a denial.
//!
//! The status is read up the tree: first the trigger's own auxiliaries and negation, then each verb or noun that it
//! depends on. "Managed to meet" is a fact, "failed to meet" a denial, "hoped to meet" and "if they meet" plans
//! (after Karttunen 1971, Language 47(2), on implicative verbs). The word classes are in `language/en/classes.toml`.

use super::statement::Status;
use super::syntax::Syntax;
use super::trigger::Site;
use crate::analysis::{Deprel, Upos};
use crate::language::Class;

/// The maximum number of steps up the tree; words further away say nothing about the trigger.
const MAX_DEPTH: usize = 8;

/// Reads the status of triggers in one sentence.
pub(super) struct StatusReader<'a> {
    pub(super) syntax: Syntax<'a>,
}

impl StatusReader<'_> {
    pub(super) fn of(&self, site: Site) -> Status {
        match site {
            Site { verb: Some(verb), noun: None } => self.of_verb(verb, 0),
            Site { verb: Some(verb), noun: Some(noun) } if self.depends_on(verb, noun) => {
                weaker(self.of_noun(noun, 0), self.of_verb(verb, 0))
            }
            Site { verb: Some(verb), noun: Some(noun) } => weaker(self.beside_noun(noun), self.of_verb(verb, 0)),
            Site { verb: None, noun: Some(noun) } => self.of_noun(noun, 0),
            Site { verb: None, noun: None } => Status::Asserted,
        }
    }

    /// Whether the verb is in a clause of the noun, so that the verbs above the noun count too: "cancelled talks held
    /// by".
    fn depends_on(&self, verb: usize, noun: usize) -> bool {
        self.syntax.view.dependency(verb).is_some_and(|(_, head)| head == noun)
    }

    fn of_verb(&self, verb: usize, depth: usize) -> Status {
        let own = self.own(verb);
        if depth == MAX_DEPTH {
            return own;
        }
        let around = self.around_verb(verb, depth + 1);
        let status = match (around, own) {
            // "Did not fail to meet": a double negation is a fact only if the outer word is a refusal.
            (Around::Refusal(outer), own) => refuse(outer, own),
            (Around::Status(outer), own) => weaker(outer, own),
        };
        if status == Status::Planned && self.is_called_off(verb) { Status::Negated } else { status }
    }

    /// The status that auxiliaries, adverbs and the subject give the verb itself.
    fn own(&self, verb: usize) -> Status {
        let view = self.syntax.view;
        let children = || view.children(verb).filter(|&child| child < verb || view.upos_at(child) == Some(Upos::Part));
        // "No longer supports"
        let is_over = |child: usize| view.lower[child] == "longer" && child > 0 && view.lower[child - 1] == "no";
        let is_negated = children()
            .any(|child| self.syntax.is(Class::Negation, child) || view.lower[child] == "n't" || is_over(child));
        let subject = self.syntax.child_by(verb, &[Deprel::Nsubj, Deprel::NsubjPass]);
        if is_negated || subject.is_some_and(|subject| self.is_denied(subject)) {
            return Status::Negated;
        }
        let mut auxiliaries = self.syntax.children_by(verb, &[Deprel::Aux, Deprel::AuxPass]);
        // The parser may read the modal itself as the verb: "may" in "may visit".
        let is_modal = view.xpos_at(verb) == "MD" || auxiliaries.any(|child| view.xpos_at(child) == "MD");
        // "The army is to train them."
        let is_destined = self.is_infinitive_of_be(verb);
        let is_due = self.syntax.children_by(verb, &[Deprel::Mark]).any(|mark| self.syntax.is(Class::Intention, mark));
        let is_awaited = self
            .syntax
            .children_by(verb, &[Deprel::Mark, Deprel::Advmod])
            .any(|mark| self.syntax.classes.is(Class::Condition, &view.lower[mark]))
            && matches!(view.xpos_at(verb), "VBZ" | "VBP" | "VB");
        if is_modal || is_awaited || is_due || is_destined { Status::Planned } else { Status::Asserted }
    }

    fn is_perfect(&self, verb: usize) -> bool {
        let mut auxiliaries = self.syntax.children_by(verb, &[Deprel::Aux]);
        auxiliaries.any(|auxiliary| self.syntax.view.lemma_at(Some(auxiliary)) == "have")
    }

    fn is_infinitive_of_be(&self, verb: usize) -> bool {
        let mut forms = self.syntax.children_by(verb, &[Deprel::Cop, Deprel::Aux]);
        self.syntax.is_infinitive(verb) && forms.any(|form| self.syntax.view.lemma_at(Some(form)) == "be")
    }

    /// "No officer", "none of them", "neither minister".
    fn is_denied(&self, noun: usize) -> bool {
        let view = self.syntax.view;
        let is_denial = |token: usize| matches!(view.lower[token].as_str(), "no" | "none" | "neither" | "nobody");
        is_denial(noun) || self.syntax.children_by(noun, &[Deprel::Det, Deprel::CcPreconj]).any(is_denial)
    }

    /// What the words above a verb say about it.
    fn around_verb(&self, verb: usize, depth: usize) -> Around {
        let Some((label, head)) = self.syntax.view.dependency(verb) else {
            return Around::Status(Status::Asserted);
        };
        match label {
            // "Have both trained": the parser reads the auxiliary as a verb.
            Deprel::Xcomp if matches!(self.syntax.view.xpos_at(verb), "VBN") && !self.syntax.is_infinitive(verb) => {
                Around::Status(self.status_above(head, depth))
            }
            // "Is said to have met"
            Deprel::Xcomp if self.is_perfect(verb) => Around::Status(self.status_above(head, depth)),
            Deprel::Xcomp => self.under(self.past_particle(head), depth, Status::Planned),
            Deprel::Ccomp => self.under_report(head, depth),
            Deprel::Conj if self.syntax.is_bare(verb) => self.beside(head, depth),
            Deprel::Conj => match self.around_verb_once(head, depth) {
                Some(around) => around,
                None => Around::Status(Status::Asserted),
            },
            Deprel::Advcl => Around::Status(self.under_adverbial(verb, head, depth)),
            // "The contribution to providing help"
            Deprel::Acl if self.syntax.view.xpos_at(verb) == "VBG" && !self.is_plan(head) => {
                Around::Status(self.of_noun(head, depth))
            }
            // "She is the first minister to visit Peru"
            Deprel::Acl if self.syntax.is_infinitive(verb) && self.syntax.is_singled_out(head) => {
                Around::Status(self.own(head))
            }
            Deprel::Acl if self.syntax.is_infinitive(verb) => self.under_noun(head, depth),
            Deprel::Nsubj | Deprel::Csubj | Deprel::Obj | Deprel::Obl | Deprel::Nmod => {
                Around::Status(self.of_noun(verb, depth))
            }
            _ => Around::Status(Status::Asserted),
        }
    }

    /// The verb of "got round to", where the parser attaches the clause to the particle.
    fn past_particle(&self, head: usize) -> usize {
        let is_particle = matches!(self.syntax.view.lower[head].as_str(), "round" | "around");
        self.syntax.view.dependency(head).filter(|_| is_particle).map_or(head, |(_, verb)| verb)
    }

    fn around_verb_once(&self, verb: usize, depth: usize) -> Option<Around> {
        (depth < MAX_DEPTH).then(|| self.around_verb(verb, depth + 1))
    }

    /// The status of the first verb in a coordination, which a later verb without auxiliaries shares.
    fn beside(&self, first: usize, depth: usize) -> Around {
        Around::Status(if depth < MAX_DEPTH { self.of_verb(first, depth + 1) } else { Status::Asserted })
    }

    /// "Refused to", "managed to", "plans to": the verb above decides.
    fn under(&self, head: usize, depth: usize, otherwise: Status) -> Around {
        let above = self.status_above(head, depth);
        if self.syntax.is(Class::Refusal, head) {
            return Around::Refusal(above);
        }
        // "Left, allowing Peru to win": Peru won.
        let is_outcome = self.syntax.is(Class::Enabling, head)
            && self.syntax.view.xpos_at(head) == "VBG"
            && !self.syntax.view.has_child(head, Deprel::Aux);
        let is_begun = is_outcome || self.syntax.is(Class::Implicative, head) || self.syntax.view.xpos_at(head) == "MD";
        if is_begun {
            return Around::Status(above);
        }
        Around::Status(weaker(above, otherwise))
    }

    fn status_above(&self, head: usize, depth: usize) -> Status {
        if depth >= MAX_DEPTH {
            return Status::Asserted;
        }
        if self.syntax.is_verb(head) { self.of_verb(head, depth + 1) } else { self.own(head) }
    }

    /// "Denied that", "hopes that", "said that": a verb of reporting does not change the status.
    fn under_report(&self, head: usize, depth: usize) -> Around {
        let is_wish = self.syntax.is(Class::Wish, head) || self.syntax.is(Class::Intention, head);
        match () {
            () if self.syntax.is(Class::Denial, head) => Around::Refusal(self.status_above(head, depth)),
            () if is_wish => Around::Status(weaker(Status::Planned, self.status_above(head, depth))),
            // In "will say that they met", the meeting is not a plan.
            () => match self.around_verb_once(head, depth) {
                Some(Around::Status(Status::Planned)) => Around::Status(Status::Planned),
                _ => Around::Status(Status::Asserted),
            },
        }
    }

    /// "If", "without", "to": the status of an adverbial clause, according to the word that opens it.
    fn under_adverbial(&self, verb: usize, head: usize, depth: usize) -> Status {
        let view = self.syntax.view;
        let marks =
            || self.syntax.children_by(verb, &[Deprel::Mark, Deprel::Case]).map(|mark| view.lower[mark].as_str());
        let has = |class: Class| marks().any(|mark| self.syntax.classes.is(class, mark));
        match () {
            () if has(Class::Exclusion) => Status::Negated,
            // "Before heading to Peru, he met": he had yet to go.
            () if has(Class::Condition) && view.xpos_at(verb) == "VBG" && self.syntax.is(Class::SettingOut, verb) => {
                Status::Planned
            }
            // "Before visiting Peru, he met": the visit took place.
            () if has(Class::Condition) && view.xpos_at(verb) == "VBG" && self.is_past(head) => {
                self.status_above(head, depth)
            }
            () if has(Class::Condition) && matches!(view.xpos_at(verb), "VBZ" | "VBP" | "VB" | "VBG") => {
                Status::Planned
            }
            // "Never got round to training"
            () if view.xpos_at(verb) == "VBG" && self.syntax.is(Class::Implicative, head) => {
                self.status_above(head, depth)
            }
            () if has(Class::Hypothesis) => Status::Planned,
            () if marks().any(|mark| mark == "by") => self.status_above(self.main_verb(head), depth),
            // "Used the talks to accuse Peru"
            () if self.syntax.is_infinitive(verb) && self.syntax.is(Class::Implicative, head) => {
                self.status_above(head, depth)
            }
            // "Used to meet"
            () if head + 2 == verb && view.lower[head] == "used" => self.status_above(head, depth),
            () if self.syntax.is_infinitive(verb) => weaker(Status::Planned, self.status_above(head, depth)),
            () if self.is_finite(verb) => Status::Asserted,
            () => self.status_above(head, depth),
        }
    }

    /// The finite verb of the clause that contains an infinitive: "by signing" depends on it, not on what was hoped
    /// for.
    fn main_verb(&self, verb: usize) -> usize {
        let chain = std::iter::successors(Some(verb), |&at| match self.syntax.view.dependency(at)? {
            (Deprel::Conj | Deprel::Acl | Deprel::Xcomp | Deprel::Advcl | Deprel::Obj | Deprel::Obl, head) => {
                Some(head)
            }
            _ => None,
        });
        chain.take(MAX_DEPTH).find(|&at| self.syntax.is_verb(at) && self.is_finite(at)).unwrap_or(verb)
    }

    fn is_past(&self, verb: usize) -> bool {
        let past = |at: usize| self.syntax.view.xpos_at(at) == "VBD";
        past(verb) || self.syntax.children_by(verb, &[Deprel::Aux, Deprel::AuxPass]).any(past)
    }

    fn is_finite(&self, verb: usize) -> bool {
        let view = self.syntax.view;
        let finite = |token: usize| matches!(view.xpos_at(token), "VBD" | "VBZ" | "VBP" | "MD");
        finite(verb) || self.syntax.children_by(verb, &[Deprel::Aux, Deprel::AuxPass]).any(finite)
    }

    fn is_plan(&self, noun: usize) -> bool {
        [Class::Planning, Class::Will, Class::Failing, Class::Intention]
            .iter()
            .any(|&class| self.syntax.is(class, noun))
    }

    /// "The plan to", "the failure to": an infinitive after a noun.
    fn under_noun(&self, noun: usize, depth: usize) -> Around {
        if self.syntax.is(Class::Failing, noun) {
            return Around::Refusal(self.of_noun(noun, depth));
        }
        Around::Status(weaker(Status::Planned, self.of_noun(noun, depth)))
    }

    /// The status of an event named by a noun.
    fn of_noun(&self, noun: usize, depth: usize) -> Status {
        let own = self.beside_noun(noun);
        if depth >= MAX_DEPTH {
            return own;
        }
        weaker(own, self.above_noun(noun, depth + 1))
    }

    /// "No talks", "planned talks", "a cancelled visit", "will be in Peru".
    fn beside_noun(&self, noun: usize) -> Status {
        if self.syntax.view.has_child(noun, Deprel::Cop) {
            let said = self.own(noun);
            if said != Status::Asserted {
                return said;
            }
        }
        let describing =
            || self.syntax.children_by(noun, &[Deprel::Amod, Deprel::Compound, Deprel::Advmod, Deprel::Acl]);
        match () {
            () if self.is_denied(noun) || describing().any(|word| self.syntax.is(Class::Cancelling, word)) => {
                Status::Negated
            }
            () if describing()
                .any(|word| self.syntax.is(Class::Upcoming, word) || self.syntax.is(Class::Postponing, word)) =>
            {
                Status::Planned
            }
            () => Status::Asserted,
        }
    }

    fn is_definite(&self, noun: usize) -> bool {
        self.syntax.children_by(noun, &[Deprel::Det]).any(|det| self.syntax.view.lower[det] == "the")
    }

    fn is_owned(&self, noun: usize) -> bool {
        self.syntax.child_by(noun, &[Deprel::NmodPoss]).is_some()
    }

    /// Whether the event exists already, whatever the verb says: "to deepen the cooperation", "discussed Peru's
    /// invasion".
    fn is_there(&self, noun: usize, verb: usize) -> bool {
        if !self.syntax.is(Class::Lasting, noun) {
            return false;
        }
        if self.is_owned(noun) && self.syntax.is(Class::Discussing, verb) {
            return true;
        }
        let makes = [
            Class::Light,
            Class::Occurring,
            Class::Planning,
            Class::Wish,
            Class::Cancelling,
            Class::Refusal,
            Class::Getting,
            Class::Giving,
        ];
        !makes.iter().any(|&class| self.syntax.is(class, verb))
    }

    fn above_noun(&self, noun: usize, depth: usize) -> Status {
        let Some((label, head)) = self.syntax.view.dependency(noun) else { return Status::Asserted };
        let is_object =
            matches!(label, Deprel::Obj | Deprel::NsubjPass | Deprel::Nsubj | Deprel::Obl | Deprel::OblAgent);
        match label {
            Deprel::Conj => self.of_noun(head, depth),
            Deprel::Nmod if self.syntax.is(Class::Failing, head) => deny(self.of_noun(head, depth)),
            Deprel::Nmod if self.syntax.is(Class::Planning, head) => Status::Planned,
            // "A letter ahead of her trip"
            Deprel::Nmod if self.syntax.classes.is(Class::Ahead, &self.syntax.preposition(noun)) => Status::Planned,
            Deprel::Nmod if self.is_definite(noun) || self.is_owned(noun) => Status::Asserted,
            Deprel::Nmod => self.of_noun(head, depth),
            _ if is_object && self.syntax.is_verb(head) => self.under_verb(noun, label, head, depth),
            _ => Status::Asserted,
        }
    }

    /// The status that a verb gives to an event that depends on it: "cancelled talks", "called for talks".
    fn under_verb(&self, noun: usize, label: Deprel, verb: usize, depth: usize) -> Status {
        let preposition = self.syntax.preposition(noun);
        let status = self.of_verb(verb, depth);
        if matches!(label, Deprel::Obl | Deprel::OblAgent) {
            let prepares = [Class::Planning, Class::Arriving, Class::Travelling, Class::Wish, Class::Intention];
            let is_cause = self.is_owned(noun)
                && !prepares.iter().any(|&class| self.syntax.is(class, verb))
                && matches!(preposition.as_str(), "for" | "after" | "on" | "over" | "about" | "despite" | "because of");
            return match () {
                () if self.syntax.classes.is(Class::Exclusion, &preposition) => Status::Negated,
                // "Was criticised for her trip"
                () if is_cause => Status::Asserted,
                () if self.syntax.classes.is(Class::Prospect, &preposition) => Status::Planned,
                () if matches!(preposition.as_str(), "after" | "since" | "despite") => Status::Asserted,
                () if status == Status::Planned => Status::Planned,
                () => Status::Asserted,
            };
        }
        match () {
            // "The invasion failed": the invasion took place.
            () if label == Deprel::Nsubj && !self.syntax.is_passive(verb) => match () {
                () if self.syntax.is(Class::Occurring, verb) => status,
                () => Status::Asserted,
            },
            () if self.is_there(noun, verb) => Status::Asserted,
            () if self.syntax.is(Class::Cancelling, verb) || self.syntax.is(Class::Refusal, verb) => deny(status),
            () if [Class::Planning, Class::Wish, Class::Postponing]
                .iter()
                .any(|&class| self.syntax.is(class, verb)) =>
            {
                weaker(Status::Planned, status)
            }
            () if self.syntax.is(Class::Light, verb) || self.syntax.is(Class::Occurring, verb) => status,
            // "Will discuss the war between": a definite event is known to the reader, so it is not a plan.
            () if status == Status::Negated || self.is_definite(noun) => Status::Asserted,
            () => status,
        }
    }

    /// "Was to visit Peru but cancelled", "had planned to meet; the trip was called off".
    fn is_called_off(&self, verb: usize) -> bool {
        let chain = std::iter::successors(Some(verb), |&at| match self.syntax.view.dependency(at)? {
            (Deprel::Xcomp | Deprel::Advcl | Deprel::Conj, head) => Some(head),
            _ => None,
        });
        let joined =
            chain.take(MAX_DEPTH).flat_map(|at| self.syntax.children_by(at, &[Deprel::Conj, Deprel::Parataxis]));
        joined
            .into_iter()
            .any(|next| next > verb && self.syntax.is(Class::Cancelling, next) && self.own(next) == Status::Asserted)
    }
}

/// What the words above a verb do to its status.
enum Around {
    /// A refusal with this status, which reverses the verb's own status.
    Refusal(Status),
    /// This status, or the verb's own if that is further from a fact.
    Status(Status),
}

/// The status that is further from a fact.
fn weaker(a: Status, b: Status) -> Status {
    a.max(b)
}

/// "Refused to meet", "did not refuse to meet", "may refuse to meet".
fn refuse(outer: Status, own: Status) -> Status {
    match (outer, own) {
        (Status::Asserted, Status::Negated) | (Status::Negated, Status::Asserted) => Status::Asserted,
        (Status::Asserted, _) => Status::Negated,
        (Status::Planned, _) | (Status::Negated, _) => Status::Planned,
    }
}

/// The status of an event whose denial has this status.
fn deny(outer: Status) -> Status {
    refuse(outer, Status::Asserted)
}
