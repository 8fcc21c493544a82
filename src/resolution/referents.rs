//! Descriptions and pronouns in, the chains they belong to out.
//!
//! "The Estonian minister" is the one person of the article who is a minister and of Estonia; "the
//! institute" the one body named as an institute; "she" the subject of this or the last sentence, if
//! nobody else fits. Where two fit, nobody is meant: an open reference costs less than a wrong one.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{AnalyzedDocument, Deprel, SentenceKind};
use crate::ids::MentionId;
use crate::mention::{Gender, Mention, MentionKind};
use crate::ontology::{EntityType, RelationType};
use crate::relation::RelationMention;
use crate::text::fold;

/// How many sentences a pronoun looks back; Hobbs 1978 (Lingua 44) finds nearly all antecedents of
/// "he" and "she" in this sentence or the one before.
const SENTENCES_BACK: usize = 2;

/// Nouns that say no more than that it is an event: they mean the only one of the article.
const ANY_EVENT: [&str; 3] = ["event", "gathering", "occasion"];

/// What a description or pronoun means, and why.
#[derive(Debug, Clone)]
pub(super) struct Referent {
    /// Index of the chain.
    pub(super) chain: usize,
    pub(super) antecedent: MentionId,
    pub(super) sieve: &'static str,
    pub(super) confidence: f32,
}

/// The chains of names of one document, with what descriptions ask of them.
pub(super) struct Referents<'a> {
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
    /// The chain of each name.
    chain_of: BTreeMap<MentionId, usize>,
    facts: Vec<Facts>,
    /// Persons named or meant so far in each sentence, in text order.
    seen: Vec<Vec<Seen>>,
}

#[derive(Debug, Default)]
struct Facts {
    entity_type: Option<EntityType>,
    first: Option<MentionId>,
    genders: BTreeSet<Gender>,
    /// Positions and titles in folded words, with the country where the body is one.
    offices: Vec<(String, Option<String>)>,
    /// Folded names, for the nouns in them.
    names: BTreeSet<String>,
}

#[derive(Debug, Clone, Copy)]
struct Seen {
    mention: MentionId,
    chain: usize,
    is_subject: bool,
}

impl<'a> Referents<'a> {
    pub(super) fn new(
        document: &'a AnalyzedDocument,
        mentions: &'a [Mention],
        chains: &[Vec<MentionId>],
        statements: &[RelationMention],
    ) -> Self {
        let members = chains.iter().enumerate().flat_map(|(chain, members)| members.iter().map(move |&id| (id, chain)));
        let mut referents = Self {
            document,
            mentions,
            chain_of: members.collect(),
            facts: chains.iter().map(|members| facts_of(document, mentions, members)).collect(),
            seen: vec![Vec::new(); document.sentences.len()],
        };
        for statement in statements.iter().filter(|statement| statement.relation == RelationType::AFFILIATED_WITH) {
            let Some(&chain) = referents.chain_of.get(&statement.subject) else { continue };
            let body = &mentions[statement.object.index()];
            let country = body.canonical.clone().filter(|_| body.entity_type == EntityType::COUNTRY);
            let position = statement.attributes.get("position").map(|position| fold(position)).unwrap_or_default();
            referents.facts[chain].offices.push((position, country));
        }
        referents
    }

    /// What each description and pronoun means, as far as it is certain; in text order.
    pub(super) fn resolve(mut self) -> Vec<(MentionId, Referent)> {
        let mut found = Vec::new();
        for mention in self.mentions {
            let referent = match (mention.kind, mention.entity_type) {
                _ if mention.described.is_some() => None,
                (MentionKind::Name, _) => None,
                (MentionKind::Pronoun, _) => self.pronoun(mention),
                (MentionKind::Nominal, EntityType::PERSON) => self.office(mention),
                (MentionKind::Nominal, _) => self.body(mention),
            };
            let chain = referent.as_ref().map(|referent| referent.chain).or(self.chain_of.get(&mention.id).copied());
            if let Some(chain) = chain.filter(|&chain| self.facts[chain].entity_type == Some(EntityType::PERSON)) {
                let is_subject = self.is_subject(mention);
                self.seen[mention.provenance.sentence.index()].push(Seen { mention: mention.id, chain, is_subject });
            }
            found.extend(referent.map(|referent| (mention.id, referent)));
        }
        found
    }

    fn is_subject(&self, mention: &Mention) -> bool {
        let tree = &self.document.sentence(mention.provenance.sentence).tree;
        let whole = mention.title.or(mention.phrase).map_or(mention.tokens, |more| more.cover(mention.tokens));
        // In "Silva and Novak spoke" both are subjects, though only the first depends on the verb.
        let first_conjunct = |mut at: usize| {
            while let (Deprel::Conj, Some(head)) = (tree.deprels()[at], tree.heads()[at]) {
                at = head.index();
            }
            at
        };
        whole.range().any(|at| matches!(tree.deprels()[first_conjunct(at)], Deprel::Nsubj | Deprel::NsubjPass))
    }

    /// The one person who holds the office: "the minister", "the Estonian minister".
    fn office(&self, mention: &Mention) -> Option<Referent> {
        mention.phrase?;
        let country = self.country_before(mention);
        let holds = |facts: &Facts| {
            facts.offices.iter().any(|(position, of)| {
                let is_held = has_words(position, &mention.norm);
                is_held && country.as_ref().is_none_or(|country| of.as_ref() == Some(country))
            })
        };
        let confidence = if country.is_some() { 0.85 } else { 0.75 };
        self.only(EntityType::PERSON, holds).map(|(chain, antecedent)| Referent {
            chain,
            antecedent,
            sieve: "office",
            confidence,
        })
    }

    /// The country whose demonym stands in the phrase: "the Estonian minister".
    fn country_before(&self, mention: &Mention) -> Option<String> {
        let before = self.mentions[..mention.id.index()].last()?;
        let inside = mention.phrase.is_some_and(|phrase| phrase.contains(before.tokens))
            && before.provenance.sentence == mention.provenance.sentence;
        before.canonical.clone().filter(|_| inside && before.entity_type == EntityType::COUNTRY)
    }

    /// The one body, programme or event whose name has this noun: "the institute".
    fn body(&self, mention: &Mention) -> Option<Referent> {
        let fits_any = ANY_EVENT.contains(&mention.norm.as_str());
        let fits = |facts: &Facts| fits_any || facts.names.iter().any(|name| has_words(name, &mention.norm));
        let (chain, antecedent) = self.only(mention.entity_type, fits)?;
        Some(Referent { chain, antecedent, sieve: "head-noun", confidence: 0.75 })
    }

    /// The only chain of this type that `fits`, with its first mention.
    fn only(&self, entity_type: EntityType, fits: impl Fn(&Facts) -> bool) -> Option<(usize, MentionId)> {
        let mut fitting =
            self.facts.iter().enumerate().filter(|(_, facts)| facts.entity_type == Some(entity_type) && fits(facts));
        let (chain, facts) = fitting.next()?;
        let first = facts.first?;
        fitting.next().is_none().then_some((chain, first))
    }

    /// The subject of this sentence before the pronoun or of one of the last, or the only person there.
    fn pronoun(&self, mention: &Mention) -> Option<Referent> {
        let sentence = mention.provenance.sentence.index();
        if self.document.sentences[sentence].kind != SentenceKind::Prose {
            return None;
        }
        for back in 0..=SENTENCES_BACK.min(sentence) {
            let fitting: Vec<Seen> = self.seen[sentence - back]
                .iter()
                .copied()
                .filter(|seen| self.agrees(seen.chain, mention.gender))
                .collect();
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

    fn agrees(&self, chain: usize, gender: Option<Gender>) -> bool {
        let known = &self.facts[chain].genders;
        known.len() != 1 || gender.is_none_or(|gender| known.contains(&gender))
    }
}

fn facts_of(document: &AnalyzedDocument, mentions: &[Mention], members: &[MentionId]) -> Facts {
    let mut facts = Facts { first: members.first().copied(), ..Facts::default() };
    for mention in members.iter().map(|id| &mentions[id.index()]) {
        facts.entity_type = Some(mention.entity_type);
        facts.genders.extend(mention.gender);
        facts.names.insert(mention.norm.clone());
        if let Some(title) = mention.title {
            let span = document.sentence(mention.provenance.sentence).bytes(title);
            facts.offices.push((fold(document.surface(span)), None));
        }
    }
    facts
}

/// Whether the words of `part` stand together in `whole`.
fn has_words(whole: &str, part: &str) -> bool {
    format!(" {whole} ").contains(&format!(" {part} "))
}
