//! Finds the home country of each chain of a document.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{ChainId, MentionId};
use crate::lexicon::Lexicon;
use crate::ontology::{EntityType, RelationType};
use crate::record::DocumentRecord;
use crate::relation::Status;

/// If an article names several countries, one is its subject only with at least this many mentions.
const MIN_MENTIONS: usize = 2;

/// The country that each entity of a document belongs to or serves, as ISO 3166-1 alpha-2 codes in lower case.
pub(super) struct Countries {
    of_chain: Vec<Option<String>>,
    of_article: Option<String>,
}

impl Countries {
    pub(super) fn new(record: &DocumentRecord, lexicon: &Lexicon) -> Self {
        let mut named: Vec<BTreeSet<String>> =
            (0..record.chains.len()).map(|at| named_countries(record, ChainId::new(at), lexicon)).collect();
        // Organizations first: a minister serves the country of the ministry.
        for relation in [RelationType::PART_OF, RelationType::AFFILIATED_WITH] {
            for (chain, countries) in stated_countries(record, relation, &named) {
                if named[chain].is_empty() {
                    named[chain] = countries;
                }
            }
        }
        // An entity with several countries has no home country.
        let only = |countries: BTreeSet<String>| countries.first().cloned().filter(|_| countries.len() == 1);
        Self { of_chain: named.into_iter().map(only).collect(), of_article: country_of_article(record) }
    }

    /// The home country of a chain, if names or statements give exactly one.
    pub(super) fn of(&self, chain: ChainId) -> Option<&str> {
        self.of_chain[chain.index()].as_deref()
    }

    /// The country that the article is mostly about.
    pub(super) fn of_article(&self) -> Option<&str> {
        self.of_article.as_deref()
    }
}

fn code(iso3166: &str) -> String {
    iso3166.to_lowercase()
}

/// The countries in the names of a chain: Nepal in "Nepal River Guard" and "Royal Navy of Nepal".
fn named_countries(record: &DocumentRecord, chain: ChainId, lexicon: &Lexicon) -> BTreeSet<String> {
    let chain = &record.chains[chain.index()];
    let mentions = chain.mentions.iter().map(|id| record.mention(*id));
    if chain.entity_type == EntityType::COUNTRY {
        return mentions.filter_map(|mention| mention.iso3166.as_deref().map(code)).collect();
    }
    if chain.entity_type == EntityType::PERSON {
        return BTreeSet::new(); // the name "Jordan Tamm" says nothing about Jordan
    }
    let labels: BTreeSet<&str> = mentions.filter_map(|mention| mention.label.as_deref()).collect();
    labels.into_iter().flat_map(|label| countries_in(label, lexicon)).collect()
}

/// The countries whose name or adjective occurs in `name`.
pub(super) fn countries_in(name: &str, lexicon: &Lexicon) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    (0..words.len()).filter_map(|at| lexicon.land(&words[at..])).map(|(_, iso)| code(iso)).collect()
}

/// The countries of subjects, by chain, according to statements of one relation.
fn stated_countries(
    record: &DocumentRecord,
    relation: RelationType,
    named: &[BTreeSet<String>],
) -> BTreeMap<usize, BTreeSet<String>> {
    let chain_of = |id: MentionId| record.mention(id).chain.map(ChainId::index);
    let mut stated: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let is_fact = |statement: &&crate::record::StatementRecord| {
        statement.relation == relation && statement.status == Status::Asserted
    };
    for statement in record.statements.iter().filter(is_fact) {
        if let (Some(subject), Some(object)) = (chain_of(statement.subject), chain_of(statement.object)) {
            // A person who works for a foreign company does not serve that country.
            let is_state = [EntityType::COUNTRY, EntityType::AGENCY].contains(&record.chains[object].entity_type);
            if is_state || relation == RelationType::PART_OF {
                stated.entry(subject).or_default().extend(named[object].iter().cloned());
            }
        }
    }
    stated.retain(|_, countries| !countries.is_empty());
    stated
}

/// The only country that the article mentions, or the one mentioned most often, unless there is a tie or it has fewer
/// than [`MIN_MENTIONS`] mentions.
fn country_of_article(record: &DocumentRecord) -> Option<String> {
    let mut counts: Vec<(usize, String)> = Vec::new();
    for chain in record.chains.iter().filter(|chain| chain.entity_type == EntityType::COUNTRY) {
        let iso = chain.mentions.iter().find_map(|id| record.mention(*id).iso3166.as_deref());
        counts.extend(iso.map(|iso| (chain.mentions.len(), code(iso))));
    }
    counts.sort_by(|a, b| b.cmp(a));
    match &counts[..] {
        [] => None,
        [(_, country)] => Some(country.clone()),
        [(first, country), (second, _), ..] => (first > second && *first >= MIN_MENTIONS).then(|| country.clone()),
    }
}
