//! Replaces the persons and places of a labelled document.
//!
//! Training corpora are about few countries. With names from all countries in the same sentences, the model learns the
//! context of a name rather than the name (data augmentation by mention replacement, Dai and Adel 2020, COLING,
//! section 3.1).

use std::collections::BTreeMap;

use super::draft::{Draft, DraftName};
use super::name_lists::{Country, Pools};
use crate::analysis::names::name_kind::NameKind;
use crate::stable_random::Random;

/// Share of the places that are replaced, in percent.
const PLACES: u64 = 12;

/// Replaces the persons and places of a document, the same word always by the same other one.
pub(crate) struct Disguise<'a> {
    pools: &'a Pools,
    country: &'a Country,
    people: BTreeMap<String, String>,
    places: BTreeMap<String, String>,
}

fn draw<'a, T>(items: &'a [T], random: &mut Random) -> Option<&'a T> {
    let count = items.len() as u64;
    if count == 0 { None } else { items.get((random.next() % count) as usize) }
}

impl<'a> Disguise<'a> {
    /// Draws the country whose names are used in the document; `None` if there are no names to draw from.
    pub(crate) fn new(pools: &'a Pools, random: &mut Random) -> Option<Self> {
        let country = draw(&pools.people, random)?;
        Some(Self { pools, country, people: BTreeMap::new(), places: BTreeMap::new() })
    }

    /// The sentence with other names.
    pub(crate) fn apply(&mut self, draft: &Draft, random: &mut Random) -> Draft {
        let mut changed = Draft::default();
        let mut at = 0;
        for name in &draft.names {
            changed.tokens.extend_from_slice(&draft.tokens[at..name.tokens.start]);
            let start = changed.tokens.len();
            let tokens = &draft.tokens[name.tokens.clone()];
            match name.kind {
                Some(NameKind::Person) => self.replace_person(tokens, random, &mut changed.tokens),
                Some(NameKind::Place) => self.replace_place(tokens, random, &mut changed.tokens),
                _ => changed.tokens.extend_from_slice(tokens),
            }
            changed.names.push(DraftName { tokens: start..changed.tokens.len(), kind: name.kind });
            at = name.tokens.end;
        }
        changed.tokens.extend_from_slice(&draft.tokens[at..]);
        changed
    }

    fn replace_person(&mut self, tokens: &[String], random: &mut Random, out: &mut Vec<String>) {
        for (index, token) in tokens.iter().enumerate() {
            if !starts_with_capital(token) || token.chars().count() < 3 {
                out.push(token.clone());
                continue;
            }
            let is_last = index + 1 == tokens.len();
            let pool = if is_last { &self.country.family } else { &self.country.given };
            let drawn = self.people.entry(token.clone()).or_insert_with(|| draw(pool, random).unwrap_or(token).clone());
            out.extend(drawn.split_whitespace().map(str::to_owned));
            // Second family names and patronymics: a third part in every sixth name.
            if is_last && tokens.len() > 1 && random.chance(16) {
                out.extend(
                    draw(&self.country.family, random)
                        .iter()
                        .flat_map(|name| name.split_whitespace())
                        .map(str::to_owned),
                );
            }
        }
    }

    fn replace_place(&mut self, tokens: &[String], random: &mut Random, out: &mut Vec<String>) {
        let whole = tokens.join(" ");
        let is_country = self.pools.countries.contains(&whole);
        // Most places stay: new ones are all on the lists, and a model that saw only such trusts the lists too much.
        if !starts_with_capital(&whole) || tokens.len() > 3 || !random.chance(PLACES) {
            out.extend_from_slice(tokens);
            return;
        }
        let pool = if is_country { &self.pools.countries } else { &self.pools.settlements };
        let drawn = self.places.entry(whole.clone()).or_insert_with(|| draw(pool, random).cloned().unwrap_or(whole));
        out.extend(drawn.split_whitespace().map(str::to_owned));
    }
}

fn starts_with_capital(token: &str) -> bool {
    token.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pools() -> Pools {
        let country = Country { given: vec!["Anahí".to_owned()], family: vec!["Condorcanki".to_owned()] };
        Pools { people: vec![country], settlements: vec!["Santa Cruz".to_owned()], countries: vec![] }
    }

    #[test]
    fn persons_and_places_change_and_the_rest_stays() {
        let tokens = "Grace Achieng went to Kisumu .".split(' ').map(str::to_owned).collect();
        let name = |tokens, kind| DraftName { tokens, kind: Some(kind) };
        let draft = Draft {
            tokens,
            names: vec![name(0..2, NameKind::Person), name(4..5, NameKind::Place)],
            ..Draft::default()
        };
        let (pools, mut random) = (pools(), Random::new(1));
        let mut places = std::collections::BTreeSet::new();
        for _ in 0..200 {
            let changed = Disguise::new(&pools, &mut random).unwrap().apply(&draft, &mut random);
            assert!(changed.tokens.starts_with(&["Anahí".to_owned(), "Condorcanki".to_owned()]));
            assert!(changed.tokens.ends_with(&[".".to_owned()]));
            places.insert(changed.tokens[changed.names[1].tokens.clone()].join(" "));
        }
        assert_eq!(places.into_iter().collect::<Vec<_>>(), ["Kisumu", "Santa Cruz"]);
    }

    #[test]
    fn without_lists_there_is_no_disguise() {
        assert!(Disguise::new(&Pools::default(), &mut Random::new(1)).is_none());
    }
}
