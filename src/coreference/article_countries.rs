//! Counts the countries that an article speaks of.

use std::collections::BTreeMap;

use crate::ids::MentionId;
use crate::mention::Mention;
use crate::ontology::EntityType;

/// The fewest mentions that make a country the one an article speaks of; a single one may be anybody's.
const LEAST_MENTIONS: usize = 2;

/// The countries that an article mentions.
pub(super) struct ArticleCountries<'a> {
    /// How often each country is mentioned.
    counts: BTreeMap<&'a str, usize>,
    /// A mention of each country that is no part of another name; a name rather than an adjective.
    best: BTreeMap<&'a str, &'a Mention>,
}

impl<'a> ArticleCountries<'a> {
    pub(super) fn new(mentions: &'a [Mention]) -> Self {
        let mut countries = Self { counts: BTreeMap::new(), best: BTreeMap::new() };
        for mention in mentions {
            let Some(country) = country_of(mention) else { continue };
            *countries.counts.entry(country).or_default() += 1;
            if mention.nested_in.is_none() {
                let best = countries.best.entry(country).or_insert(mention);
                if best.is_demonym && !mention.is_demonym {
                    *best = mention;
                }
            }
        }
        countries
    }

    /// The country mentioned most often, with its share of all mentions of countries in percent; `None` if there are
    /// several, or if it is mentioned only once.
    pub(super) fn most_mentioned(&self) -> Option<(&'a str, usize)> {
        let most = self.counts.values().copied().max().filter(|&most| most >= LEAST_MENTIONS)?;
        let mut with_most = self.counts.iter().filter(|(_, count)| **count == most);
        let (country, _) = with_most.next().filter(|_| with_most.next().is_none())?;
        Some((country, most * 100 / self.counts.values().sum::<usize>()))
    }

    /// The best mention of a country.
    pub(super) fn mention_of(&self, country: &str) -> Option<MentionId> {
        self.best.get(country).map(|mention| mention.id)
    }
}

/// The usual name of the country that a mention means.
pub(super) fn country_of(mention: &Mention) -> Option<&str> {
    mention.canonical.as_deref().filter(|_| mention.entity_type == EntityType::COUNTRY)
}
