//! Resolves "the delegation" to those who lead it: "a delegation led by Oli", "Oli led a delegation", "Oli's
//! delegation".
//!
//! Where a delegation goes and whom it meets, its leader goes and meets.

use super::referents::Referents;
use crate::analysis::{Deprel, Sentence, TokenId};
use crate::ids::{MentionId, SentenceId};
use crate::language::Class;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;

/// How many sentences back the party may have been introduced.
const SENTENCES_BACK: usize = 6;

impl Referents<'_> {
    /// The leaders of the last party that the text introduces with its leader before `mention`.
    pub(super) fn leaders_of_party(&self, mention: &Mention) -> Option<Vec<MentionId>> {
        let id = mention.provenance.sentence.index();
        (id.saturating_sub(SENTENCES_BACK)..=id).rev().find_map(|index| {
            let sentence = self.article.document.sentence(SentenceId::new(index));
            let end = if index == id { mention.tokens.start() } else { sentence.tokens.len() };
            let parties = (0..end).rev().filter(|&at| self.is_party(sentence, at));
            parties.map(|at| self.leaders_at(SentenceId::new(index), at)).find(|leaders| !leaders.is_empty())
        })
    }

    fn is_party(&self, sentence: &Sentence, at: usize) -> bool {
        self.article.lexicon.is(Class::TravellingParty, &sentence.tokens[at].lemma)
    }

    /// The persons who lead the party at `at`, according to the tree.
    fn leaders_at(&self, id: SentenceId, at: usize) -> Vec<MentionId> {
        let sentence = self.article.document.sentence(id);
        let tree = &sentence.tree;
        let leads = |verb: TokenId| self.article.lexicon.is(Class::Leading, &sentence.tokens[verb.index()].lemma);
        let below = |token: TokenId, labels: &[Deprel]| {
            tree.children(token).iter().copied().find(|&child| labels.contains(&tree.deprel(child)))
        };
        let party = TokenId::new(at);
        let participles = tree.children(party).iter().copied();
        let participles = participles.filter(|&verb| matches!(tree.deprel(verb), Deprel::Acl | Deprel::AclRelcl));
        let by_participle =
            participles.filter(|&verb| leads(verb)).find_map(|verb| below(verb, &[Deprel::OblAgent, Deprel::Obl]));
        let by_verb = || {
            let verb = tree.head(party).filter(|&verb| tree.deprel(party) == Deprel::Obj && leads(verb))?;
            below(verb, &[Deprel::Nsubj])
        };
        let by_owner = || below(party, &[Deprel::NmodPoss]);
        let leader = by_participle.or_else(by_verb).or_else(by_owner);
        leader.map_or(Vec::new(), |leader| self.persons_from(id, leader))
    }

    /// The person named at a token, and those coordinated with it.
    fn persons_from(&self, id: SentenceId, first: TokenId) -> Vec<MentionId> {
        let tree = &self.article.document.sentence(id).tree;
        let conjuncts = tree.children(first).iter().copied().filter(|&child| tree.deprel(child) == Deprel::Conj);
        let person_at = |token: TokenId| {
            self.mentions_in(id).find(|mention| {
                let is_person = mention.kind == MentionKind::Name && mention.entity_type == EntityType::PERSON;
                is_person && mention.whole().range().contains(&token.index())
            })
        };
        let persons = std::iter::once(first).chain(conjuncts).filter_map(person_at);
        persons.map(|person| person.id).filter(|id| self.chain_of.contains_key(id)).collect()
    }
}
