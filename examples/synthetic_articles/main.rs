//! How does a project of 1,000, 10,000 or 100,000 articles behave? Writes as many invented ones as you ask for.
//!
//! `cargo run --release --example synthetic_articles -- COUNT [SEED] > articles.jsonl`
//!
//! What is modelled, so that speed, file size and the number of comparisons are those of real news:
//! people who come up again and again and new ones who keep appearing (Zipf, Heaps), names that are
//! spelt, shortened and titled differently from article to article, bodies that are named in several
//! ways, acronyms, namesakes, articles of 100 to 600 words with a few statements each, and one
//! article in sixteen that repeats an earlier one. The first articles of a long run are those of a short one.
//!
//! What is not modelled: given and family names of one people (both come from the shipped list,
//! by chance), events that develop over weeks, offices that change hands, the style of real journalists.
//! The articles say nothing about how well whomet reads; nobody and nothing in them is real but the lands and towns.

#![expect(clippy::print_stderr, reason = "an example tells how it is called")]

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
