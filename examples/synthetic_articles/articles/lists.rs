//! The shipped lists in, the stuff that the world is made of out.

use std::collections::BTreeMap;

use whomet::lexicon::shipped_list;

use super::random::Random;

/// A sovereign state.
pub(crate) struct Land {
    pub(crate) name: &'static str,
    pub(crate) adjective: &'static str,
    pub(crate) capital: &'static str,
    /// Towns other than the capital, the important ones (by chance) first.
    pub(crate) towns: Vec<&'static str>,
}

impl Land {
    /// Whether the name stands with the article: "the Netherlands".
    pub(crate) fn bears_article(&self) -> bool {
        let known = ["Netherlands", "Philippines", "Maldives", "Seychelles", "Bahamas", "Comoros", "Gambia"];
        known.contains(&self.name) || ["United ", "Islands", "Republic"].iter().any(|noun| self.name.contains(noun))
    }

    /// The name in running text.
    pub(crate) fn in_text(&self) -> String {
        format!("{}{}", if self.bears_article() { "the " } else { "" }, self.name)
    }
}

/// Lands, and names for people.
pub(crate) struct Lists {
    /// The lands, those most in the news first.
    pub(crate) lands: Vec<Land>,
    pub(crate) men: Vec<&'static str>,
    pub(crate) women: Vec<&'static str>,
    pub(crate) families: Vec<&'static str>,
}

impl Lists {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random::of(seed, "lists", 0);
        let mut lands = lands(&mut towns());
        random.shuffle(&mut lands);
        for land in &mut lands {
            random.shuffle(&mut land.towns);
            land.towns.truncate(60);
        }
        let names = |kind, gender| {
            let is_wanted = move |row: &Vec<&'static str>| row[1] == kind && row[2] == gender;
            rows("person_names.tsv").filter(is_wanted).map(|row| row[0]).collect()
        };
        Self { lands, men: names("given", "M"), women: names("given", "F"), families: names("family", "") }
    }
}

fn lands(towns: &mut BTreeMap<&'static str, Vec<&'static str>>) -> Vec<Land> {
    let mut lands = Vec::new();
    for row in rows("countries.tsv") {
        let first = |field: &'static str| field.split(';').next().unwrap_or_default();
        let (adjective, capital) = (first(row[5]), first(row[7]));
        let mut towns = towns.remove(row[0]).unwrap_or_default();
        towns.retain(|town| *town != capital);
        if row[9] == "sovereign" && !adjective.is_empty() && !capital.is_empty() && towns.len() > 3 {
            lands.push(Land { name: row[2], adjective, capital, towns });
        }
    }
    lands
}

/// The towns by the code of their land: names of one or two plain words.
fn towns() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut towns: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in rows("places.tsv") {
        let is_plain = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
        if row[0].split(' ').count() <= 2 && row[0].split(' ').all(is_plain) {
            towns.entry(row[1]).or_default().push(row[0]);
        }
    }
    towns
}

/// The rows below the first line, divided by tabs.
fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let text = shipped_list(list).expect("the program ships the list");
    text.lines().skip(1).filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}
