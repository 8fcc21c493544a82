//! Collects what the names and statements of a document say about each chain.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{AnalyzedDocument, TokenId, Upos};
use crate::ids::{MentionId, SentenceId};
use crate::language::{Class, Gender, LanguagePack};
use crate::mention::Mention;
use crate::ontology::{EntityType, RelationType};
use crate::relation::Statement;
use crate::span::Span;
use crate::text::fold;

/// How many words may stand between a word that changes an office and the title: "deputy prime minister".
const MAX_BEFORE: usize = 3;

/// What the names of a chain and the statements about its offices say.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) entity_type: Option<EntityType>,
    /// The first mention: the antecedent of mentions that no grammar links to another one.
    pub(super) first: Option<MentionId>,
    pub(super) genders: BTreeSet<Gender>,
    pub(super) offices: Vec<Office>,
    /// Folded names, to look for nouns in.
    pub(super) names: BTreeSet<String>,
}

/// A position or title in folded words, with its organization and country if known.
#[derive(Debug)]
pub(super) struct Office {
    position: String,
    /// The words that change the office after them: a deputy minister is not "the minister".
    others: Vec<String>,
    /// The head noun of the office: "minister" in "minister of health" and in "health minister".
    kind: String,
    /// The chain of the organization.
    pub(super) body: Option<usize>,
    /// The usual name of the country that the organization is or belongs to.
    pub(super) country: Option<String>,
}

impl Office {
    /// An office whose organization and country are unknown.
    pub(super) fn new(position: &str, language: &LanguagePack) -> Self {
        let position = fold(position);
        let words = || position.split(' ');
        let others = words().filter(|word| language.is(Class::OtherOffice, word)).map(str::to_owned).collect();
        let kind = words().take_while(|word| !language.is(Class::ChargePreposition, word)).last();
        Self { others, kind: kind.unwrap_or_default().to_owned(), position, body: None, country: None }
    }

    /// Its folded words.
    pub(super) fn position(&self) -> &str {
        &self.position
    }

    /// Returns whether the description fits the office: "minister" fits "foreign minister", not "deputy minister".
    pub(super) fn is_called(&self, description: &str) -> bool {
        let has = |word: &str| self.position.split(' ').any(|other| other == word);
        description.split(' ').all(has)
            && self.others.iter().all(|word| description.split(' ').any(|other| other == word))
    }

    /// Returns whether the folded words of a description say all of the office: "president" does not for "vice
    /// president".
    pub(super) fn is_within(&self, words: &[String]) -> bool {
        self.position.split(' ').all(|word| words.iter().any(|other| other == word))
    }

    /// Returns whether both offices are of one kind, such as ministers or commanders.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        !self.kind.is_empty() && self.kind == other.kind
    }
}

impl Facts {
    pub(super) fn is(&self, entity_type: EntityType) -> bool {
        self.entity_type == Some(entity_type)
    }

    /// Returns whether it is an agency, group or organization.
    pub(super) fn is_body(&self) -> bool {
        self.entity_type.is_some_and(EntityType::is_organization)
    }

    /// Returns whether the person holds an office that the description fits.
    pub(super) fn holds(&self, description: &str) -> bool {
        self.offices.iter().any(|office| office.is_called(description))
    }

    /// Returns whether a name contains these words next to each other.
    pub(super) fn is_named(&self, words: &str) -> bool {
        self.names.iter().any(|name| format!(" {name} ").contains(&format!(" {words} ")))
    }

    /// Returns whether nothing contradicts the gender.
    pub(super) fn agrees(&self, gender: Option<Gender>) -> bool {
        self.genders.len() != 1 || gender.is_none_or(|gender| self.genders.contains(&gender))
    }
}

/// The facts of each chain.
pub(super) fn gather(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    chains: &[Vec<MentionId>],
    chain_of: &BTreeMap<MentionId, usize>,
    statements: &[Statement],
    language: &LanguagePack,
) -> Vec<Facts> {
    let mut facts: Vec<Facts> = chains.iter().map(|members| facts_of(document, mentions, members, language)).collect();
    let countries = countries_of_bodies(mentions, chain_of, statements);
    for statement in statements.iter().filter(|statement| statement.relation == RelationType::AFFILIATED_WITH) {
        let Some(&chain) = chain_of.get(&statement.subject) else { continue };
        let body = chain_of.get(&statement.object).copied();
        let object = &mentions[statement.object.index()];
        let country = country_of(object).or_else(|| countries.get(&body?).cloned());
        let position = statement.attributes.get("position").map(String::as_str).unwrap_or_default();
        facts[chain].offices.push(Office { body, country, ..Office::new(position, language) });
    }
    facts
}

fn facts_of(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    members: &[MentionId],
    language: &LanguagePack,
) -> Facts {
    let mut facts = Facts { first: members.first().copied(), ..Facts::default() };
    for mention in members.iter().map(|id| &mentions[id.index()]) {
        facts.entity_type = Some(mention.entity_type);
        facts.genders.extend(mention.gender);
        facts.names.insert(mention.norm.clone());
        if let Some(title) = mention.title {
            let words = office_words(document, mention.provenance.sentence, title, language);
            facts.offices.push(Office::new(&words, language));
        }
    }
    facts
}

/// The words of an office, including a word that changes it: "deputy trade minister", although only "minister" may be a
/// known title.
pub(super) fn office_words(
    document: &AnalyzedDocument,
    sentence: SentenceId,
    title: Span<TokenId>,
    language: &LanguagePack,
) -> String {
    let sentence = document.sentence(sentence);
    let folded = |at: usize| fold(document.surface(sentence.tokens[at].span));
    let is_part =
        |at: &usize| matches!(sentence.tokens[*at].tag.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Punct);
    let before = (title.start().saturating_sub(MAX_BEFORE)..title.start()).rev().take_while(is_part);
    let start = before.filter(|&at| language.is(Class::OtherOffice, &folded(at))).last().unwrap_or(title.start());
    document.surface(sentence.bytes(Span::new(start, title.end()))).to_owned()
}

fn country_of(mention: &Mention) -> Option<String> {
    mention.canonical.clone().filter(|_| mention.entity_type == EntityType::COUNTRY)
}

/// The country that each organization is stated to be part of, by chain.
fn countries_of_bodies(
    mentions: &[Mention],
    chain_of: &BTreeMap<MentionId, usize>,
    statements: &[Statement],
) -> BTreeMap<usize, String> {
    let parts = statements.iter().filter(|statement| statement.relation == RelationType::PART_OF);
    parts
        .filter_map(|part| Some((*chain_of.get(&part.subject)?, country_of(&mentions[part.object.index()])?)))
        .collect()
}
