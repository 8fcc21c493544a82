//! Names the organizations, programmes and gatherings of a country by number.

use super::lists::Country;
use super::random::Random;
use super::{World, tables};

/// An organization with the forms of its name.
pub(crate) struct Organization {
    /// The name with its article: "the Nepal River Guard".
    pub(crate) name: String,
    /// The initials in capitals.
    pub(crate) acronym: Option<String>,
}

impl World {
    /// A service of the country: "Nepal River Guard". Each country has a few dozen.
    pub(crate) fn agency(&self, country: &Country, number: u64) -> Organization {
        let mut random = Random::of(self.seed, country.name, number);
        let (field, head) = (random.pick(tables::words("field")), random.pick(tables::words("head")));
        let national = if random.chance(25) { "National " } else { "" };
        let first = if random.chance(30) || country.bears_article() { country.adjective } else { country.name };
        let name = format!("{first} {national}{field} {head}");
        let acronym = random.chance(60).then(|| initials(&name));
        Organization { name: format!("the {name}"), acronym }
    }

    /// A ministry under one of the names that newspapers use.
    pub(crate) fn ministry(&self, country: &Country, portfolio: &str, random: &mut Random) -> Organization {
        let lower = portfolio.to_lowercase();
        let name = match random.below(6) {
            0 | 1 => format!("the Ministry of {portfolio}"),
            2 => format!("the {} Ministry of {portfolio}", country.adjective),
            3 => format!("the {} {lower} ministry", country.adjective),
            4 => format!("the Ministry of {portfolio} of {}", country.in_text()),
            _ => format!("the {portfolio} Ministry"),
        };
        Organization { name, acronym: None }
    }

    /// The police of the country under its official name or, if `is_varied`, another one.
    pub(crate) fn police(&self, country: &Country, is_varied: bool) -> String {
        let tail = Random::of(self.seed, country.name, 76).pick(&["Police Force", "National Police", "Police Service"]);
        self.of_country(country, tail, is_varied)
    }

    /// The army of the country, named like the police.
    pub(crate) fn army(&self, country: &Country, is_varied: bool) -> String {
        let tail = Random::of(self.seed, country.name, 77).pick(&["Armed Forces", "Defence Force", "National Army"]);
        self.of_country(country, tail, is_varied)
    }

    /// "Fiji Police Force" or "Fijian Police Force": one is official, and newspapers sometimes write the other.
    fn of_country(&self, country: &Country, tail: &str, is_varied: bool) -> String {
        let by_adjective = Random::of(self.seed, country.name, 78).chance(50);
        let first =
            if by_adjective == is_varied && !country.bears_article() { country.name } else { country.adjective };
        format!("{first} {tail}")
    }

    /// A charity that works in many countries.
    pub(crate) fn ngo(&self, number: u64) -> String {
        let mut random = Random::of(self.seed, "ngo", number);
        let cause = random.pick(tables::words("cause"));
        let head = random.pick(tables::words("ngo-head"));
        let scope =
            random.pick(&["", "", "", "International ", "Pacific ", "African ", "Nordic ", "Andean ", "Global "]);
        format!("{scope}{cause} {head}")
    }

    /// A party or movement of the country.
    pub(crate) fn party(&self, country: &Country, number: u64) -> String {
        let mut random = Random::of(self.seed, country.name, 1000 + number);
        let first = if random.chance(60) { format!("{} ", country.adjective) } else { String::new() };
        let (spirit, head) = (random.pick(tables::words("spirit")), random.pick(tables::words("party-head")));
        format!("{first}{spirit} {head}")
    }

    /// A programme of the country.
    pub(crate) fn programme(&self, country: &Country, number: u64) -> String {
        let mut random = Random::of(self.seed, country.name, 2000 + number);
        let (field, head) =
            (random.pick(tables::words("project")), random.pick(&["Programme", "Project", "Initiative", "Plan"]));
        let first = if random.chance(50) { country.adjective } else { random.pick_early(&country.towns) };
        format!("the {first} {field} {head}")
    }

    /// A gathering: "the Nadi Forum on Fisheries".
    pub(crate) fn event(&self, country: &Country, year: i16, number: u64) -> String {
        let mut random = Random::of(self.seed, country.name, 3000 + number);
        let (topic, head) = (random.pick(tables::words("topic")), random.pick(&["Forum", "Summit", "Conference"]));
        let town = random.pick_early(&country.towns);
        match random.below(3) {
            0 => format!("the {town} {topic} {head}"),
            1 => format!("the {town} {head} on {topic}"),
            _ => format!("the {year} {topic} {head}"),
        }
    }
}

/// "NRG" for "Nepal River Guard".
pub(crate) fn initials(name: &str) -> String {
    name.split(' ').filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
}
