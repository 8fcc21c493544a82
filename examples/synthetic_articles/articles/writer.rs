//! Fills templates with the people and organizations of an article and remembers who has been introduced.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::World;
use super::lists::Country;
use super::organizations::Organization;
use super::people::Person;
use super::random::Random;
use super::spelling::{plain, transliterated};
use super::tables::words;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The names of one article, and which of them have been introduced.
pub(crate) struct Writer<'a> {
    world: &'a World,
    random: Random,
    /// The people `p`, `q` and `r`, spelled as this article spells them.
    people: BTreeMap<&'static str, Spelt>,
    countries: [&'a Country; 2],
    towns: [&'a str; 2],
    organizations: BTreeMap<&'static str, Organization>,
    portfolio: &'static str,
    /// The programme, gathering and matter, which stay the same throughout the article.
    fixed: BTreeMap<&'static str, String>,
    year: i16,
    introduced: BTreeSet<&'static str>,
}

/// A person with the name as the article spells it.
struct Spelt {
    person: Person,
    full: String,
    family: String,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(world: &'a World, index: u64, date: Date) -> Self {
        let mut random = Random::of(world.seed, "writer", index);
        let people: BTreeMap<_, _> = ["p", "q", "r"].into_iter().zip(cast(world, index, &mut random)).collect();
        let countries = &world.lists.countries;
        let home = people["p"].person.country;
        let mut away = people["q"].person.country;
        while away == home {
            away = random.zipf(countries.len() as u64) as usize;
        }
        let countries = [&countries[home], &countries[away]];
        let town = if random.chance(50) { countries[0].capital } else { random.pick_early(&countries[0].towns) };
        let towns = [town, random.pick_early(&countries[0].towns)];
        let portfolio = random.pick(words("portfolio"));
        let charities = 30 + World::people_before(index) / 8;
        let the = |name: String| Organization { name: format!("the {name}"), acronym: None };
        let varied = random.chance(20);
        let organizations = [
            ("a-agency", world.agency(countries[0], random.zipf(24))),
            ("b-agency", world.agency(countries[1], random.zipf(24))),
            ("ministry", world.ministry(countries[0], portfolio, &mut random)),
            ("police", the(world.police(countries[0], varied))),
            ("army", the(world.army(countries[0], varied))),
            ("ngo", the(world.ngo(random.zipf(charities)))),
            ("party", the(world.party(countries[0], random.below(5)))),
        ];
        let year = date.year();
        let fixed = [
            ("programme", world.programme(countries[0], random.zipf(30))),
            ("event", world.event(countries[0], year, random.zipf(30))),
            ("matter", random.pick(words("matter")).to_owned()),
        ];
        Self {
            world,
            random,
            people,
            countries,
            towns,
            organizations: organizations.into(),
            portfolio,
            fixed: fixed.into(),
            year,
            introduced: BTreeSet::new(),
        }
    }

    /// The town of the article.
    pub(crate) fn town(&self) -> &'a str {
        self.towns[0]
    }

    /// The country of the article.
    pub(crate) fn country(&self) -> &'a Country {
        self.countries[0]
    }

    /// The sentence that results from choosing the wordings of the template and filling its slots.
    pub(crate) fn sentence(&mut self, template: &'static str) -> String {
        let worded = self.worded(template);
        let mut out = String::new();
        let mut rest = worded.as_str();
        while let Some((before, slot, after)) = brackets(rest, ['{', '}']) {
            out.push_str(before);
            let filling = self.filling(slot);
            out.push_str(&filling);
            rest = after;
        }
        out.push_str(rest);
        // An apposition between commas may end at the end of its sentence or before another comma.
        let out = out.replace(",.", ".").replace(",,", ",").replace(",:", ":");
        capitalized(&out)
    }

    /// Chooses one of each `[wording|wording]`.
    fn worded(&mut self, template: &str) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, choices, after)) = brackets(rest, ['[', ']']) {
            let choices: Vec<&str> = choices.split('|').collect();
            out.push_str(before);
            out.push_str(self.random.pick(&choices));
            rest = after;
        }
        out + rest
    }

    fn filling(&mut self, slot: &str) -> String {
        if let Some((who, form)) = slot.split_once('-').filter(|(who, _)| self.people.contains_key(who)) {
            return self.person_as(who, form);
        }
        if let Some(who) = ["p", "q", "r"].into_iter().find(|who| *who == slot) {
            return self.person(who);
        }
        if let Some((&organization, _)) = self.organizations.get_key_value(slot) {
            return self.organization(organization);
        }
        if let Some(fixed) = self.fixed.get(slot) {
            return fixed.clone();
        }
        let random = &mut self.random;
        match slot {
            "a" => self.countries[0].in_text(),
            "b" => self.countries[1].in_text(),
            "a-adj" => self.countries[0].adjective.to_owned(),
            "town" => self.towns[0].to_owned(),
            "town2" => self.towns[1].to_owned(),
            "day" => random.pick(&DAYS).to_owned(),
            "n" => (11 + random.below(80)).to_string(),
            "money" => format!("{} million {}", 2 + random.below(60), random.pick(&["dollars", "euros"])),
            "year" => (self.year - 1 - random.below(14) as i16).to_string(),
            "year2" => (self.year + 1 + random.below(4) as i16).to_string(),
            class => random.pick(words(class)).to_owned(),
        }
    }

    /// A person: name and office the first time, a short form later.
    fn person(&mut self, who: &'static str) -> String {
        let Spelt { person, full, family } = &self.people[who];
        let (before, after) = (&person.office.before, &person.office.after);
        if self.introduced.insert(who) {
            return match self.random.below(10) {
                0..=4 if !before.is_empty() => format!("{before} {full}"),
                5 if after.starts_with("the ") => format!("{after}, {full},"),
                _ => format!("{full}, {after},"),
            };
        }
        let title = match (person.office.later, person.is_female) {
            ("", true) => "Ms",
            ("", false) => "Mr",
            (title, _) => title,
        };
        match self.random.below(10) {
            0..=5 => format!("{title} {family}"),
            6..=8 => family.clone(),
            _ => full.clone(),
        }
    }

    /// A pronoun or surname; a person who has not been introduced cannot be "he" yet.
    fn person_as(&mut self, who: &str, form: &str) -> String {
        let who = ["p", "q", "r"].into_iter().find(|known| *known == who).expect("the caller has looked it up");
        let is_female = self.people[who].person.is_female;
        match (form, is_female) {
            ("last", _) => self.people[who].family.clone(),
            ("his", _) if !self.introduced.contains(who) => "the".to_owned(),
            ("his", true) => "her".to_owned(),
            ("his", false) => "his".to_owned(),
            (_, true) if self.introduced.contains(who) => "she".to_owned(),
            (_, false) if self.introduced.contains(who) => "he".to_owned(),
            _ => self.person(who),
        }
    }

    /// An organization: the first time its name and acronym, later its acronym or noun.
    fn organization(&mut self, which: &'static str) -> String {
        let is_first = self.introduced.insert(which);
        if which == "ministry" && !is_first {
            let other = self.world.ministry(self.countries[0], self.portfolio, &mut self.random);
            return if self.random.chance(50) { "the ministry".to_owned() } else { other.name };
        }
        let Organization { name, acronym } = &self.organizations[which];
        match acronym {
            Some(acronym) if is_first => format!("{name} ({acronym})"),
            Some(acronym) if self.random.chance(70) => format!("the {acronym}"),
            None if !is_first && self.random.chance(30) => {
                format!("the {}", name.rsplit(' ').next().unwrap_or_default().to_lowercase())
            }
            _ => name.clone(),
        }
    }
}

/// Three different people: the new ones of this article, and others by Zipf's law.
fn cast(world: &World, index: u64, random: &mut Random) -> Vec<Spelt> {
    let (known, new) = (World::people_before(index), World::people_before(index + 1));
    let mut numbers: Vec<u64> = (known..new).take(3).collect();
    while numbers.len() < 3 {
        let number = random.zipf(new + 3);
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    random.shuffle(&mut numbers);
    let mut people: Vec<Person> = numbers.into_iter().map(|number| world.person(number)).collect();
    // People with an office meet and sign; the others are quoted.
    people.sort_by_key(|person| person.office.before.is_empty());
    people.into_iter().map(|person| Spelt::new(person, random)).collect()
}

impl Spelt {
    /// The name as an article may spell it: the middle name in full, as an initial or left out, the letters plain or in
    /// another transliteration.
    fn new(person: Person, random: &mut Random) -> Self {
        let middle = person.middle.map_or(String::new(), |middle| match random.below(10) {
            0..=4 => String::new(),
            5 | 6 => format!("{}. ", middle.chars().next().unwrap_or_default()),
            _ => format!("{middle} "),
        });
        let (mut given, mut family) = (person.given.to_owned(), person.family.to_owned());
        if random.chance(5) {
            given = transliterated(&given, random);
        }
        if random.chance(5) {
            family = transliterated(&family, random);
        }
        let is_plain = random.chance(60);
        let spell = |name: String| if is_plain { plain(&name) } else { name };
        Self { full: spell(format!("{given} {middle}{family}")), family: spell(family), person }
    }
}

/// Splits the text at the first pair of these brackets into before, inside and after.
fn brackets(text: &str, [open, close]: [char; 2]) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(open)?;
    let (inside, after) = rest.split_once(close)?;
    Some((before, inside, after))
}

/// The sentence with a capital first letter.
fn capitalized(sentence: &str) -> String {
    let at = usize::from(sentence.starts_with('"'));
    let mut rest = sentence[at..].chars();
    let first: String = rest.by_ref().take(1).flat_map(char::to_uppercase).collect();
    format!("{}{first}{}", &sentence[..at], rest.as_str())
}
