//! Names the persons whom an article first describes by their office: "Nepal's foreign minister ... Minister Oli said".

use super::facts::{Facts, Office};
use super::referents::{Referent, Referents};
use crate::analysis::{Deprel, SentenceKind};
use crate::ids::SentenceId;
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

    /// The person whom the second sentence of a report names as its subject, after the first one described a single
    /// person by an office: "Nepal's foreign minister has left Peru. Tika Oli told reporters ...".
    pub(super) fn named_next(&self, mention: &Mention) -> Option<Referent> {
        let sentence = mention.provenance.sentence;
        self.country_of(mention)?;
        if !self.is_first(sentence) || !self.is_alone(mention) {
            return None;
        }
        let name = self.subject_of(SentenceId::new(sentence.index() + 1))?;
        let chain = *self.chain_of.get(&name.id)?;
        let facts = &self.facts[chain];
        let is_new = facts.first == Some(name.id) && name.norm.contains(' ');
        let words = self.words_of(mention);
        let agrees = facts.offices.iter().all(|office| office.is_called(&mention.norm) && office.is_within(&words));
        let referent = Referent { chain, antecedent: name.id, sieve: "named-next", confidence: 0.75 };
        (is_new && agrees).then_some(referent)
    }

    /// The folded words of a description.
    fn words_of(&self, mention: &Mention) -> Vec<String> {
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
