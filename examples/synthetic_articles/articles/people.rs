//! Makes the name and office of a person from the person's number, so that nothing needs to be stored.

use super::lists::Country;
use super::random::Random;
use super::{World, tables};

/// How many names of the gazetteer a country uses: more family names than given names.
const FAMILIES_IN_COUNTRY: u64 = 300;
const GIVEN_IN_COUNTRY: u64 = 150;

/// A person.
pub(crate) struct Person {
    pub(crate) is_female: bool,
    pub(crate) given: &'static str,
    pub(crate) middle: Option<&'static str>,
    pub(crate) family: &'static str,
    /// Index among the countries.
    pub(crate) country: usize,
    pub(crate) office: Office,
}

/// What a person does, in the words of the article.
pub(crate) struct Office {
    /// A title before the full name, or empty: "Peruvian Defence Minister".
    pub(crate) before: String,
    /// An apposition after the name: "the minister of defence of Peru".
    pub(crate) after: String,
    /// A title before the surname in later sentences; empty for people who are Mr or Ms.
    pub(crate) later: &'static str,
}

impl World {
    /// How many people have been in the news before article `index`.
    ///
    /// The number grows as n^(11/16), within the range of Heaps' law for names; the factor gives about 1,300 people in
    /// 1,000 articles and 33,000 in 100,000. Roots are exact on every machine, powers are not.
    pub(crate) fn people_before(index: u64) -> u64 {
        let grown = |n: f64| {
            let eighth = n.sqrt().sqrt().sqrt();
            n.sqrt() * eighth * eighth.sqrt()
        };
        // Without the 40, the first articles would introduce too many people who never appear again.
        (12.0 * (grown(index as f64 + 40.0) - grown(40.0))) as u64
    }

    /// Person `number`. Every fourth holds a post that exists once per country; prominent posts and countries come
    /// first.
    pub(crate) fn person(&self, number: u64) -> Person {
        let mut random = Random::of(self.seed, "person", number);
        let countries = self.lists.countries.len() as u64;
        let (posts, others) = (tables::offices("post"), tables::offices("other"));
        let post = number / 4 / countries;
        let has_post = number.is_multiple_of(4) && post < posts.len() as u64;
        let (country, office) = if has_post {
            ((number / 4 % countries) as usize, posts[post as usize])
        } else {
            (random.zipf(countries) as usize, random.pick(others))
        };
        let is_female = random.chance(40);
        let given = if is_female { &self.lists.women } else { &self.lists.men };
        Person {
            is_female,
            given: self.name_in(country, given, GIVEN_IN_COUNTRY, &mut random),
            middle: random.chance(45).then(|| self.name_in(country, given, GIVEN_IN_COUNTRY, &mut random)),
            family: self.name_in(country, &self.lists.families, FAMILIES_IN_COUNTRY, &mut random),
            country,
            office: self.office(office, &self.lists.countries[country], &mut random),
        }
    }

    /// One of the names that the country uses, common ones more often.
    fn name_in(&self, country: usize, names: &[&'static str], in_use: u64, random: &mut Random) -> &'static str {
        let ranks: Vec<u64> = (0..in_use).collect();
        let rank = random.pick_early(&ranks);
        let mut choice = Random::of(self.seed, "name in land", country as u64 * 1000 + rank);
        names[choice.below(names.len() as u64) as usize]
    }

    fn office(&self, row: [&'static str; 3], country: &Country, random: &mut Random) -> Office {
        let mut other = country;
        while other.name == country.name {
            other = &self.lists.countries[random.zipf(self.lists.countries.len() as u64) as usize];
        }
        let town = random.pick_early(&country.towns);
        let (topic, ngo) = (random.pick(tables::words("topic")), self.ngo(random.next() % 4000));
        let party = self.party(country, random.below(5));
        let fill = |text: &str| {
            text.replace("{country}", &country.in_text())
                .replace("{dem}", country.adjective)
                .replace("{town}", town)
                .replace("{other}", other.name)
                .replace("{topic}", topic)
                .replace("{ngo}", &ngo)
                .replace("{party}", &party)
                .replace("{police}", &self.police(country, false))
                .replace("{army}", &self.army(country, false))
        };
        Office { before: fill(row[0]), after: fill(row[1]), later: row[2] }
    }
}
