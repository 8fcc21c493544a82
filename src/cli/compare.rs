//! `whomet compare`: decides whether two names refer to one entity.

use serde::Serialize;
use whomet::ontology::{EntityType, Ontology};
use whomet::resolution::{Comparison, compare_names};

use super::args::CompareArguments;
use super::data::NameData;
use super::error::CliError;
use super::outcome::Outcome;
use super::report::{one_line, print};

/// The JSON output.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(rename = "type")]
    entity_type: EntityType,
    left: &'a str,
    right: &'a str,
    #[serde(flatten)]
    comparison: Comparison,
}

pub(super) fn run(arguments: &CompareArguments) -> Result<Outcome, CliError> {
    let data = NameData::read(arguments.ontology.as_ref(), &arguments.lexicon)?;
    let entity_type = type_of(&arguments.entity_type, data.ontology())?;
    let left = name_of(&arguments.left)?;
    let right = name_of(&arguments.right)?;
    let comparison = compare_names(entity_type, &left, &right, data.lexicon());
    let answer = Answer { entity_type, left: &left, right: &right, comparison };
    print(&(serde_json::to_string_pretty(&answer).expect("all keys are strings") + "\n"));
    Ok(Outcome::Done)
}

fn type_of(name: &str, ontology: &Ontology) -> Result<EntityType, CliError> {
    ontology.entity(name).map(|class| class.name).ok_or_else(|| {
        let hint = match ontology.nearest_entity(name) {
            Some(near) => format!(", did you mean \"{near}\"?"),
            None => {
                let known: Vec<&str> = ontology.entities.iter().map(|class| class.name.as_str()).collect();
                format!("; expected one of {}", known.join(", "))
            }
        };
        CliError::UnknownType { name: name.to_owned(), hint }
    })
}

/// The name on one line; it must contain a letter or digit.
fn name_of(name: &str) -> Result<String, CliError> {
    if name.chars().any(char::is_alphanumeric) { Ok(one_line(name)) } else { Err(CliError::NoName(name.to_owned())) }
}
