//! Who met whom? Takes a name or part of one.

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::{Input, ReadingOptions, read_inputs};
use whomet::graph::Part;
use whomet::lexicon::Lexicon;
use whomet::ontology::RelationType;
use whomet::pipeline::{Settings, build};
use whomet::query::{Choice, Knowledge, QueryError, choose, meetings_of};

fn main() -> Result<(), QueryError> {
    let name = std::env::args().nth(1).unwrap_or_else(|| "Tammsoo".to_owned());
    let reading = read_inputs(&[Input::Path("examples/articles".into())], ReadingOptions::default(), &|_| {});
    let mut knowledge = Knowledge::from(build(reading.documents, &Settings::default()).graph);
    let matches = knowledge.find(&name, Some(RelationType::MET))?;
    match choose(&name, matches, Lexicon::shipped()) {
        Choice::Nothing => println!("nobody is called {name}; similar names: {:?}", knowledge.near(&name, 3)?),
        Choice::Several(several) => several.iter().for_each(|found| println!("{name} may be {}", found.id)),
        Choice::One { chosen, .. } => {
            println!("{}", chosen.label);
            // Of a project, this loads only what is known about the meetings of one thing.
            let graph = knowledge.about(std::slice::from_ref(&chosen.id), &Part::of_relations([RelationType::MET]))?;
            for meeting in meetings_of(&graph, &chosen.id) {
                let date = meeting.date.map(|date| date.to_string()).unwrap_or_default();
                println!("  {}: {} {date}", meeting.edge.status.as_str(), meeting.other(&chosen.id).label);
            }
        }
    }
    Ok(())
}
