//! A document's record in, the land of each of its chains out.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{ChainId, MentionId};
use crate::lexicon::Lexicon;
use crate::ontology::{EntityType, RelationType};
use crate::record::DocumentRecord;
use crate::relation::Status;

/// Mentions from which on a land is one that the article speaks of, if it names several.
const MIN_MENTIONS: usize = 2;

/// Which land the things of a document belong to or serve, as ISO 3166-1 alpha-2 codes in small letters.
pub(super) struct Countries {
    of_chain: Vec<Option<String>>,
    of_article: Option<String>,
}

impl Countries {
    pub(super) fn new(record: &DocumentRecord, lexicon: &Lexicon) -> Self {
        let mut named: Vec<BTreeSet<String>> =
            (0..record.chains.len()).map(|at| named_countries(record, ChainId::new(at), lexicon)).collect();
        // Bodies first: a minister serves the land of the ministry.
        for relation in [RelationType::PART_OF, RelationType::AFFILIATED_WITH] {
            for (chain, countries) in told_countries(record, relation, &named) {
                if named[chain].is_empty() {
                    named[chain] = countries;
                }
            }
        }
        // Things of several lands are of none in particular.
        let only = |countries: BTreeSet<String>| countries.first().cloned().filter(|_| countries.len() == 1);
        Self { of_chain: named.into_iter().map(only).collect(), of_article: country_of_article(record) }
    }

    /// The land of a chain, if it is named or told and only one.
    pub(super) fn of(&self, chain: ChainId) -> Option<&str> {
        self.of_chain[chain.index()].as_deref()
    }

    /// The land that the article speaks of most.
    pub(super) fn of_article(&self) -> Option<&str> {
        self.of_article.as_deref()
    }
}

fn code(iso3166: &str) -> String {
    iso3166.to_lowercase()
}

/// The lands that the names of a chain hold: "Nepal" in "Nepal River Guard" and "Royal Navy of Nepal".
fn named_countries(record: &DocumentRecord, chain: ChainId, lexicon: &Lexicon) -> BTreeSet<String> {
    let chain = &record.chains[chain.index()];
    let mentions = chain.mentions.iter().map(|id| record.mention(*id));
    if chain.entity_type == EntityType::COUNTRY {
        return mentions.filter_map(|mention| mention.iso3166.as_deref().map(code)).collect();
    }
    if chain.entity_type == EntityType::PERSON {
        return BTreeSet::new(); // "Jordan Tamm" is of no country by the name
    }
    let labels: BTreeSet<&str> = mentions.filter_map(|mention| mention.label.as_deref()).collect();
    labels.into_iter().flat_map(|label| countries_in(label, lexicon)).collect()
}

/// The lands whose name, or the adjective of which, stands in `name`.
pub(super) fn countries_in(name: &str, lexicon: &Lexicon) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    (0..words.len()).filter_map(|at| lexicon.land(&words[at..])).map(|(_, iso)| code(iso)).collect()
}

/// The lands to which statements of one relation tie things that are of none by their name.
fn told_countries(
    record: &DocumentRecord,
    relation: RelationType,
    named: &[BTreeSet<String>],
) -> BTreeMap<usize, BTreeSet<String>> {
    let chain_of = |id: MentionId| record.mention(id).chain.map(ChainId::index);
    let mut told: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    let is_fact = |statement: &&crate::record::StatementRecord| {
        statement.relation == relation && statement.status == Status::Asserted
    };
    for statement in record.statements.iter().filter(is_fact) {
        if let (Some(subject), Some(object)) = (chain_of(statement.subject), chain_of(statement.object)) {
            // Who works for a firm abroad does not serve that land.
            let is_state = [EntityType::COUNTRY, EntityType::AGENCY].contains(&record.chains[object].entity_type);
            if is_state || relation == RelationType::PART_OF {
                told.entry(subject).or_default().extend(named[object].iter().cloned());
            }
        }
    }
    told.retain(|_, countries| !countries.is_empty());
    told
}

/// The land mentioned most often, if it is clear which, and more than in passing unless it is the only one.
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
