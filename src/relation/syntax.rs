//! Finds the deep arguments of a dependency tree: who does what to whom, in any construction.
//!
//! "X trained Y", "Y was trained by X", "Y, trained by X", "X, who trained Y", "X agreed to train Y" and "X arrived
//! and trained Y" all have the subject X and the object Y. Rules mention only these arguments, so one rule covers all
//! constructions.

use super::name_index::NameIndex;
use super::prepositions::Prepositions;
use super::token_classes::TokenClasses;
use crate::analysis::{Deprel, Upos};
use crate::language::{Class, ClassId, WordClasses};
use crate::lexicon::SentenceView;
use crate::ontology::EntityType;

/// The maximum number of words of a predicate that single somebody out: "the very first Fijian minister".
const MAX_SINGLED: usize = 6;

/// The maximum number of steps from a verb up to the verb whose subject it shares: "agreed to try to help train".
const MAX_CONTROL: usize = 5;

/// The verb between a predicate in front and its subject.
const COPULA: &str = "be";

/// The maximum number of words between a predicate and the "be" after it: "present at the opening of the bridge were".
const MAX_INVERTED: usize = 9;

/// The maximum number of words between "who" and the name of a person: "Oli of Peru, who".
const MAX_TO_PERSON: usize = 5;

/// A sentence with its tree, searched for deep arguments. Tokens are 0-based.
#[derive(Clone, Copy)]
pub(super) struct Syntax<'a> {
    pub(super) view: &'a SentenceView<'a>,
    pub(super) classes: &'a WordClasses,
    pub(super) token_classes: &'a TokenClasses,
    pub(super) names: &'a NameIndex<'a>,
}

impl<'a> Syntax<'a> {
    /// Whether the token is in the class with its lemma, its form, or its lemma and a particle.
    pub(super) fn is(&self, class: impl Into<ClassId>, token: usize) -> bool {
        self.token_classes.contains(class, token)
    }

    pub(super) fn children_by(&self, token: usize, labels: &'a [Deprel]) -> impl Iterator<Item = usize> + 'a {
        let view = self.view;
        view.children(token).filter(move |&child| labels.iter().any(|&label| view.is_labelled(child, label)))
    }

    pub(super) fn child_by(&self, token: usize, labels: &'a [Deprel]) -> Option<usize> {
        self.children_by(token, labels).next()
    }

    pub(super) fn is_verb(&self, token: usize) -> bool {
        matches!(self.view.upos_at(token), Some(Upos::Verb | Upos::Aux))
    }

    /// The preposition of a nominal: "on", "out of"; "" if it has none.
    pub(super) fn preposition(&self, token: usize) -> String {
        let cases = self.children_by(token, &[Deprel::Case]).filter(|&case| case < token);
        let words = cases.flat_map(|case| std::iter::once(case).chain(self.children_by(case, &[Deprel::Fixed])));
        let words = words.filter(|&word| !self.view.is(Class::Possessive, word));
        let case = words.map(|word| self.view.lower[word].as_str()).collect::<Vec<_>>().join(" ");
        if !case.is_empty() {
            return case;
        }
        // In "by President Oli", parsers attach "by" to the title.
        self.names.preposition_before(token).unwrap_or_default().to_owned()
    }

    /// Whether the nominal has a preposition of the class.
    pub(super) fn has_preposition(&self, class: Class, token: usize) -> bool {
        self.classes.is(class, &self.preposition(token))
    }

    /// Whether the verb is passive: "was trained", "officers trained by".
    pub(super) fn is_passive(&self, verb: usize) -> bool {
        let view = self.view;
        if self.child_by(verb, &[Deprel::AuxPass, Deprel::NsubjPass]).is_some() {
            return true;
        }
        let is_participle = matches!(view.xpos_at(verb), "VBN" | "VBD") && view.upos_at(verb) == Some(Upos::Verb);
        if !is_participle || view.has_child(verb, Deprel::Aux) {
            return false;
        }
        // "X, organised by Y, began": the parser may read X as the subject of the participle.
        let has_agent = || self.agent(verb).is_some() && !view.has_child(verb, Deprel::Obj);
        if view.has_child(verb, Deprel::Nsubj) {
            return view.xpos_at(verb) == "VBN" && has_agent();
        }
        match view.dependency(verb) {
            Some((Deprel::Acl | Deprel::Advcl, _)) if view.xpos_at(verb) == "VBN" => !view.has_child(verb, Deprel::Obj),
            // "was received and briefed by": the second participle shares the auxiliary.
            Some((Deprel::Conj, first)) if self.is_verb(first) => {
                let is_like = view.xpos_at(verb) == "VBN" && view.xpos_at(first) == "VBN";
                (is_like || has_agent()) && self.is_passive(first)
            }
            _ => has_agent(),
        }
    }

    /// The grammatical subject, found through coordinated verbs, control, relative clauses and participles.
    pub(super) fn surface_subject(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..MAX_CONTROL {
            if let Some(own) = self.own_subject(at) {
                return Some(own);
            }
            let (label, head) = self.view.dependency(at)?;
            if let Some(plan) = self.addressed_plan(at) {
                return self.owner_of_plan(plan);
            }
            at = match label {
                Deprel::Conj | Deprel::Advcl | Deprel::Parataxis if self.has_own_clause(at, label) => return None,
                // "A hospital, equipped by X and visited by Y": the participle is coordinated with a noun.
                Deprel::Conj if !self.is_verb(head) && self.is_passive(at) => return Some(head),
                Deprel::Conj | Deprel::Advcl => head,
                Deprel::Xcomp if self.is(Class::ObjectControl, head) => {
                    match self.child_by(head, &[Deprel::Obj, Deprel::Iobj]) {
                        Some(object) => return Some(object),
                        None => head,
                    }
                }
                Deprel::Xcomp => head,
                // "Avoided visiting Peru": the gerund is an object.
                Deprel::Obj if self.view.xpos_at(at) == "VBG" => head,
                Deprel::Acl if self.is_infinitive(at) && self.shares_subject(head) => head,
                Deprel::Acl if self.is_infinitive(at) => return self.owner_of_plan(head),
                Deprel::Acl => return Some(head),
                _ => return None,
            };
        }
        None
    }

    /// The subject that depends on `verb` itself; for "who", the noun that the relative clause modifies.
    fn own_subject(&self, verb: usize) -> Option<usize> {
        let labels = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter];
        let subject = self.child_by(verb, &labels).or_else(|| self.name_before(verb));
        let subject = subject.or_else(|| self.listed_subject(verb));
        let subject = subject.or_else(|| self.subject_of_participle(verb));
        let subject = subject.or_else(|| self.inverted_subject(verb))?;
        self.behind_relative(verb, subject)
    }

    /// The name after "be" in a clause that begins with its predicate: "Also attending were Oli and Tui".
    pub(super) fn inverted_subject(&self, predicate: usize) -> Option<usize> {
        let view = self.view;
        let can_open = |at: usize| {
            let upos = view.upos_at(at);
            matches!(upos, Some(Upos::Adv | Upos::Adp | Upos::Det | Upos::Cconj | Upos::Punct))
                || view.is(Class::Attendee, at)
        };
        let end = view.len().min(predicate + MAX_INVERTED);
        let be = (predicate + 1..end).find(|&at| view.upos_at(at) == Some(Upos::Aux))?;
        let is_fronted = view.lemma_at(Some(be)) == COPULA && (0..predicate).all(can_open);
        let is_plain = !(predicate + 1..be).any(|at| matches!(view.upos_at(at), Some(Upos::Verb | Upos::Pron)));
        (is_fronted && is_plain).then(|| self.names.behind(be))?
    }

    /// The subject that the parser attaches to a preceding participle: "X, organised by Y, began".
    fn subject_of_participle(&self, verb: usize) -> Option<usize> {
        let clauses = self.children_by(verb, &[Deprel::Advcl, Deprel::Acl, Deprel::Parataxis]);
        let mut participles = clauses.filter(|&clause| clause < verb && self.view.xpos_at(clause) == "VBN");
        participles.find_map(|clause| self.child_by(clause, &[Deprel::Nsubj]))
    }

    /// A name before a finite verb that the parser reads as part of the verb: "Oli visits Peru".
    fn name_before(&self, verb: usize) -> Option<usize> {
        let is_finite = matches!(self.view.xpos_at(verb), "VBD" | "VBZ" | "VBP");
        let mut parts = self.children_by(verb, &[Deprel::Compound, Deprel::NmodDesc, Deprel::Dep, Deprel::Flat]);
        let is_subject =
            |&part: &usize| part < verb && self.names.name_at(part).is_some() && self.preposition(part).is_empty();
        is_finite.then(|| parts.find(is_subject)).flatten()
    }

    /// The subject that the parser coordinates with the object before it: "attacked A and B fled".
    fn listed_subject(&self, verb: usize) -> Option<usize> {
        let name = self.names.name_at(verb.checked_sub(1)?)?;
        let subject = self.names.head_of(name.tokens);
        let (label, head) = self.view.dependency(subject)?;
        (label == Deprel::Conj && self.opens_clause(head, subject)).then_some(subject)
    }

    /// The noun that a relative pronoun stands for; any other word unchanged.
    pub(super) fn behind_relative(&self, verb: usize, token: usize) -> Option<usize> {
        if !self.view.is(Class::RelativePronoun, token) {
            return Some(token);
        }
        if let Some(person) = self.person_before(token) {
            return Some(person);
        }
        let relative = std::iter::successors(Some(verb), |&at| match self.view.dependency(at)? {
            (Deprel::Conj | Deprel::Xcomp, head) => Some(head),
            _ => None,
        });
        let clause = relative.take(MAX_CONTROL).find(|&at| self.view.is_labelled(at, Deprel::AclRelcl))?;
        let (_, noun) = self.view.dependency(clause)?;
        // "A, B and C, which is led by D": a singular verb refers only to the nearest member.
        let nearest = || self.list(noun).into_iter().rfind(|&member| member < token);
        let found = if self.is_singular(clause) { nearest() } else { None };
        found.or(Some(noun))
    }

    fn is_singular(&self, verb: usize) -> bool {
        let labels = [Deprel::Aux, Deprel::AuxPass, Deprel::Cop];
        let singular = |at: usize| self.view.xpos_at(at) == "VBZ" || self.view.is(Class::SingularPast, at);
        singular(verb) || self.children_by(verb, &labels).any(singular)
    }

    /// The person named right before "who" or "whose"; only "of Peru", a comma or "not Oli" may come between.
    fn person_before(&self, pronoun: usize) -> Option<usize> {
        if !self.view.is(Class::PersonRelative, pronoun) {
            return None;
        }
        let mut near = (pronoun.saturating_sub(MAX_TO_PERSON)..pronoun).rev();
        let person = |at: usize| self.names.name_at(at).filter(|name| name.entity_type == EntityType::PERSON);
        let is_between = |at: usize| {
            self.view.lower[at] == "," || self.view.is(Class::BeforeRelative, at) || self.names.name_at(at).is_some()
        };
        let is_denied = |at: usize| self.view.is(Class::Not, at.checked_sub(1));
        let is_meant = |at: usize| person(at).is_some_and(|name| !is_denied(name.tokens.start()));
        let found = near.find(|&at| is_meant(at) || !is_between(at))?;
        person(found).map(|name| self.names.head_of(name.tokens))
    }

    /// Whether a verb without a subject must not borrow one: an imperative, or another speaker's words.
    fn has_own_clause(&self, verb: usize, label: Deprel) -> bool {
        let borrows = matches!(self.view.xpos_at(verb), "VBG" | "VBN") || self.is_infinitive(verb);
        match label {
            Deprel::Conj => false,
            Deprel::Advcl => !borrows && self.view.xpos_at(verb) != "VBD",
            _ => true,
        }
    }

    /// Whether the verb shares the auxiliaries of the first coordinated verb: "will meet X and visit Y".
    pub(super) fn is_bare(&self, verb: usize) -> bool {
        let view = self.view;
        let has_own = self.child_by(verb, &[Deprel::Aux, Deprel::AuxPass, Deprel::Nsubj]).is_some();
        matches!(view.xpos_at(verb), "VB" | "VBG" | "VBN") && !has_own
    }

    pub(super) fn is_infinitive(&self, verb: usize) -> bool {
        self.children_by(verb, &[Deprel::Mark, Deprel::Aux]).any(|mark| self.view.is(Class::InfinitiveMark, mark))
    }

    /// Whether the subject of a nominal predicate is that of the infinitive behind it: "Oli is in Lima to meet Tui".
    fn shares_subject(&self, predicate: usize) -> bool {
        let is_place = self.names.name_at(predicate).is_some_and(|name| name.entity_type.is_location());
        self.is_singled_out(predicate) || (is_place && self.view.has_child(predicate, Deprel::Cop))
    }

    /// Whether a predicate singles out who did something: "the first minister to visit", "one of few to defend".
    pub(super) fn is_singled_out(&self, predicate: usize) -> bool {
        let view = self.view;
        let first = predicate.saturating_sub(MAX_SINGLED);
        let is_apart = |&at: &usize| self.is_verb(at) || matches!(view.lower[at].as_str(), "," | ";");
        let words = (first..predicate).rev().take_while(|at| !is_apart(at));
        let singles = |at: usize| matches!(view.xpos_at(at), "JJS" | "RBS") || view.is(Class::Singling, at);
        let predicates = [Some(predicate), view.dependency(predicate).map(|(_, head)| head)];
        let has_copula = predicates.into_iter().flatten().any(|at| view.has_child(at, Deprel::Cop));
        has_copula && words.into_iter().any(singles)
    }

    /// The noun right before "to": "handed them an invitation to visit".
    fn addressed_plan(&self, verb: usize) -> Option<usize> {
        let to = self.children_by(verb, &[Deprel::Mark]).find(|&mark| self.view.is(Class::InfinitiveMark, mark))?;
        to.checked_sub(1).filter(|&noun| self.is(Class::Addressed, noun) && !self.is_verb(noun))
    }

    /// The owner of a plan or wish: "Peru's readiness to", "Peru has a plan to".
    fn owner_of_plan(&self, noun: usize) -> Option<usize> {
        if self.is(Class::Addressed, noun) {
            let (label, verb) = self.view.dependency(noun)?;
            let is_object = label == Deprel::Obj && self.is_verb(verb);
            let doer = || if self.is(Class::Answering, verb) { self.deep_subject(verb) } else { self.recipient(verb) };
            return is_object.then(doer)?;
        }
        if let Some(owner) = self.child_by(noun, &[Deprel::NmodPoss]) {
            return Some(owner);
        }
        if let Some(of) = self.with_preposition(noun, Prepositions::Class(Class::PlanOwner)).first() {
            return Some(*of);
        }
        let (label, verb) = self.view.dependency(noun)?;
        (label == Deprel::Obj && self.is_verb(verb)).then(|| self.deep_subject(verb))?
    }

    /// The agent: the subject of an active verb, the "by" phrase of a passive one.
    pub(super) fn deep_subject(&self, verb: usize) -> Option<usize> {
        if self.is_passive(verb) { self.agent(verb) } else { self.surface_subject(verb) }
    }

    /// The nominal with "by". It is also searched for below the verb's other nominals, because parsers often attach
    /// it there.
    fn agent(&self, verb: usize) -> Option<usize> {
        let nominals = [Deprel::OblAgent, Deprel::Obl, Deprel::Obj];
        let is_by = |&token: &usize| self.has_preposition(Class::By, token);
        let own = self.children_by(verb, &nominals).find(is_by);
        let hung = || {
            let below = self.children_by(verb, &nominals);
            below.flat_map(|nominal| self.children_by(nominal, &[Deprel::Nmod])).find(is_by)
        };
        own.or_else(hung)
    }

    /// The patient: the object of an active verb, the subject of a passive one.
    pub(super) fn deep_object(&self, verb: usize) -> Option<usize> {
        let recipient = self.name_before_thing(verb);
        let is_thing = |object: &usize| Some(*object) != recipient && self.preposition(*object).is_empty();
        let objects = || self.children_by(verb, &[Deprel::Obj]).find(is_thing);
        let object = objects().or_else(|| self.child_by(verb, &[Deprel::Iobj]));
        if self.is_passive(verb) {
            return object.or_else(|| self.surface_subject(verb));
        }
        match object {
            Some(object) => self.behind_relative(verb, object),
            None => self.gap(verb).or_else(|| self.shared_object(verb)),
        }
    }

    /// The noun whose relative clause lacks an object: "the station X had supported".
    fn gap(&self, verb: usize) -> Option<usize> {
        let (label, noun) = self.view.dependency(verb)?;
        let has_subject = self.view.has_child(verb, Deprel::Nsubj);
        let subject_is_relative = self.own_subject(verb) == Some(noun);
        // "Peru, where she met with X": the noun is no argument.
        let is_adverbial =
            self.children_by(verb, &[Deprel::Advmod]).any(|word| self.view.is(Class::RelativeAdverb, word));
        (label == Deprel::AclRelcl && has_subject && !subject_is_relative && !is_adverbial).then_some(noun)
    }

    /// The object of verbs that only commas and "and" separate: "met and thanked X", "trained, equipped and paid X".
    fn shared_object(&self, verb: usize) -> Option<usize> {
        let first = match self.view.dependency(verb) {
            Some((Deprel::Conj, head)) if self.is_verb(head) => head,
            _ => verb,
        };
        let joined = self.children_by(first, &[Deprel::Conj]).filter(|&next| self.is_verb(next));
        let run: Vec<usize> = std::iter::once(first).chain(joined).collect();
        let last = *run.last()?;
        let is_joint = |at: usize| {
            run.contains(&at)
                || matches!(self.view.upos_at(at), Some(Upos::Punct | Upos::Adv))
                || self.view.is(Class::And, at)
        };
        let is_close = run.len() > 1 && (first..=last).all(is_joint);
        let objects = run.iter().filter_map(|&other| self.child_by(other, &[Deprel::Obj]));
        objects.filter(|&object| is_close && object > last).max()
    }

    /// The receiver: the indirect object, or the subject of "was given maps".
    pub(super) fn recipient(&self, verb: usize) -> Option<usize> {
        let indirect = self.child_by(verb, &[Deprel::Iobj]);
        let promoted = || {
            let has_thing = self.view.has_child(verb, Deprel::Obj);
            (has_thing && self.is_passive(verb)).then(|| self.surface_subject(verb))?
        };
        indirect.or_else(promoted).or_else(|| self.name_before_thing(verb))
    }

    /// A name between a verb and what is given, if parsers read it as part of the gift or as another object: "gave
    /// Nepal four boats".
    fn name_before_thing(&self, verb: usize) -> Option<usize> {
        let name = self.names.behind(verb)?;
        let end = self.names.name_at(name)?.tokens.end();
        let opens_thing = matches!(self.view.upos_at(end), Some(Upos::Num | Upos::Det | Upos::Adj));
        let has_thing = self.children_by(verb, &[Deprel::Obj]).any(|thing| thing > end);
        (opens_thing && has_thing).then_some(name)
    }

    /// The possessors of a noun; for "whose", the noun that the relative clause modifies.
    pub(super) fn owners(&self, token: usize) -> Vec<usize> {
        let owners = self.children_by(token, &[Deprel::NmodPoss]);
        let named = owners.filter_map(|owner| {
            if !self.view.is(Class::RelativePossessive, owner) {
                return Some(owner);
            }
            if let Some(person) = self.person_before(owner) {
                return Some(person);
            }
            let above = std::iter::successors(Some(token), |&at| self.view.dependency(at).map(|(_, head)| head));
            let clause = above.take(MAX_CONTROL).find(|&at| self.view.is_labelled(at, Deprel::AclRelcl))?;
            self.view.dependency(clause).map(|(_, noun)| noun)
        });
        named.collect()
    }

    /// The verbs of complement and purpose clauses: "pledged to support", "committed to supporting".
    pub(super) fn clauses(&self, token: usize) -> Vec<usize> {
        let labels = [Deprel::Xcomp, Deprel::Ccomp, Deprel::Acl, Deprel::Advcl];
        let is_finite_mark = |&mark: &usize| self.view.is(Class::FiniteMark, mark);
        let is_bare = |&clause: &usize| {
            self.is_verb(clause) && !self.children_by(clause, &[Deprel::Mark]).any(|mark| is_finite_mark(&mark))
        };
        let finite = |clause: usize| self.view.is_labelled(clause, Deprel::Ccomp);
        self.children_by(token, &labels).filter(|clause| finite(*clause) || is_bare(clause)).collect()
    }

    /// The verb that a nominal with a preposition depends on, possibly through other nominals: "built a pier with
    /// help".
    pub(super) fn governor(&self, token: usize) -> Option<usize> {
        let links = |at: usize| match self.view.dependency(at)? {
            (Deprel::Conj | Deprel::Obl | Deprel::OblAgent | Deprel::Nmod, head) => Some(head),
            (Deprel::Obj, head) if at != token => Some(head),
            _ => None,
        };
        let above = std::iter::successors(Some(token), |&at| links(at));
        above.skip(1).take(MAX_CONTROL).find(|&at| self.is_verb(at))
    }

    /// The verbs that have `noun` as deep object or subject: the verb that governs it, and a participle or relative
    /// clause that depends on it.
    pub(super) fn verbs_of(&self, noun: usize) -> [Option<usize>; 2] {
        let governed = std::iter::successors(Some(noun), |&at| {
            self.view.dependency(at).filter(|(label, _)| *label == Deprel::Conj).map(|(_, first)| first)
        });
        let first = governed.take(MAX_CONTROL).last().unwrap_or(noun);
        let above = self
            .view
            .dependency(first)
            .filter(|(label, _)| matches!(label, Deprel::Obj | Deprel::NsubjPass | Deprel::Nsubj));
        let above = above.map(|(_, verb)| verb).filter(|&verb| self.is_verb(verb));
        let mut clauses = self.children_by(noun, &[Deprel::Acl, Deprel::AclRelcl]).filter(|&verb| self.is_verb(verb));
        [above, clauses.find(|&verb| self.deep_object(verb) == Some(noun))]
    }

    /// The tokens of the phrase below `token`, without its preposition and article.
    pub(super) fn phrase(&self, token: usize) -> (usize, usize) {
        let view = self.view;
        let is_inside = |&child: &usize| {
            !matches!(
                view.dependency(child),
                Some((Deprel::Case | Deprel::Punct | Deprel::AclRelcl | Deprel::Appos, _))
            )
        };
        let (mut start, mut end) = (token, token + 1);
        let mut open = vec![token];
        while let Some(at) = open.pop() {
            start = start.min(at);
            end = end.max(at + 1);
            open.extend(view.children(at).filter(|child| at != token || is_inside(child)));
        }
        while start < token && matches!(view.upos_at(start), Some(Upos::Det | Upos::Punct | Upos::Adp)) {
            start += 1;
        }
        (start, end)
    }
}
