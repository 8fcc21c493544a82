//! Resolves all descriptions and pronouns of a document, in text order.

use super::chain::{CorefLink, PluralReference};
use super::plural_members::Plurals;
use super::referents::{Referent, Referents, Seen};
use crate::language::Meaning;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;

/// What all descriptions and pronouns refer to, in text order.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    /// The chain that each mention joins.
    pub(super) links: Vec<(usize, CorefLink)>,
    pub(super) plurals: Vec<PluralReference>,
}

impl Referents<'_> {
    /// Resolves each description and pronoun, as far as it is certain.
    pub(super) fn resolve(mut self) -> Resolved {
        let mut resolved = Resolved::default();
        let mut plurals = Plurals::default();
        self.learn_offices();
        for mention in self.article.mentions {
            if mention.is_plural {
                resolved.plurals.extend(plurals.resolve(&self, mention));
                continue;
            }
            let referent = self.referent_of(mention);
            self.note(mention, referent, &mut resolved);
        }
        // The speaker may be named after the quotation.
        for mention in self.article.mentions {
            let referent = self.first_person(mention);
            self.note(mention, referent, &mut resolved);
        }
        resolved.plurals.sort_by_key(|plural| plural.mention);
        resolved
    }

    fn referent_of(&self, mention: &Mention) -> Option<Referent> {
        match (mention.kind, mention.entity_type) {
            _ if mention.identifies() => None,
            (MentionKind::Name, _) => None,
            (MentionKind::Nominal, EntityType::PERSON) => self.role(mention),
            (MentionKind::Nominal, _) => self.thing(mention),
            (MentionKind::Pronoun, _) => match self.meaning(mention)? {
                Meaning::Person(gender) => self.he_or_she(mention, gender),
                Meaning::Thing => self.it(mention),
                Meaning::OneOfTwo(_) => self.one_of_two(mention),
                Meaning::Several | Meaning::Speaker | Meaning::SpeakersBody => None,
            },
        }
    }

    /// Records what a mention refers to, for the mentions after it.
    fn note(&mut self, mention: &Mention, referent: Option<Referent>, resolved: &mut Resolved) {
        let known = self.chain_of.get(&mention.id).copied().filter(|_| mention.identifies());
        let chain = referent.as_ref().map(|referent| referent.chain).or(known);
        if let Some(Referent { chain, antecedent, sieve, confidence }) = referent {
            self.chain_of.insert(mention.id, chain);
            // Somebody who was "she" once is never "he".
            self.facts[chain].genders.extend(mention.gender);
            let link = CorefLink { mention: mention.id, antecedent, sieve: sieve.into(), confidence };
            resolved.links.push((chain, link));
        }
        // After "the Bank of Peru", "it" does not refer to Peru.
        if mention.nested_in.is_none() && (chain.is_some() || self.is_open_role(mention)) {
            let is_subject = self.is_subject(mention);
            self.seen[mention.provenance.sentence.index()].push(Seen { mention: mention.id, chain, is_subject });
        }
    }

    /// Returns whether the person is known only by office: "she" may refer to "the envoy", although nothing says who
    /// that is.
    fn is_open_role(&self, mention: &Mention) -> bool {
        let is_role = mention.kind == MentionKind::Nominal && mention.entity_type == EntityType::PERSON;
        let is_title = |name: &Mention| name.id != mention.id && name.whole().contains(mention.tokens);
        is_role && mention.phrase.is_some() && !self.mentions_in(mention.provenance.sentence).any(is_title)
    }
}
