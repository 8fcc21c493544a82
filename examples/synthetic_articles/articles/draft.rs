//! Writes the paragraphs of an article before an outlet prints them.

use jiff::civil::Date;

use super::World;
use super::lists::Country;
use super::random::Random;
use super::tables::sentences;
use super::writer::Writer;

/// Deciles of the length in words: log-normal with median 280 and sigma 0.42, clipped at 120 and 600.
const DECILES: [u64; 11] = [120, 163, 197, 225, 252, 280, 311, 349, 399, 480, 600];

/// Average number of words in a sentence with names and in one without; measured on 1,000 articles.
const NAMED_WORDS: u64 = 14;
const PLAIN_WORDS: u64 = 10;

const SUBJECTS: [&str; 6] = ["security", "health", "trade", "disaster", "education", "culture"];

/// The parts of an article that all outlets print alike.
pub(crate) struct Draft<'a> {
    /// The town of the article, and the country of its outlets.
    pub(crate) town: &'a str,
    pub(crate) country: &'a Country,
    /// Each paragraph is a list of sentences; the first sentence is the lead.
    pub(crate) paragraphs: Vec<Vec<String>>,
    pub(crate) title: String,
    /// The headline of another outlet, and a sentence that it may add.
    pub(crate) other_title: String,
    pub(crate) added: String,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(world: &'a World, index: u64, date: Date) -> Self {
        let mut random = Random::of(world.seed, "draft", index);
        let mut writer = Writer::new(world, index, date);
        let templates = composition(&mut random);
        let lead = random.pick(sentences("lead"));
        let mut paragraphs = vec![vec![writer.sentence(lead)]];
        for template in templates {
            let sentence = writer.sentence(template);
            let is_full = random.chance(45) || paragraphs.last().is_none_or(|last| last.len() > 2);
            match paragraphs.last_mut() {
                Some(last) if !is_full => last.push(sentence),
                _ => paragraphs.push(vec![sentence]),
            }
        }
        let mut titles = sentences("title").to_vec();
        random.shuffle(&mut titles);
        Self {
            town: writer.town(),
            country: writer.country(),
            paragraphs,
            title: writer.sentence(titles[0]),
            other_title: writer.sentence(titles[1]),
            added: writer.sentence(random.pick(sentences("added"))),
        }
    }
}

/// The sentences after the lead, as templates in text order.
fn composition(random: &mut Random) -> Vec<&'static str> {
    let decile = random.below(10) as usize;
    let (from, to) = (DECILES[decile], DECILES[decile + 1]);
    let words = from + random.below(to - from);
    let mut named: Vec<&'static str> = Vec::new();
    for (kind, count) in [
        ("statement", 2 + words / 150 + random.below(2)),
        ("quote", 1 + words / 200 + random.below(2)),
        ("later", words / 200 + random.below(2)),
        ("plan", random.below(2)),
        ("deny", u64::from(random.chance(25))),
    ] {
        let mut pool = sentences(kind).to_vec();
        random.shuffle(&mut pool);
        named.extend(pool.into_iter().take(count as usize));
    }
    random.shuffle(&mut named);
    let plain = (words.saturating_sub((named.len() as u64 + 1) * NAMED_WORDS) / PLAIN_WORDS).max(1);
    let mut subjects = SUBJECTS;
    random.shuffle(&mut subjects);
    // A long report covers a second subject.
    let subjects = &subjects[..1 + usize::from(words > 350)];
    let mut pool = sentences("general").to_vec();
    pool.extend(subjects.iter().flat_map(|subject| sentences(subject)));
    random.shuffle(&mut pool);
    pool.truncate(plain as usize);
    // Most reports begin with what was said and done and end with the circumstances.
    let mut all: Vec<(u64, &'static str)> = Vec::new();
    all.extend(named.into_iter().map(|template| (random.below(70), template)));
    all.extend(pool.into_iter().map(|template| (20 + random.below(80), template)));
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, template)| template).collect()
}
