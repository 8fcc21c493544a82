//! Takes countries, towns and names from the shipped gazetteers.

use std::collections::BTreeMap;

use whomet::lexicon::shipped_list;

use super::random::Random;

/// A sovereign state.
pub(crate) struct Country {
    pub(crate) name: &'static str,
    pub(crate) adjective: &'static str,
    pub(crate) capital: &'static str,
    /// Towns other than the capital, in a random order of importance.
    pub(crate) towns: Vec<&'static str>,
}

impl Country {
    /// Returns whether the name takes the article: "the Netherlands".
    pub(crate) fn bears_article(&self) -> bool {
        let known = ["Netherlands", "Philippines", "Maldives", "Seychelles", "Bahamas", "Comoros", "Gambia"];
        known.contains(&self.name) || ["United ", "Islands", "Republic"].iter().any(|noun| self.name.contains(noun))
    }

    /// The name in running text.
    pub(crate) fn in_text(&self) -> String {
        format!("{}{}", if self.bears_article() { "the " } else { "" }, self.name)
    }
}

/// Countries, and names for people.
pub(crate) struct Lists {
    /// The countries, in the order of how often they are in the news.
    pub(crate) countries: Vec<Country>,
    pub(crate) men: Vec<&'static str>,
    pub(crate) women: Vec<&'static str>,
    pub(crate) families: Vec<&'static str>,
}

impl Lists {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Random::of(seed, "lists", 0);
        let mut countries = countries(&mut towns());
        random.shuffle(&mut countries);
        for country in &mut countries {
            random.shuffle(&mut country.towns);
            country.towns.truncate(60);
        }
        let names = |kind, gender| {
            let is_wanted = move |row: &Vec<&'static str>| row[1] == kind && row[2] == gender;
            rows("person_names.tsv").filter(is_wanted).map(|row| row[0]).collect()
        };
        Self { countries, men: names("given", "M"), women: names("given", "F"), families: names("family", "") }
    }
}

fn countries(towns: &mut BTreeMap<&'static str, Vec<&'static str>>) -> Vec<Country> {
    let mut countries = Vec::new();
    for row in rows("countries.tsv") {
        let first = |field: &'static str| field.split(';').next().unwrap_or_default();
        let (adjective, capital) = (first(row[5]), first(row[7]));
        let mut towns = towns.remove(row[0]).unwrap_or_default();
        towns.retain(|town| *town != capital);
        if row[9] == "sovereign" && !adjective.is_empty() && !capital.is_empty() && towns.len() > 3 {
            countries.push(Country { name: row[2], adjective, capital, towns });
        }
    }
    countries
}

/// The towns with a name of one or two plain words, by the code of their country.
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

/// The tab-separated rows after the first line.
fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let text = shipped_list(list).expect("the program ships the list");
    text.lines().skip(1).filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}
