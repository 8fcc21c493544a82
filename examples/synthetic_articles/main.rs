//! How does a project of 1,000, 10,000 or 100,000 articles behave? Writes as many invented articles as you ask for.
//!
//! `cargo run --release --example synthetic_articles -- COUNT [SEED] > articles.jsonl`
//!
//! The articles model what determines speed, file size and the number of comparisons on real news: people who appear
//! again and again and new ones who keep appearing (Zipf, Heaps); names that are spelled, shortened and titled
//! differently from article to article; organizations with several names; acronyms; namesakes; articles of 100 to 600
//! words with a few statements each; and one article in sixteen that repeats an earlier one. A long run begins with the
//! articles of a short one.
//!
//! They do not model given and family names of the same origin (both are drawn at random from the shipped list), events
//! that develop over weeks, changes of office, or the style of real journalists. They say nothing about how well whomet
//! reads. Only their countries and towns are real.

#![expect(clippy::print_stderr, reason = "an example prints its usage")]

mod articles;

use std::io::{BufWriter, Write, stdout};
use std::process::ExitCode;

use articles::World;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>().ok());
    let (Some(Some(count)), Some(seed)) = (arguments.next(), arguments.next().unwrap_or(Some(1))) else {
        eprintln!("usage: synthetic_articles COUNT [SEED]");
        return ExitCode::from(2);
    };
    match write(count, seed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write the articles: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(count: u64, seed: u64) -> std::io::Result<()> {
    let world = World::new(seed);
    let mut out = BufWriter::new(stdout().lock());
    for index in 0..count {
        serde_json::to_writer(&mut out, &world.article(index))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
