//! Land and number in, the names of bodies, programmes and gatherings out.

use super::lists::Land;
use super::random::Random;
use super::{World, tables};

/// A body with the forms of its name.
pub(crate) struct Body {
    /// With its article: "the Nepal River Guard".
    pub(crate) name: String,
    /// Initials in capitals.
    pub(crate) acronym: Option<String>,
}

impl World {
    /// A service of the land: "Nepal River Guard". Each land has a few dozen.
    pub(crate) fn agency(&self, land: &Land, number: u64) -> Body {
        let mut random = Random::of(self.seed, land.name, number);
        let (field, head) = (random.pick(tables::words("field")), random.pick(tables::words("head")));
        let national = if random.chance(25) { "National " } else { "" };
        let first = if random.chance(30) || land.bears_article() { land.adjective } else { land.name };
        let name = format!("{first} {national}{field} {head}");
        let acronym = random.chance(60).then(|| initials(&name));
        Body { name: format!("the {name}"), acronym }
    }

    /// A ministry in one of the ways in which papers name it.
    pub(crate) fn ministry(&self, land: &Land, portfolio: &str, random: &mut Random) -> Body {
        let lower = portfolio.to_lowercase();
        let name = match random.below(6) {
            0 | 1 => format!("the Ministry of {portfolio}"),
            2 => format!("the {} Ministry of {portfolio}", land.adjective),
            3 => format!("the {} {lower} ministry", land.adjective),
            4 => format!("the Ministry of {portfolio} of {}", land.in_text()),
            _ => format!("the {portfolio} Ministry"),
        };
        Body { name, acronym: None }
    }

    /// The police of the land, under its own name or as others may call it.
    pub(crate) fn police(&self, land: &Land, is_varied: bool) -> String {
        let tail = Random::of(self.seed, land.name, 76).pick(&["Police Force", "National Police", "Police Service"]);
        self.of_land(land, tail, is_varied)
    }

    /// The army of the land.
    pub(crate) fn army(&self, land: &Land, is_varied: bool) -> String {
        let tail = Random::of(self.seed, land.name, 77).pick(&["Armed Forces", "Defence Force", "National Army"]);
        self.of_land(land, tail, is_varied)
    }

    /// "Fiji Police Force" or "Fijian Police Force": a land has one, and now and then a paper writes the other.
    fn of_land(&self, land: &Land, tail: &str, is_varied: bool) -> String {
        let by_adjective = Random::of(self.seed, land.name, 78).chance(50);
        let first = if by_adjective == is_varied && !land.bears_article() { land.name } else { land.adjective };
        format!("{first} {tail}")
    }

    /// A charity that works in many lands.
    pub(crate) fn ngo(&self, number: u64) -> String {
        let mut random = Random::of(self.seed, "ngo", number);
        let cause = random.pick(tables::words("cause"));
        let head = random.pick(tables::words("ngo-head"));
        let scope =
            random.pick(&["", "", "", "International ", "Pacific ", "African ", "Nordic ", "Andean ", "Global "]);
        format!("{scope}{cause} {head}")
    }

    /// A party or movement of the land.
    pub(crate) fn party(&self, land: &Land, number: u64) -> String {
        let mut random = Random::of(self.seed, land.name, 1000 + number);
        let first = if random.chance(60) { format!("{} ", land.adjective) } else { String::new() };
        let (spirit, head) = (random.pick(tables::words("spirit")), random.pick(tables::words("party-head")));
        format!("{first}{spirit} {head}")
    }

    /// A programme of the land.
    pub(crate) fn programme(&self, land: &Land, number: u64) -> String {
        let mut random = Random::of(self.seed, land.name, 2000 + number);
        let (field, head) =
            (random.pick(tables::words("project")), random.pick(&["Programme", "Project", "Initiative", "Plan"]));
        let first = if random.chance(50) { land.adjective } else { random.pick_early(&land.towns) };
        format!("the {first} {field} {head}")
    }

    /// A gathering: "the Nadi Forum on Fisheries" of this or that year.
    pub(crate) fn event(&self, land: &Land, year: i16, number: u64) -> String {
        let mut random = Random::of(self.seed, land.name, 3000 + number);
        let (topic, head) = (random.pick(tables::words("topic")), random.pick(&["Forum", "Summit", "Conference"]));
        let town = random.pick_early(&land.towns);
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
