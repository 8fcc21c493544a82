//! Writes invented articles, each from its number and the seed.

mod draft;
mod lists;
mod organizations;
mod people;
mod random;
mod spelling;
mod tables;
mod writer;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::Serialize;

use draft::Draft;
use lists::{Country, Lists};
use random::Random;

/// Articles per day from all outlets together.
const PER_DAY: u64 = 40;

/// One article in sixteen is copied from another outlet, as wire reports are.
const COPIES_PERCENT: u64 = 6;

/// How many articles back the original of a copy may be.
const NEWEST: u64 = 60;

/// Everything that the articles of a seed are about.
pub(crate) struct World {
    seed: u64,
    lists: Lists,
}

/// An article as a line of JSON Lines.
#[derive(Serialize, Debug, Clone, PartialEq)]
pub(crate) struct Article {
    /// Unique among all articles.
    pub(crate) id: String,
    /// Dateline and paragraphs, with a blank line between paragraphs.
    pub(crate) text: String,
    /// The headline.
    pub(crate) title: String,
    /// ISO 8601.
    pub(crate) date: String,
    pub(crate) url: String,
    /// The outlet.
    pub(crate) source: String,
}

impl World {
    /// The world of this seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed, lists: Lists::new(seed) }
    }

    /// Article `index`, counted from 0. It depends on nothing but the seed and `index`.
    pub(crate) fn article(&self, index: u64) -> Article {
        let original = self.original_of(index);
        let draft = Draft::new(self, original, date_of(original));
        let mut random = Random::of(self.seed, "outlet", index);
        let (town, mut paragraphs) = (draft.town, draft.paragraphs);
        let mut title = draft.title;
        if original != index {
            title = draft.other_title;
            change(&mut paragraphs, draft.added, &mut random);
        }
        let outlet = outlet(draft.country, &mut random);
        let opening = opening(town, date_of(index), &outlet, &mut random);
        let body: Vec<String> = paragraphs.iter().map(|sentences| sentences.join(" ")).collect();
        let date = date_of(index);
        let host = outlet.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        Article {
            id: format!("article-{index:06}"),
            text: opening + &body.join("\n\n"),
            title,
            date: date.to_string(),
            url: format!("https://{host}.example/{}/{index}", date.year()),
            source: outlet,
        }
    }

    /// The article that `index` copies; `index` itself if it is not a copy.
    fn original_of(&self, index: u64) -> u64 {
        let mut random = Random::of(self.seed, "copy", index);
        if index == 0 || !random.chance(COPIES_PERCENT) {
            return index;
        }
        self.original_of(index - 1 - random.below(index.min(NEWEST)))
    }
}

/// The publication date of article `index`.
fn date_of(index: u64) -> Date {
    let days = i32::try_from(index / PER_DAY).unwrap_or(i32::MAX);
    date(2019, 1, 1).saturating_add(days.days())
}

/// Edits a wire report: removes a sentence or adds one.
fn change(paragraphs: &mut [Vec<String>], added: String, random: &mut Random) {
    let Some(last) = paragraphs.iter_mut().rfind(|sentences| sentences.len() > 1) else { return };
    if random.chance(50) {
        last.pop();
    } else {
        last.push(added);
    }
}

fn outlet(country: &Country, random: &mut Random) -> String {
    let place = if random.chance(60) { country.capital } else { random.pick_early(&country.towns) };
    format!("{place} {}", random.pick(tables::words("outlet")))
}

/// The dateline, or what the outlet prints instead.
fn opening(town: &str, date: Date, outlet: &str, random: &mut Random) -> String {
    let month = tables::words("month")[date.month() as usize - 1];
    let capitals = town.to_uppercase();
    match random.below(5) {
        0 => format!("{capitals}, {} {month} {} ({outlet}) - ", date.day(), date.year()),
        1 => format!("{capitals}, {month} {} - ", date.day()),
        2 => format!("By our correspondent in {town}, {} {month} {}\n\n", date.day(), date.year()),
        3 => format!("{capitals} ({outlet}) - "),
        _ => String::new(),
    }
}
