//! Finds where a rule is triggered in a sentence, and follows its paths to the arguments.

use super::argument_mentions::ArgumentMentions;
use super::path::{Path, Slot, Step};
use super::prepositions::Prepositions;
use super::rule::{Rule, Trigger};
use super::syntax::Syntax;
use crate::analysis::{Deprel, Upos};
use crate::language::Class;
use crate::ontology::EntityType;

/// The tokens that trigger a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Site {
    /// The verb, or the light verb that governs the noun: "held" in "held talks".
    pub(super) verb: Option<usize>,
    /// The noun or name.
    pub(super) noun: Option<usize>,
}

impl Site {
    /// The token that carries the meaning: the noun, if there is one.
    pub(super) fn head(self) -> usize {
        self.noun.or(self.verb).unwrap_or_default()
    }
}

/// Follows paths in one sentence.
#[derive(Clone, Copy)]
pub(super) struct PathWalker<'a> {
    pub(super) syntax: Syntax<'a>,
    pub(super) arguments: ArgumentMentions<'a>,
}

impl PathWalker<'_> {
    /// The site where `rule` is triggered by the word at `token`, if it is.
    pub(super) fn site(&self, rule: &Rule, token: usize) -> Option<Site> {
        match &rule.trigger {
            Trigger::Verb(words) => self.is_verb_of(words, token).then_some(Site { verb: Some(token), noun: None }),
            Trigger::Noun(words) => {
                let is_noun = self.is_noun_of(words, token);
                is_noun.then(|| Site { verb: self.light_verb(token), noun: Some(token) })
            }
            Trigger::VerbAndNoun { verbs, nouns, at } => {
                if !self.is_verb_of(verbs, token) {
                    return None;
                }
                let site = Site { verb: Some(token), noun: None };
                let reached = at.iter().flat_map(|path| self.follow(site, path));
                let mut listed = reached.flat_map(|head| self.syntax.list(head));
                let noun = listed.find(|&noun| self.is_noun_of(nouns, noun))?;
                Some(Site { verb: Some(token), noun: Some(noun) })
            }
            Trigger::Mention(_) => None,
        }
    }

    /// Whether the word at `token` is one of `words`, including a particle.
    fn is_word_of(&self, words: &[String], token: usize) -> bool {
        let view = self.syntax.view;
        let (lemma, form) = (view.lemma_at(Some(token)), view.lower[token].as_str());
        words.iter().any(|word| match word.split_once(' ') {
            None => word == lemma || word == form,
            Some((first, particle)) => first == lemma && self.has_particle(token, particle),
        })
    }

    fn has_particle(&self, token: usize, particle: &str) -> bool {
        let view = self.syntax.view;
        let is_beside = view.lower_at(Some(token + 1)) == particle;
        is_beside || view.children(token).any(|child| child > token && view.lower[child] == particle)
    }

    fn is_verb_of(&self, words: &[String], token: usize) -> bool {
        self.syntax.view.upos_at(token) == Some(Upos::Verb) && self.is_word_of(words, token)
    }

    /// Whether the token is one of the nouns. A capital at the start of a sentence or in a heading does not make it a
    /// name.
    fn is_noun_of(&self, words: &[String], token: usize) -> bool {
        let view = self.syntax.view;
        let is_noun = matches!(view.upos_at(token), Some(Upos::Noun | Upos::Propn | Upos::Adj | Upos::Sym));
        // In "received training", the tagger may read the noun as a verb.
        let is_gerund = view.xpos_at(token) == "VBG" && !view.has_child(token, Deprel::Obj);
        match self.syntax.names.name_at(token) {
            // "Memorandum of Cooperation", "Lima Trade Talks"
            Some(name) if matches!(name.entity_type, EntityType::PROGRAMME | EntityType::EVENT) => {
                name.norm.split(' ').any(|part| words.iter().any(|word| word == part))
            }
            Some(_) => false,
            None => (is_noun || is_gerund) && self.is_word_of(words, token),
        }
    }

    /// The verb that shares its arguments with a noun: "held talks", "talks held", "training was given".
    fn light_verb(&self, noun: usize) -> Option<usize> {
        let lends = |verb: &usize| self.syntax.is(Class::Light, *verb) || self.syntax.is(Class::Occurring, *verb);
        self.syntax.verbs_of(noun).into_iter().flatten().find(lends)
    }

    /// The tokens at the end of `path`, in text order.
    pub(super) fn follow(&self, site: Site, path: &Path) -> Vec<usize> {
        let Some((first, rest)) = path.steps.split_first() else { return Vec::new() };
        let mut reached = self.keep(first, self.first_step(site, &first.slot));
        for step in rest {
            let next = reached.iter().flat_map(|&token| self.step(token, &step.slot)).collect();
            reached = self.keep(step, next);
        }
        reached
    }

    fn keep(&self, step: &Step, mut tokens: Vec<usize>) -> Vec<usize> {
        if let Some(class) = &step.class {
            // Rules with an unknown class are rejected when they are read.
            let class = self.syntax.classes.id(class);
            tokens.retain(|&token| class.is_some_and(|class| self.syntax.is(class, token)));
        }
        tokens.sort_unstable();
        tokens.dedup();
        tokens
    }

    /// Takes the first step from the trigger. In a site with a noun, subject, object, recipient and manner start at
    /// the verb; prepositions and clauses start at the noun and fall back to the verb.
    fn first_step(&self, site: Site, slot: &Slot) -> Vec<usize> {
        let of_verb = || site.verb.map(|verb| self.step(verb, slot)).unwrap_or_default();
        match (slot, site.noun) {
            (Slot::Itself, _) => vec![site.head()],
            (Slot::Noun, noun) => noun.into_iter().collect(),
            (_, None) => of_verb(),
            (Slot::Subject | Slot::Object | Slot::Recipient, Some(noun)) => {
                let mut found = of_verb();
                found.retain(|&token| token != noun);
                if found.is_empty() && site.verb.is_none() { self.step(noun, slot) } else { found }
            }
            (Slot::Manner, Some(_)) => of_verb(),
            (Slot::Preposition(_) | Slot::Clause, Some(noun)) => {
                let own = self.step(noun, slot);
                if own.is_empty() { of_verb() } else { own }
            }
            (_, Some(noun)) => self.step(noun, slot),
        }
    }

    /// Takes one step from one token.
    fn step(&self, token: usize, slot: &Slot) -> Vec<usize> {
        let syntax = self.syntax;
        let is_verb = syntax.is_verb(token);
        let single = |found: Option<usize>| found.into_iter().collect();
        match slot {
            Slot::Subject if is_verb => single(syntax.deep_subject(token)),
            Slot::Subject if syntax.view.has_child(token, Deprel::Cop) => {
                single(syntax.surface_subject(token).or_else(|| syntax.inverted_subject(token)))
            }
            Slot::Subject => single(syntax.inverted_subject(token)),
            Slot::Object if is_verb => single(syntax.deep_object(token)),
            Slot::Recipient if is_verb => single(syntax.recipient(token)),
            Slot::Object | Slot::Recipient => Vec::new(),
            Slot::Clause => syntax.clauses(token),
            Slot::Owner => syntax.owners(token),
            Slot::Modifier => self.arguments.modifiers(token),
            Slot::Description => syntax.children_by(token, &[Deprel::Amod, Deprel::Compound]).collect(),
            Slot::Manner => syntax.children_by(token, &[Deprel::Advmod]).collect(),
            Slot::Auxiliary => syntax.children_by(token, &[Deprel::Aux]).collect(),
            Slot::Apposition => self.appositions(token),
            Slot::Governor => single(syntax.governor(token)),
            Slot::Described => match syntax.view.dependency(token) {
                Some((Deprel::Amod, noun)) => vec![noun],
                _ => Vec::new(),
            },
            Slot::Noun | Slot::Itself => vec![token],
            Slot::Preposition(preposition) => syntax.with_preposition(token, Prepositions::Word(preposition)),
        }
    }

    /// The nouns and names that explain `token`, in either direction.
    fn appositions(&self, token: usize) -> Vec<usize> {
        let mut found: Vec<usize> = self.syntax.children_by(token, &[Deprel::Appos]).collect();
        if let Some((Deprel::Appos, head)) = self.syntax.view.dependency(token) {
            found.push(head);
        }
        found
    }
}
