//! Profiles the chains of a document: the name under which each is filed, and the facts that the document gives.

use std::collections::{BTreeMap, BTreeSet};

use super::countries::Countries;
use super::fact::{Fact, FactKind};
use super::name_parts::{OrganizationName, PersonName, fullness, is_acronym};
use super::scope::{Scope, name_key};
use crate::coreference::is_short_name;
use crate::ids::{ChainId, NameKey};
use crate::language::Gender;
use crate::lexicon::Lexicon;
use crate::mention::MentionKind;
use crate::ontology::{EntityType, RelationType};
use crate::record::{ChainRecord, DocumentRecord, MentionRecord};
use crate::relation::Status;
use crate::text::{fold, is_all_caps};

/// What one document says of one entity.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainProfile {
    /// The name under which it is filed.
    pub key: NameKey,
    /// Type of the entity.
    pub entity_type: EntityType,
    /// The fullest name in the document; if a gazetteer knows the entity, its usual name.
    pub name: String,
    /// What distinguishes it from other entities of the same name.
    pub scope: Scope,
    /// Whether a gazetteer knows it.
    pub is_known: bool,
    /// What the document says of it.
    pub facts: BTreeSet<Fact>,
}

/// The profiles of a document's chains, in their order.
///
/// Chains whose key is in `apart` get the scope of their document: a person ruled that the name means something else
/// there.
///
/// # Complexity
/// O(m + s·log c) for m mentions, s statements and c chains.
#[must_use]
pub fn chain_profiles(record: &DocumentRecord, lexicon: &Lexicon, apart: &BTreeSet<NameKey>) -> Vec<ChainProfile> {
    let countries = Countries::new(record, lexicon);
    let mut profiles: Vec<ChainProfile> = (0..record.chains.len())
        .map(|at| Reader { record, lexicon, countries: &countries, id: ChainId::new(at) }.profile(apart))
        .collect();
    let keys: Vec<NameKey> = profiles.iter().map(|profile| profile.key.clone()).collect();
    for (at, facts) in facts_of_statements(record, &countries, &keys) {
        profiles[at].facts.extend(facts);
    }
    profiles
}

struct Reader<'a> {
    record: &'a DocumentRecord,
    lexicon: &'a Lexicon,
    countries: &'a Countries,
    id: ChainId,
}

impl<'a> Reader<'a> {
    fn chain(&self) -> &'a ChainRecord {
        &self.record.chains[self.id.index()]
    }

    /// The mentions that have a label, with the label.
    fn naming(&self) -> impl Iterator<Item = (&'a MentionRecord, &'a str)> + Clone {
        let mentions = self.chain().mentions.iter().map(|id| self.record.mention(*id));
        mentions.filter_map(|mention| Some((mention, mention.label.as_deref()?)))
    }

    fn profile(&self, apart: &BTreeSet<NameKey>) -> ChainProfile {
        let entity_type = self.chain().entity_type;
        let canonical = self.naming().find_map(|(mention, _)| mention.canonical.as_deref());
        let name = canonical.map_or_else(|| fullest(self.naming()), str::to_owned);
        let mut scope = if canonical.is_some() { Scope::Everywhere } else { self.scope(&name) };
        if apart.contains(&name_key(entity_type, &name, &scope)) {
            scope = Scope::Document(self.record.info.id.clone());
        }
        let mut facts = self.facts(canonical.is_some());
        facts.extend(self.authority(&name).map(|id| Fact::new(FactKind::Authority, id)));
        facts.insert(Fact::new(FactKind::Label, name.as_str()));
        ChainProfile {
            key: name_key(entity_type, &name, &scope),
            entity_type,
            facts,
            name,
            scope,
            is_known: canonical.is_some(),
        }
    }

    /// What distinguishes the entity from others of its name.
    fn scope(&self, name: &str) -> Scope {
        let here = || Scope::Document(self.record.info.id.clone());
        if self.naming().all(|(mention, _)| mention.kind != MentionKind::Name) {
            return here(); // a "two-day workshop" in another article may be another workshop
        }
        let entity_type = self.chain().entity_type;
        let country = self.countries.of(self.id).map(|country| Scope::Country(country.to_owned()));
        let article = || self.countries.of_article().map(|country| Scope::Country(country.to_owned()));
        if entity_type == EntityType::PERSON {
            let name = PersonName::new(name, self.lexicon);
            return match (name.is_lone(), name.is_common()) {
                (true, _) => here(),
                (false, true) => country.or_else(article).unwrap_or(Scope::Everywhere),
                (false, false) => country.unwrap_or(Scope::Everywhere),
            };
        }
        if entity_type == EntityType::COUNTRY {
            return Scope::Everywhere;
        }
        if entity_type == EntityType::PLACE || entity_type == EntityType::EVENT {
            return country.unwrap_or(Scope::Everywhere);
        }
        if is_acronym(name) {
            // An unexplained acronym names an agency of the article's country, or something known everywhere.
            let near = if entity_type == EntityType::AGENCY { article() } else { None };
            return country.or(near).unwrap_or(Scope::Everywhere);
        }
        let is_generic = OrganizationName::new(name, self.lexicon).is_generic();
        country.unwrap_or_else(|| if is_generic { here() } else { Scope::Everywhere })
    }

    /// The id of the entity in the user's authority lists, if they hold one of its full names.
    fn authority(&self, name: &str) -> Option<&'a str> {
        let (entity_type, country) = (self.chain().entity_type, self.countries.of(self.id));
        let own = self.naming().filter(|(mention, _)| !is_short(mention)).map(|(_, label)| label);
        // A lone given name or surname is too weak.
        let is_telling =
            |name: &&str| entity_type != EntityType::PERSON || !PersonName::new(name, self.lexicon).is_lone();
        let mut names = std::iter::once(name).chain(own).filter(is_telling);
        let found = names.find_map(|name| self.lexicon.authority_for(entity_type, name, country));
        found.map(|record| record.id.as_str())
    }

    /// The facts that its mentions give: names, gender, country.
    fn facts(&self, is_known: bool) -> BTreeSet<Fact> {
        let mut facts = BTreeSet::new();
        for (mention, label) in self.naming() {
            if is_short(mention) {
                continue;
            }
            if is_acronym(label) && self.chain().entity_type != EntityType::PERSON {
                facts.insert(Fact::new(FactKind::Acronym, fold(label)));
            } else if is_full(label) {
                facts.insert(Fact::new(FactKind::Name, label));
            }
        }
        if is_known || facts.is_empty() {
            facts.insert(Fact::new(FactKind::Name, fullest(self.naming())));
        }
        let genders = self.naming().filter_map(|(mention, _)| mention.gender);
        facts.extend(genders.map(|gender| Fact::new(FactKind::Gender, word_of(gender))));
        match (self.countries.of(self.id), self.countries.of_article()) {
            (Some(country), _) => facts.insert(Fact::new(FactKind::Country, country)),
            (None, Some(country)) => facts.insert(Fact::new(FactKind::ArticleCountry, country)),
            (None, None) => false,
        };
        facts
    }
}

/// Whether the mention shortens another name of its chain.
fn is_short(mention: &MentionRecord) -> bool {
    mention.joined.as_ref().is_some_and(|joined| is_short_name(&joined.sieve))
}

fn word_of(gender: Gender) -> &'static str {
    match gender {
        Gender::Male => "male",
        Gender::Female => "female",
    }
}

/// Whether a name has several words and is not in capitals, as in a headline.
fn is_full(label: &str) -> bool {
    label.contains([' ', '-']) && !is_all_caps(label)
}

/// The name with the most words, then the most letters; of equally long names, the first in alphabetical order.
pub(super) fn fullest<'a>(named: impl Iterator<Item = (&'a MentionRecord, &'a str)> + Clone) -> String {
    let usual = named.clone().filter(|(mention, _)| !mention.is_demonym);
    let best = usual.max_by_key(|(_, label)| fullness(label)).or_else(|| named.clone().next());
    best.map(|(_, label)| label.to_owned()).unwrap_or_default()
}

/// Facts from statements, by chain: offices of persons, dates and places of events.
fn facts_of_statements(record: &DocumentRecord, countries: &Countries, keys: &[NameKey]) -> BTreeMap<usize, Vec<Fact>> {
    let mut facts_of: BTreeMap<usize, Vec<Fact>> = BTreeMap::new();
    let chain_of = |id| record.mention(id).chain.map(ChainId::index);
    for statement in record.statements.iter().filter(|statement| statement.status == Status::Asserted) {
        let (Some(subject), Some(object)) = (chain_of(statement.subject), chain_of(statement.object)) else { continue };
        if statement.relation == RelationType::AFFILIATED_WITH {
            let facts = facts_of.entry(subject).or_default();
            facts.push(Fact::new(FactKind::Organization, keys[object].as_str()));
            if let Some(position) = statement.attributes.get("position") {
                let country = countries.of(ChainId::new(object)).unwrap_or_default();
                facts.push(Fact::new(FactKind::Office, format!("{}|{country}", fold(position))));
            }
        }
        for event in [subject, object] {
            if record.chains[event].entity_type != EntityType::EVENT {
                continue;
            }
            let facts = facts_of.entry(event).or_default();
            facts.extend(statement.date.map(|date| Fact::new(FactKind::Date, date.to_string())));
            if statement.relation == RelationType::HELD_IN && event == subject {
                facts.push(Fact::new(FactKind::Place, keys[object].as_str()));
            }
        }
    }
    facts_of
}
