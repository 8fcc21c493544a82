//! How are two connected, and what do they share? Takes two names.

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use std::collections::BTreeSet;

use whomet::document::{Input, ReadingOptions, read_inputs};
use whomet::ids::EntityId;
use whomet::lexicon::Lexicon;
use whomet::pipeline::{Settings, build};
use whomet::query::{Choice, Knowledge, Limits, QueryError, chains, choose, in_common};
use whomet::relation::Status;

fn main() -> Result<(), QueryError> {
    let mut names = std::env::args().skip(1);
    let mut next = |usual: &str| names.next().unwrap_or_else(|| usual.to_owned());
    let (one, other) = (next("Tammsoo"), next("Shaanika"));
    let reading = read_inputs(&[Input::Path("examples/articles".into())], ReadingOptions::default(), &|_| {});
    let knowledge = Knowledge::from(build(reading.documents, &Settings::default()).graph);
    let (Some(one), Some(other)) = (id_of(&knowledge, &one)?, id_of(&knowledge, &other)?) else {
        println!("one of the names fits nothing, or several things");
        return Ok(());
    };
    for chain in chains(&knowledge, &one, &other, &Limits::default())? {
        println!("{}", chain.things.iter().map(EntityId::as_str).collect::<Vec<_>>().join(" - "));
    }
    for shared in in_common(&knowledge, &one, &other, &BTreeSet::from([Status::Asserted]))? {
        println!("both: {}", shared.id);
    }
    Ok(())
}

/// The only thing that a name means.
fn id_of(knowledge: &Knowledge<'_>, name: &str) -> Result<Option<EntityId>, QueryError> {
    match choose(name, knowledge.find(name, None)?, Lexicon::shipped()) {
        Choice::One { chosen, .. } => Ok(Some(chosen.id)),
        Choice::Several(_) | Choice::Nothing => Ok(None),
    }
}
