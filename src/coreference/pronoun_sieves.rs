//! Resolves pronouns that refer to one entity: "she", "its", "I" and "we" in quotations.

use std::collections::BTreeSet;

use super::antecedents::antecedents_of;
use super::facts::Facts;
use super::referents::{Referent, Referents, Seen};
use crate::analysis::{Deprel, SentenceKind, TokenId};
use crate::ids::{MentionId, SentenceId};
use crate::language::{Gender, Meaning};
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::quotation::attribution_at;

/// How many sentences back a pronoun looks; Hobbs 1978 (Lingua 44) finds nearly all antecedents of "he" and "she" in
/// the same sentence or the one before.
const SENTENCES_BACK: usize = 2;

/// The only chain among the candidates, or the only one that is a subject; `None` if it is ambiguous or has no name.
fn preferred(fitting: &[Seen]) -> Option<usize> {
    let chains: BTreeSet<Option<usize>> = fitting.iter().map(|seen| seen.chain).collect();
    let subjects: BTreeSet<Option<usize>> =
        fitting.iter().filter(|seen| seen.is_subject).map(|seen| seen.chain).collect();
    match (chains.len(), subjects.len()) {
        (1, _) => *chains.first()?,
        (_, 1) => *subjects.first()?,
        _ => None,
    }
}

impl Referents<'_> {
    /// The subject before the pronoun in this sentence or in one of the last sentences, or the only person there; never
    /// the speaker of the quotation, who would say "I".
    pub(super) fn he_or_she(&self, mention: &Mention, gender: Gender) -> Option<Referent> {
        let sentence = mention.provenance.sentence.index();
        if self.article.document.sentences[sentence].kind != SentenceKind::Prose || self.is_told_later(mention, gender)
        {
            return None;
        }
        let excluded = self.excluded(mention);
        for back in 0..=SENTENCES_BACK.min(sentence) {
            let can_be_meant = |seen: &Seen| {
                seen.chain.is_none_or(|chain| {
                    let facts = &self.facts[chain];
                    facts.is(EntityType::PERSON) && facts.agrees(Some(gender)) && !excluded.contains(&chain)
                })
            };
            let fitting: Vec<Seen> = self.seen[sentence - back].iter().copied().filter(can_be_meant).collect();
            let unknown = self.has_unknown_subject(SentenceId::new(sentence - back), mention);
            if fitting.is_empty() && !unknown {
                continue;
            }
            let is_open = unknown || (back == 0 && self.is_torn(mention, &fitting));
            let chain = preferred(&fitting).filter(|_| !is_open)?;
            let antecedent = fitting.iter().rev().find(|seen| seen.chain == Some(chain))?.mention;
            let confidence = if back == 0 { 0.8 } else { 0.7 };
            return Some(Referent { chain, antecedent, sieve: "pronoun", confidence });
        }
        None
    }

    /// The chains that the pronoun cannot refer to: the speaker of the quotation, and the other arguments of its verb,
    /// as in "Tamm welcomed him" and "he described Tamm".
    fn excluded(&self, mention: &Mention) -> BTreeSet<usize> {
        let beside = self.mentions_in(mention.provenance.sentence).filter(|other| self.shares_verb(other, mention));
        let beside = beside.filter_map(|other| self.chain_of.get(&other.id).copied());
        self.quoted_speaker(mention).map(|(_, chain)| chain).into_iter().chain(beside).collect()
    }

    /// Returns whether an unrecognized name is a subject before the pronoun, because the pronoun may refer to it.
    fn has_unknown_subject(&self, sentence: SentenceId, pronoun: &Mention) -> bool {
        let (document, own) = (self.article.document, pronoun.provenance.sentence);
        let (tokens, tree) = (&document.sentence(sentence).tokens, &document.sentence(sentence).tree);
        let end = if sentence == own { pronoun.tokens.start() } else { tokens.len() };
        let is_covered = |at: usize| self.mentions_in(sentence).any(|mention| mention.whole().range().contains(&at));
        (0..end).any(|at| {
            let is_name = tokens[at].tag.xpos.as_str() == "NNP";
            let is_subject = matches!(tree.deprels()[at], Deprel::Nsubj | Deprel::NsubjPass);
            is_name && is_subject && !is_covered(at)
        })
    }

    /// Returns whether another person fits as well as the subject of the sentence: "Tamm met Oli in his office", "Tamm
    /// said that Oli left when he was asked".
    fn is_torn(&self, pronoun: &Mention, fitting: &[Seen]) -> bool {
        let (sentence, at) = (pronoun.provenance.sentence, pronoun.tokens.start());
        let chains: BTreeSet<Option<usize>> = fitting.iter().map(|seen| seen.chain).collect();
        let said = attribution_at(self.article.said, sentence, at).filter(|said| !said.is_quoted);
        let is_inside = |seen: &Seen| {
            let other = &self.article.mentions[seen.mention.index()];
            said.is_some_and(|said| said.tokens.contains(other.tokens)) && other.kind != MentionKind::Pronoun
        };
        let told: BTreeSet<Option<usize>> =
            fitting.iter().filter(|seen| is_inside(seen)).map(|seen| seen.chain).collect();
        chains.len() > 1 && (!self.is_subject(pronoun) || !told.is_empty())
    }

    /// Returns whether the pronoun is in reported speech and the speaker, who may or may not be meant, follows: "the
    /// talks made him glad, Tamm said".
    fn is_told_later(&self, mention: &Mention, gender: Gender) -> bool {
        let (sentence, at) = (mention.provenance.sentence, mention.tokens.start());
        let said = attribution_at(self.article.said, sentence, at).filter(|said| !said.is_quoted);
        let speaker = said.map(|said| said.speaker).filter(|speaker| *speaker > mention.id);
        speaker
            .and_then(|speaker| self.chain_of.get(&speaker))
            .is_some_and(|&chain| self.facts[chain].is(EntityType::PERSON) && self.facts[chain].agrees(Some(gender)))
    }

    /// Returns whether both are arguments of one verb and hence different; "himself" and possessives do not count.
    fn shares_verb(&self, other: &Mention, pronoun: &Mention) -> bool {
        let tree = &self.article.document.sentence(pronoun.provenance.sentence).tree;
        let at = pronoun.tokens.start();
        let is_argument = |deprel: Deprel| !matches!(deprel, Deprel::NmodPoss | Deprel::Nmod | Deprel::Conj);
        let is_bound = is_argument(tree.deprels()[at]) && !self.language().pronouns().is_reflexive(&pronoun.norm);
        let verb = tree.heads()[at].filter(|_| is_bound && other.id != pronoun.id);
        let mut arguments = other.whole().range().filter(|&at| is_argument(tree.deprels()[at]));
        verb.is_some_and(|verb| arguments.any(|at| tree.heads()[at] == Some(verb)))
    }

    /// The organization, event, programme or country that is the subject of the governing clause or of the sentence
    /// before.
    pub(super) fn it(&self, mention: &Mention) -> Option<Referent> {
        self.its_office(mention).or_else(|| self.by_grammar(mention, "pronoun-it")).or_else(|| self.its_object(mention))
    }

    /// "Its director": only an organization has one, so the only organization just before is meant.
    fn its_office(&self, mention: &Mention) -> Option<Referent> {
        let sentence = self.article.document.sentence(mention.provenance.sentence);
        let at = mention.tokens.start();
        let head = sentence.tree.heads()[at].filter(|_| sentence.tree.deprels()[at] == Deprel::NmodPoss)?;
        // In "its director, Tamm," the pronoun may depend on the name.
        let is_office = |role: &Mention| {
            role.kind == MentionKind::Nominal
                && role.entity_type == EntityType::PERSON
                && at < role.tokens.start()
                && role.tokens.start() <= head.index()
        };
        self.mentions_in(mention.provenance.sentence).find(|role| is_office(role))?;
        let (chain, antecedent) = self.only_near(mention, Facts::is_body)?;
        Some(Referent { chain, antecedent, sieve: "its-office", confidence: 0.7 })
    }

    /// "Tamm thanked Peru for its help": if the subject is a person, the only organization or country that the verb
    /// acts on.
    fn its_object(&self, mention: &Mention) -> Option<Referent> {
        let tree = &self.article.document.sentence(mention.provenance.sentence).tree;
        let at = mention.tokens.start();
        let token = TokenId::new(at);
        let is_possessive = tree.deprels()[at] == Deprel::NmodPoss;
        let has_subject = |verb: TokenId| {
            tree.children(verb).iter().any(|&child| matches!(tree.deprel(child), Deprel::Nsubj | Deprel::NsubjPass))
        };
        let verb = tree.ancestors(token).find(|&verb| has_subject(verb))?;
        // "Tamm smiled and thanked Peru for its help": the subject of "thanked" depends on the first verb.
        let verbs: Vec<TokenId> = tree.ancestors(token).take_while(|&up| up != verb).chain([verb]).collect();
        let seen = &self.seen[mention.provenance.sentence.index()];
        let depends = |seen: &&Seen, labels: &[Deprel]| {
            let mut tokens = self.article.mentions[seen.mention.index()].whole().range();
            tokens.any(|at| {
                tree.heads()[at].is_some_and(|up| verbs.contains(&up)) && labels.contains(&tree.deprels()[at])
            })
        };
        let is_of = |seen: &&Seen, fits: fn(&Facts) -> bool| seen.chain.is_none_or(|chain| fits(&self.facts[chain]));
        let has_person = seen.iter().any(|seen| {
            depends(&seen, &[Deprel::Nsubj, Deprel::NsubjPass]) && is_of(&seen, |facts| facts.is(EntityType::PERSON))
        });
        let is_thing = |facts: &Facts| facts.is_body() || facts.is(EntityType::COUNTRY);
        let mut things = seen.iter().filter(|seen| is_of(seen, is_thing));
        let only = things.next().filter(|_| things.next().is_none() && is_possessive && has_person)?;
        let acted_on = depends(&only, &[Deprel::Obj, Deprel::Iobj, Deprel::Obl, Deprel::OblAgent]);
        let chain = only.chain.filter(|_| acted_on)?;
        Some(Referent { chain, antecedent: only.mention, sieve: "its-object", confidence: 0.7 })
    }

    /// "The former" or "the latter" of two coordinated names.
    pub(super) fn one_of_two(&self, mention: &Mention) -> Option<Referent> {
        self.by_grammar(mention, "former-latter")
    }

    fn by_grammar(&self, mention: &Mention, sieve: &'static str) -> Option<Referent> {
        let before = &self.article.mentions[..mention.id.index()];
        let language = self.language();
        let found =
            antecedents_of(self.article.document, before, mention.provenance.sentence, mention.tokens, language)?;
        let [antecedent] = found.mentions[..] else { return None };
        let chain = *self.chain_of.get(&antecedent)?;
        let confidence = if found.is_near { 0.75 } else { 0.7 };
        Some(Referent { chain, antecedent, sieve, confidence })
    }

    /// "I" is the person quoted; "we" is the organization quoted, or the one in which the person quoted holds an
    /// office.
    pub(super) fn first_person(&self, mention: &Mention) -> Option<Referent> {
        let meaning = self.meaning(mention)?;
        if !matches!(meaning, Meaning::Speaker | Meaning::SpeakersBody) {
            return None;
        }
        let (antecedent, chain) = self.quoted_speaker(mention)?;
        let is_person = self.facts[chain].is(EntityType::PERSON);
        match meaning {
            Meaning::Speaker if is_person => Some(Referent { chain, antecedent, sieve: "speaker", confidence: 0.9 }),
            Meaning::SpeakersBody if !is_person => {
                Some(Referent { chain, antecedent, sieve: "speaker-body", confidence: 0.75 })
            }
            Meaning::SpeakersBody => {
                let body = self.body_of(chain).or_else(|| self.body_behind(antecedent))?;
                let (chain, antecedent) = (body, self.facts[body].first?);
                Some(Referent { chain, antecedent, sieve: "speaker-body", confidence: 0.65 })
            }
            _ => None,
        }
    }

    /// The organization after the name of the speaker: "said Moana Tui of the Tonga Fire Service".
    fn body_behind(&self, speaker: MentionId) -> Option<usize> {
        let speaker = &self.article.mentions[speaker.index()];
        let body = self.complement(speaker).and_then(|body| self.chain_of.get(&body.id).copied());
        body.filter(|&body| self.facts[body].is_body() && speaker.kind == MentionKind::Name)
    }

    /// The only organization in which the person holds an office; an organization takes precedence over a country.
    fn body_of(&self, person: usize) -> Option<usize> {
        let bodies: BTreeSet<usize> = self.facts[person].offices.iter().filter_map(|office| office.body).collect();
        let is_country = |&body: &usize| self.facts[body].is(EntityType::COUNTRY);
        let specific: Vec<usize> = bodies.iter().copied().filter(|body| !is_country(body)).collect();
        match (&specific[..], bodies.len()) {
            ([only], _) => Some(*only),
            ([], 1) => bodies.first().copied(),
            _ => None,
        }
    }
}
