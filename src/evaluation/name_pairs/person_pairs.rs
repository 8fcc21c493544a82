//! Pairs of names of people: variants of one name, and names of different people that share a part.
//!
//! No list gives people with all their names, so the positives are made by the known variations: Arabic articles,
//! transliteration and order of names as described in Christen 2012 ("Data Matching", section 3.3), titles, initials
//! and middle names as in Bagga and Baldwin 1998 (ACL-COLING).

use super::listed_names::{Lists, are_alike, pick, pick_unlike, words};
use super::name_pair::{NamePair, Truth};
use crate::ontology::EntityType;
use crate::stable_random::Random;
use crate::text::fold;

/// People drawn; each gives one pair of each kind that applies.
const PEOPLE: usize = 300;

struct Person {
    given: &'static str,
    middle: &'static str,
    family: &'static str,
    title: &'static str,
}

impl Person {
    fn drawn(lists: &Lists, random: &mut Random) -> Self {
        let (given, of_others) = if random.chance(50) { (&lists.women, "M") } else { (&lists.men, "F") };
        let mut titles = words("honorific");
        titles.retain(|[_, gender]| *gender != of_others);
        let first = pick(given, random);
        Self {
            given: first,
            middle: pick_unlike(given, first, random),
            family: pick_unlike(&lists.families, first, random),
            title: pick(&titles, random)[0],
        }
    }

    fn short(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    fn full(&self) -> String {
        format!("{} {} {}", self.given, self.middle, self.family)
    }

    fn with_initial(&self) -> String {
        format!("{} {}. {}", self.given, initial(self.middle), self.family)
    }
}

pub(super) fn pairs(lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let mut out = Vec::new();
    for _ in 0..PEOPLE {
        let person = Person::drawn(lists, random);
        out.extend(positives(&person, random));
        out.extend(negatives(&person, lists, random));
        out.extend(open(&person));
    }
    out.extend(men_and_women(lists, random));
    out
}

fn positives(person: &Person, random: &mut Random) -> Vec<NamePair> {
    let Person { given, middle, family, title } = person;
    let (short, full) = (person.short(), person.full());
    let [particle, other] = pick(&words("particle"), random);
    let bearer = pick(&words("particle-family"), random)[0];
    let mut out = vec![
        pair("title added", Truth::Same, &short, &format!("{title} {short}")),
        pair("middle name left out", Truth::Same, &full, &short),
        pair("middle name as initial", Truth::Same, &full, &person.with_initial()),
        pair("initial left out", Truth::Same, &person.with_initial(), &short),
        pair("family name first", Truth::Same, &full, &format!("{family}, {given} {middle}")),
        pair(
            "Arabic article",
            Truth::Same,
            &format!("{given} {particle}{bearer}"),
            &format!("{given} {other}{bearer}"),
        ),
    ];
    let plain = without_diacritics(&full);
    if plain != full {
        out.push(pair("without diacritics", Truth::Same, &full, &plain));
    }
    if let Some(rendered) = rendered(given, random) {
        out.push(pair("given name in another transliteration", Truth::Same, &short, &format!("{rendered} {family}")));
    }
    if let Some(rendered) = rendered(family, random) {
        out.push(pair(
            "family name in another transliteration",
            Truth::Same,
            &full,
            &format!("{given} {middle} {rendered}"),
        ));
    }
    out
}

fn negatives(person: &Person, lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let Person { given, middle, family, title } = person;
    let names = if lists.women.contains(given) { &lists.women } else { &lists.men };
    let other_given = pick_unlike(names, given, random);
    let other_family = pick_unlike(&lists.families, family, random);
    let other_middle = pick_unlike(names, middle, random);
    let (short, full) = (person.short(), person.full());
    let mut out = vec![
        pair("other family name", Truth::Different, &short, &format!("{given} {other_family}")),
        pair("other given name", Truth::Different, &short, &format!("{other_given} {family}")),
        pair(
            "other given name, same title",
            Truth::Different,
            &format!("{title} {short}"),
            &format!("{title} {other_given} {family}"),
        ),
        pair("other given name of three", Truth::Different, &full, &format!("{other_given} {middle} {family}")),
        pair("other middle name of three", Truth::Different, &full, &format!("{given} {other_middle} {family}")),
        pair("other family name of three", Truth::Different, &full, &format!("{given} {middle} {other_family}")),
    ];
    if !fold(middle).starts_with(&fold(&initial(other_middle).to_string())) {
        let other = format!("{given} {}. {family}", initial(other_middle));
        out.push(pair("other initial", Truth::Different, &person.with_initial(), &other));
        out.push(pair("initial of another middle name", Truth::Different, &full, &other));
    }
    let same_initial: Vec<&str> =
        names.iter().copied().filter(|name| initial(name) == initial(given) && !are_alike(name, given)).collect();
    if !same_initial.is_empty() {
        let other = format!("{} {family}", pick(&same_initial, random));
        out.push(pair("other given name, same initial", Truth::Different, &short, &other));
    }
    out
}

/// Pairs that names alone do not decide: they may be one person or relatives.
fn open(person: &Person) -> Vec<NamePair> {
    let Person { given, middle, family, .. } = person;
    let (short, full) = (person.short(), person.full());
    vec![
        pair("given name as initial", Truth::Open, &short, &format!("{}. {family}", initial(given))),
        pair("last of three left out", Truth::Open, &full, &format!("{given} {middle}")),
        pair("first of three left out", Truth::Open, &full, &format!("{middle} {family}")),
        pair("family name alone", Truth::Open, &short, family),
        pair("given name alone", Truth::Open, &short, given),
    ]
}

/// "Daniel" and "Daniela", "Mario" and "Maria", with one family name: brother and sister.
fn men_and_women(lists: &Lists, random: &mut Random) -> Vec<NamePair> {
    let mut out = Vec::new();
    for man in &lists.men {
        let stem = man.strip_suffix('o').unwrap_or(man);
        for [ending, _] in words("female-ending") {
            let woman = format!("{stem}{ending}");
            if lists.women.contains(&woman.as_str())
                && !lists.women.contains(man)
                && !lists.men.contains(&woman.as_str())
            {
                let family = pick(&lists.families, random);
                let (him, her) = (format!("{man} {family}"), format!("{woman} {family}"));
                out.push(pair("man and woman", Truth::Different, &him, &her));
            }
        }
    }
    out
}

fn pair(kind: &'static str, truth: Truth, left: &str, right: &str) -> NamePair {
    NamePair::new(kind, truth, EntityType::PERSON, left, right)
}

fn initial(name: &str) -> char {
    name.chars().next().unwrap_or_default()
}

/// The name with one letter or pair of letters rendered in another way, if it has one after its first letter.
fn rendered(name: &str, random: &mut Random) -> Option<String> {
    let table = words("rendering");
    let both = table.iter().flat_map(|[one, other]| [[*one, *other], [*other, *one]]);
    let found: Vec<(usize, [&str; 2])> = both
        .filter_map(|[from, to]| {
            let at = name.find(from).filter(|at| *at > 0)?;
            // A single letter is doubled only between vowels, and never where it is double already.
            (from.len() > 1 || is_between_vowels(name, at)).then_some((at, [from, to]))
        })
        .collect();
    if found.is_empty() {
        return None;
    }
    let (at, [from, to]) = pick(&found, random);
    Some(format!("{}{to}{}", &name[..at], &name[at + from.len()..]))
}

fn is_between_vowels(name: &str, at: usize) -> bool {
    let is_vowel = |byte: Option<&u8>| byte.is_some_and(|byte| b"aeiou".contains(byte));
    let bytes = name.as_bytes();
    is_vowel(bytes.get(at - 1)) && is_vowel(bytes.get(at + 1))
}

/// The name without diacritics, with its capitals.
pub(super) fn without_diacritics(name: &str) -> String {
    let plain = |c: char| if c.is_ascii() { c.to_string() } else { fold(&c.to_string()) };
    let word = |word: &str| -> String {
        let plain: String = word.chars().map(plain).collect();
        let was_capital = word.chars().next().is_some_and(char::is_uppercase);
        let mut letters = plain.chars();
        match letters.next() {
            Some(first) if was_capital => first.to_uppercase().chain(letters).collect(),
            _ => plain,
        }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
