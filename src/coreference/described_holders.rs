//! Names the persons whom an article first describes by their office: "Nepal's foreign minister ... Minister Oli said".

use std::collections::BTreeSet;

use super::facts::{Facts, Office};
use super::referents::{Referent, Referents, Seen};
use crate::analysis::{Deprel, SentenceKind};
use crate::ids::SentenceId;
use crate::language::Class;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::text::fold;

impl Referents<'_> {
    /// The only person with the very office of the description whose state the article does not name: "Nepal's foreign
    /// minister ... Foreign Minister Oli".
    pub(super) fn bare_office(&self, mention: &Mention) -> Option<Referent> {
        self.country_of(mention)?;
        let words = self.words_of(mention);
        let holds = |facts: &Facts| {
            let is_bare = facts.offices.iter().all(|office| office.country.is_none() && office.body.is_none());
            let is_office = |office: &Office| office.is_called(&mention.norm) && office.is_within(&words);
            facts.is(EntityType::PERSON) && is_bare && facts.offices.iter().any(is_office)
        };
        let is_claimed = |other: &&Mention| {
            let is_like = other.kind == MentionKind::Nominal && other.norm == mention.norm;
            is_like && self.country_of(other).is_some_and(|country| self.country_of(mention) != Some(country))
        };
        if self.article.mentions.iter().any(|other| is_claimed(&other)) {
            return None;
        }
        let (chain, antecedent) = self.only(holds)?;
        Some(Referent { chain, antecedent, sieve: "office-bare", confidence: 0.75 })
    }

    /// The person whom the second sentence of a report names as its subject, after the first one described its subject, or
    /// a single person, by an office: "Nepal's foreign minister has left Peru. Tika Oli told reporters ...".
    pub(super) fn named_next(&self, mention: &Mention) -> Option<Referent> {
        let sentence = mention.provenance.sentence;
        let is_told_of = self.is_alone(mention) || self.is_subject(mention);
        if !self.is_first(sentence) || !self.has_owner(mention) || !is_told_of {
            return None;
        }
        let name = self.subject_of(SentenceId::new(sentence.index() + 1))?;
        let chain = *self.chain_of.get(&name.id)?;
        let facts = &self.facts[chain];
        let is_new = facts.first == Some(name.id) && name.norm.contains(' ');
        let words = self.words_of(mention);
        let fits = |office: &Office| office.is_called(&mention.norm) && office.is_within(&words);
        let agrees = facts.offices.iter().all(|office| self.is_mere_title(office) || fits(office));
        let referent = Referent { chain, antecedent: name.id, sieve: "named-next", confidence: 0.75 };
        (is_new && agrees).then_some(referent)
    }

    /// The subject of the sentence before, if the article tells no other office of that person: "Tika Oli left. The
    /// Nepalese foreign minister had met ...".
    pub(super) fn spoken_of(&self, mention: &Mention) -> Option<Referent> {
        let before = mention.provenance.sentence.index().checked_sub(1)?;
        let country = self.country_of(mention)?;
        let known = |seen: &&Seen| seen.chain.is_some_and(|chain| self.facts[chain].is(EntityType::PERSON));
        let persons: Vec<&Seen> = self.seen[before].iter().filter(known).collect();
        let chains: BTreeSet<Option<usize>> = persons.iter().map(|seen| seen.chain).collect();
        let subject = persons.iter().find(|seen| seen.is_subject)?;
        let chain = subject.chain.filter(|_| chains.len() == 1 && self.is_subject(mention))?;
        let words = self.words_of(mention);
        // "The former minister" may be anything now.
        let is_past = words.iter().any(|word| self.article.lexicon.is(Class::PastOffice, word));
        let fits = |office: &Office| {
            let is_there = office.country.as_ref().is_none_or(|other| *other == country);
            let is_any = office.is_like(&Office::new("leader", self.language()));
            is_there && (is_past || is_any || (office.is_called(&mention.norm) && office.is_within(&words)))
        };
        let is_free = self.facts[chain].offices.iter().all(|office| self.is_mere_title(office) || fits(office));
        let antecedent = subject.mention;
        is_free.then_some(Referent { chain, antecedent, sieve: "spoken-of", confidence: 0.7 })
    }

    /// Whether the description names a country or an organization: "the UN envoy", "an official of Nepal".
    fn has_owner(&self, mention: &Mention) -> bool {
        let is_body = |owner: &Mention| owner.entity_type.is_organization();
        let within = |owner: &&Mention| mention.phrase.is_some_and(|phrase| phrase.contains(owner.tokens));
        self.country_of(mention).is_some()
            || self.complement(mention).is_some_and(is_body)
            || self.mentions_in(mention.provenance.sentence).filter(within).any(is_body)
    }

    /// Whether it is a rank or a courtesy, which the holder of any office may have.
    fn is_mere_title(&self, office: &Office) -> bool {
        let words: Vec<&str> = office.position().split(' ').collect();
        let title = self.article.lexicon.title(&words);
        title.is_some_and(|(length, title)| length == words.len() && !title.is_office)
    }

    /// The folded words of a description.
    pub(super) fn words_of(&self, mention: &Mention) -> Vec<String> {
        let sentence = self.article.document.sentence(mention.provenance.sentence);
        let tokens = mention.phrase.unwrap_or(mention.tokens).range();
        tokens.map(|at| fold(self.article.document.surface(sentence.tokens[at].span))).collect()
    }

    /// Whether no running text stands before the sentence.
    fn is_first(&self, sentence: SentenceId) -> bool {
        let sentences = &self.article.document.sentences[..sentence.index()];
        sentences.iter().all(|before| before.kind != SentenceKind::Prose)
    }

    /// Whether the sentence names no other person.
    fn is_alone(&self, mention: &Mention) -> bool {
        let is_person = |other: &Mention| other.entity_type == EntityType::PERSON && other.kind != MentionKind::Pronoun;
        let others = self.mentions_in(mention.provenance.sentence);
        others.into_iter().all(|other| other.id == mention.id || !is_person(other))
    }

    /// The name of a person that is the subject of the main clause.
    fn subject_of(&self, id: SentenceId) -> Option<&Mention> {
        let sentence = self.article.document.sentences.get(id.index())?;
        let tree = &sentence.tree;
        let root = tree.root()?;
        let subject = tree.children(root).iter().find(|&&child| tree.deprel(child) == Deprel::Nsubj)?;
        let is_it = |name: &&Mention| {
            let is_person = name.kind == MentionKind::Name && name.entity_type == EntityType::PERSON;
            is_person && name.whole().range().contains(&subject.index())
        };
        self.mentions_in(id).find(is_it)
    }
}
