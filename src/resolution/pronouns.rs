//! Pronouns for one person or thing: "she", "its", "I" and "we" in quotations.

use std::collections::BTreeSet;

use super::referents::{Referent, Referents, Seen};
use crate::analysis::SentenceKind;
use crate::mention::{Gender, Meaning, Mention, antecedents_of};
use crate::ontology::EntityType;

/// How many sentences a pronoun looks back; Hobbs 1978 (Lingua 44) finds nearly all antecedents of
/// "he" and "she" in this sentence or the one before.
const SENTENCES_BACK: usize = 2;

impl Referents<'_> {
    /// The subject of this sentence before the pronoun or of one of the last, or the only person there;
    /// never the one whose words these are, who would say "I".
    pub(super) fn he_or_she(&self, mention: &Mention, gender: Gender) -> Option<Referent> {
        let sentence = mention.provenance.sentence.index();
        if self.article.document.sentences[sentence].kind != SentenceKind::Prose {
            return None;
        }
        let speaker = self.quoted_speaker(mention).map(|(_, chain)| chain);
        for back in 0..=SENTENCES_BACK.min(sentence) {
            let can_be_meant = |seen: &Seen| {
                let facts = &self.facts[seen.chain];
                facts.is(EntityType::PERSON) && facts.agrees(Some(gender)) && Some(seen.chain) != speaker
            };
            let fitting: Vec<Seen> = self.seen[sentence - back].iter().copied().filter(can_be_meant).collect();
            let chains: BTreeSet<usize> = fitting.iter().map(|seen| seen.chain).collect();
            let subjects: BTreeSet<usize> =
                fitting.iter().filter(|seen| seen.is_subject).map(|seen| seen.chain).collect();
            let meant = match (chains.len(), subjects.len()) {
                (0, _) => continue,
                (1, _) => chains,
                (_, 1) => subjects,
                _ => return None,
            };
            let chain = *meant.first()?;
            let antecedent = fitting.iter().rev().find(|seen| seen.chain == chain)?.mention;
            let confidence = if back == 0 { 0.8 } else { 0.7 };
            return Some(Referent { chain, antecedent, sieve: "pronoun", confidence });
        }
        None
    }

    /// The body, event, programme or country that is the subject above "it" or in the sentence before.
    pub(super) fn it(&self, mention: &Mention) -> Option<Referent> {
        let before = &self.article.mentions[..mention.id.index()];
        let (sentence, at) = (mention.provenance.sentence, mention.tokens.start());
        let found = antecedents_of(self.article.document, before, sentence, at)?;
        let [antecedent] = found.mentions[..] else { return None };
        let chain = *self.chain_of.get(&antecedent)?;
        let confidence = if found.is_near { 0.75 } else { 0.7 };
        Some(Referent { chain, antecedent, sieve: "pronoun-it", confidence })
    }

    /// "I" is who is quoted; "we" the body that is quoted, or whose office the quoted person holds.
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
                let chain = self.body_of(chain)?;
                let antecedent = self.facts[chain].first?;
                Some(Referent { chain, antecedent, sieve: "speaker-body", confidence: 0.65 })
            }
            _ => None,
        }
    }

    /// The one body in which the person holds an office; besides a country the body that is none.
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
