//! Answers that consist of what happened: as a table, JSON, CSV, or a graph.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use whomet::graph::{KnowledgeGraph, Node};
use whomet::ids::EntityId;
use whomet::query::{Match, Occasion, excerpt, is_state};

use super::ask_args::FactArguments;
use super::dates::{any_of, in_words};
use super::evidence::notes;
use super::table::{Paper, Table};
use super::words::{deed, details, differences, names};
use crate::cli::data::NameData;
use crate::cli::error::CliError;
use crate::cli::output::Output;
use crate::cli::report::print;

/// What happened, as an answer to a question about one thing or about none in particular.
pub(super) struct Facts<'g> {
    /// Where names, places and documents are looked up.
    pub(super) graph: &'g KnowledgeGraph,
    /// The thing that the question is about.
    pub(super) about: Option<EntityId>,
    /// In the order in which they are told.
    pub(super) occasions: Vec<Occasion<'g>>,
}

impl Facts<'_> {
    /// As a table with evidence under each row.
    pub(super) fn table(&self, is_full: bool, paper: Paper) -> Table {
        let columns: &[&str] = match self.about {
            Some(_) => &["When", "What", "Whom", "Where", "About"],
            None => &["When", "Who", "What", "Whom", "Where", "About"],
        };
        let mut table = Table::new(columns);
        for occasion in &self.occasions {
            let mut notes = notes(self.graph, occasion, is_full, paper);
            let differences = differences(self.graph, occasion);
            if !differences.is_empty() {
                notes.insert(0, format!("    sources differ: {differences}"));
            }
            table.add_with_notes(self.cells(occasion), notes);
        }
        table
    }

    fn cells(&self, occasion: &Occasion<'_>) -> Vec<String> {
        let is_turned = self.about.as_ref().is_some_and(|about| occasion.target.id == *about);
        let what = deed(self.graph, occasion, is_turned);
        let other = if is_turned { occasion.source } else { occasion.target };
        let mut cells = vec![when(occasion)];
        if self.about.is_none() {
            cells.push(occasion.source.label.clone());
        }
        let places = names(self.graph, &occasion.places);
        cells.extend([what, other.label.clone(), places, details(occasion)]);
        cells
    }

    /// As JSON: one object for each occasion, with all evidence.
    pub(super) fn json(&self) -> Vec<Value> {
        self.occasions.iter().map(|occasion| as_json(self.graph, occasion)).collect()
    }

    /// As CSV: one line for each piece of evidence.
    pub(super) fn csv(&self) -> String {
        let columns = [
            "date",
            "source",
            "source_id",
            "relation",
            "target",
            "target_id",
            "status",
            "place",
            "details",
            "speaker",
            "document",
            "document_date",
            "sentence",
        ];
        let mut table = Table::new(&columns);
        for occasion in &self.occasions {
            for evidence in &occasion.evidence {
                let node =
                    |id: &EntityId| self.graph.node(id).map_or_else(|| id.to_string(), |node| node.label.clone());
                let document = &evidence.quote.document;
                let dated = self.graph.document(document).and_then(|info| info.date);
                table.add(vec![
                    evidence.date.map(|date| date.to_string()).unwrap_or_default(),
                    occasion.source.label.clone(),
                    occasion.source.id.to_string(),
                    occasion.edge.relation.to_string(),
                    occasion.target.label.clone(),
                    occasion.target.id.to_string(),
                    evidence.status.as_str().to_owned(),
                    evidence.place.as_ref().map(node).unwrap_or_default(),
                    details(occasion),
                    evidence.speaker.as_ref().map(node).unwrap_or_default(),
                    document.to_string(),
                    dated.map(|date| date.to_string()).unwrap_or_default(),
                    crate::cli::report::one_line(&evidence.quote.text),
                ]);
            }
        }
        table.as_csv()
    }

    /// Prints the answer as the arguments ask for; `heading` and the lines `after` surround the table. With `-o`, writes
    /// the answer as a graph instead.
    pub(super) fn answer(
        &self,
        question: &str,
        things: &[&Match],
        heading: &str,
        after: &[String],
        arguments: &FactArguments,
        data: &NameData,
    ) -> Result<(), CliError> {
        if self.write_graph(arguments, data)? {
            return Ok(());
        }
        if arguments.answer.json {
            let things: Vec<Value> = things.iter().map(|found| matched(found)).collect();
            let value = json!({"question": question, "things": things, "answers": self.json()});
            print(&format!("{value:#}\n"));
        } else if arguments.answer.csv {
            print(&self.csv());
        } else {
            let paper = Paper::of_output();
            let mut text = if heading.is_empty() { String::new() } else { format!("{}\n", paper.bold(heading)) };
            let table = self.table(arguments.evidence, paper);
            if !table.is_empty() {
                text.push_str(&table.as_text(paper));
            }
            after.iter().for_each(|line| text.push_str(&format!("{line}\n")));
            print(&text);
        }
        Ok(())
    }

    /// Writes the answer as a graph if `-o` or `--format` asks for it; returns whether they do.
    pub(super) fn write_graph(&self, arguments: &FactArguments, data: &NameData) -> Result<bool, CliError> {
        let output = &arguments.output;
        if output.output.is_none() && output.format.is_none() {
            return Ok(false);
        }
        let output = Output::of(output)?;
        let about: BTreeSet<EntityId> = self.about.iter().cloned().collect();
        let graph = excerpt(self.graph, &self.occasions, &about);
        output.write(&graph, data.ontology())?;
        Ok(true)
    }
}

/// The date of an occasion as its sentences give it. What happened without a date of its own has that of its first article,
/// in brackets; a state of affairs has none.
fn when(occasion: &Occasion<'_>) -> String {
    match occasion.reported {
        Some(date) if occasion.dates.is_empty() && !is_state(occasion.edge.relation) => format!("[{}]", in_words(date)),
        _ => any_of(&occasion.dates),
    }
}

/// A thing that was asked about, in JSON.
pub(super) fn matched(found: &Match) -> Value {
    json!({"id": found.id, "label": found.label, "type": found.entity_type})
}

/// A thing in JSON.
pub(super) fn thing(node: &Node) -> Value {
    json!({"id": node.id, "label": node.label, "type": node.entity_type})
}

fn as_json(graph: &KnowledgeGraph, occasion: &Occasion<'_>) -> Value {
    let label = |id: &&EntityId| graph.node(id).map_or_else(|| json!({"id": id}), thing);
    let evidence = |evidence: &&whomet::graph::Evidence| serde_json::to_value(evidence).expect("evidence is JSON");
    json!({
        "source": thing(occasion.source),
        "relation": occasion.edge.relation,
        "target": thing(occasion.target),
        "status": occasion.edge.status,
        "date": occasion.date,
        "dates": occasion.dates,
        "reported": occasion.reported,
        "places": occasion.places.iter().map(label).collect::<Vec<_>>(),
        "speakers": occasion.speakers.iter().map(label).collect::<Vec<_>>(),
        "attributes": occasion.attributes,
        "conflicts": occasion.edge.conflicts,
        "confidence": (f64::from(occasion.edge.confidence) * 100.0).round() / 100.0,
        "evidence": occasion.evidence.iter().map(evidence).collect::<Vec<_>>(),
    })
}
