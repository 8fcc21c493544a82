//! Person number k in, name and office out; nothing is kept.

use super::lists::Land;
use super::random::Random;
use super::{World, tables};

/// Names in use in a land, of the thousands of the list: more for families than for children.
const FAMILIES_IN_LAND: u64 = 300;
const GIVEN_IN_LAND: u64 = 150;

/// One of the world's people.
pub(crate) struct Person {
    pub(crate) is_female: bool,
    pub(crate) given: &'static str,
    pub(crate) middle: Option<&'static str>,
    pub(crate) family: &'static str,
    /// Index among the lands.
    pub(crate) land: usize,
    pub(crate) office: Office,
}

/// What a person does, as the article may put it.
pub(crate) struct Office {
    /// In front of the full name, if it can stand there: "Peruvian Defence Minister".
    pub(crate) before: String,
    /// Explains the name: "the minister of defence of Peru".
    pub(crate) after: String,
    /// In front of the surname later on; empty for people who are Mr or Ms.
    pub(crate) later: &'static str,
}

impl World {
    /// How many people have been in the news before article `index`.
    ///
    /// Grows as n^(11/16), within the range of Heaps' law for names; the factor makes it some 1,300
    /// in 1,000 articles and 33,000 in 100,000. Roots are exact on every machine, powers are not.
    pub(crate) fn people_before(index: u64) -> u64 {
        let grown = |n: f64| {
            let eighth = n.sqrt().sqrt().sqrt();
            n.sqrt() * eighth * eighth.sqrt()
        };
        // Without the 40 the first articles would be full of people that nobody hears of again.
        (12.0 * (grown(index as f64 + 40.0) - grown(40.0))) as u64
    }

    /// Person `number`. Every fourth holds a post that a land has once; prominent posts and lands come first.
    pub(crate) fn person(&self, number: u64) -> Person {
        let mut random = Random::of(self.seed, "person", number);
        let lands = self.lists.lands.len() as u64;
        let (posts, others) = (tables::offices("post"), tables::offices("other"));
        let post = number / 4 / lands;
        let has_post = number.is_multiple_of(4) && post < posts.len() as u64;
        let (land, office) = if has_post {
            ((number / 4 % lands) as usize, posts[post as usize])
        } else {
            (random.zipf(lands) as usize, random.pick(others))
        };
        let is_female = random.chance(40);
        let given = if is_female { &self.lists.women } else { &self.lists.men };
        Person {
            is_female,
            given: self.name_in(land, given, GIVEN_IN_LAND, &mut random),
            middle: random.chance(45).then(|| self.name_in(land, given, GIVEN_IN_LAND, &mut random)),
            family: self.name_in(land, &self.lists.families, FAMILIES_IN_LAND, &mut random),
            land,
            office: self.office(office, &self.lists.lands[land], &mut random),
        }
    }

    /// One of the names that are in use in the land, the common ones more often.
    fn name_in(&self, land: usize, names: &[&'static str], in_use: u64, random: &mut Random) -> &'static str {
        let ranks: Vec<u64> = (0..in_use).collect();
        let rank = random.pick_early(&ranks);
        let mut choice = Random::of(self.seed, "name in land", land as u64 * 1000 + rank);
        names[choice.below(names.len() as u64) as usize]
    }

    fn office(&self, row: [&'static str; 3], land: &Land, random: &mut Random) -> Office {
        let mut other = land;
        while other.name == land.name {
            other = &self.lists.lands[random.zipf(self.lists.lands.len() as u64) as usize];
        }
        let town = random.pick_early(&land.towns);
        let (topic, ngo) = (random.pick(tables::words("topic")), self.ngo(random.next() % 4000));
        let party = self.party(land, random.below(5));
        let fill = |text: &str| {
            text.replace("{land}", &land.in_text())
                .replace("{dem}", land.adjective)
                .replace("{town}", town)
                .replace("{other}", other.name)
                .replace("{topic}", topic)
                .replace("{ngo}", &ngo)
                .replace("{party}", &party)
                .replace("{police}", &self.police(land, false))
                .replace("{army}", &self.army(land, false))
        };
        Office { before: fill(row[0]), after: fill(row[1]), later: row[2] }
    }
}
