//! `whomet list`: the people, agencies and other things that are known.

use serde_json::json;
use whomet::date::PartialDate;
use whomet::ontology::{EntityType, Ontology};
use whomet::query::{Knowledge, SortBy, list};

use super::ask_args::ListArguments;
use super::chosen::choose;
use super::dates::in_words;
use super::opened::Opened;
use super::plain_table::{Form, PlainTable};
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, counted};

pub(in crate::cli) fn run(arguments: &ListArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.answer.common.quiet);
    let (what, data, outcome) = Opened::new(&arguments.inputs, &arguments.answer, &reporter)?.into_parts();
    let kind = kind_of(&arguments.kind, data.ontology())?;
    let mut knowledge = what.with(&data);
    if arguments.selection.chooses_anything() {
        let graph = knowledge.whole()?;
        let chosen = choose(&graph, &arguments.selection, &[], data.ontology())?.graph.into_owned();
        knowledge = Knowledge::from(chosen);
    }
    let listed = list(&knowledge, kind, sort_of(&arguments.sort))?;
    let form = Form::of(arguments.answer.json, arguments.answer.csv);
    let mut table = PlainTable::new(&[
        ("label", "Name"),
        ("type", "Type"),
        ("degree", "Joined to"),
        ("articles", "Articles"),
        ("first", "First"),
        ("last", "Last"),
        ("id", "Id"),
    ]);
    let shown = arguments.top.unwrap_or(usize::MAX).min(listed.len());
    for thing in &listed[..shown] {
        let dates = |date: Option<PartialDate>| match form {
            Form::Text => json!(date.map(in_words)),
            Form::Json | Form::Csv => json!(date),
        };
        let (first, last) = thing.dates.unzip();
        let entity_type = if kind.is_some() && form == Form::Text { json!("") } else { json!(thing.entity_type) };
        table.add(vec![
            json!(thing.label),
            entity_type,
            json!(thing.degree),
            json!(thing.articles),
            dates(first),
            dates(last),
            json!(thing.id),
        ]);
    }
    let after = match (listed.len(), shown) {
        (0, _) => vec![format!("no {} found", kind.map_or_else(|| "thing".to_owned(), |kind| kind.to_string()))],
        (all, shown) if shown < all => vec![format!("{} of {}; see --top", shown, counted(all, "thing"))],
        _ => Vec::new(),
    };
    table.print(form, &after);
    Ok(outcome)
}

/// The type that a word means: its name or its plural; none for "all".
fn kind_of(word: &str, ontology: &Ontology) -> Result<Option<EntityType>, CliError> {
    let plural = |name: &str| match name {
        "person" => "people".to_owned(),
        name if name.ends_with('y') => format!("{}ies", &name[..name.len() - 1]),
        name => format!("{name}s"),
    };
    let lower = word.to_lowercase();
    if lower == "all" {
        return Ok(None);
    }
    let names = |class: &&whomet::ontology::EntityClass| {
        class.name.as_str() == lower
            || plural(class.name.as_str()) == lower
            || (lower == "persons" && class.name == EntityType::PERSON)
    };
    match ontology.entities.iter().find(names) {
        Some(class) => Ok(Some(class.name)),
        None => {
            let known: Vec<String> = ontology.entities.iter().map(|class| plural(class.name.as_str())).collect();
            Err(CliError::UnknownType {
                name: word.to_owned(),
                hint: format!("; expected all or one of {}", known.join(", ")),
            })
        }
    }
}

fn sort_of(word: &str) -> SortBy {
    match word {
        "mentions" => SortBy::Mentions,
        "date" => SortBy::Date,
        "name" => SortBy::Name,
        _ => SortBy::Degree,
    }
}
