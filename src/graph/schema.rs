//! The schema of the JSON output, made from the types that are written.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::forms;
use super::json::file::WholeFile;
use crate::date::PartialDate;
use crate::ids::{DocumentId, EntityId, RuleName};
use crate::ontology::{EntityType, Ontology, RelationType};

/// Gives types that are written as one text a schema of their own.
macro_rules! text_schema {
    ($($type:ty, $name:literal: $schema:expr;)+) => {
        $(impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        })+
    };
}

text_schema! {
    DocumentId, "document_id": text();
    RuleName, "rule": text();
    EntityId, "node_id": json_schema!({ "type": "string", "pattern": "^[a-z_]+/.+" });
    PartialDate, "date": json_schema!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" });
    EntityType, "type": one_of(Ontology::shipped().entities.iter().map(|class| class.name.as_str()).collect());
    RelationType, "relation": one_of(relations().map(RelationType::as_str).collect());
}

/// The relations that articles state, and those that a selection adds.
fn relations() -> impl Iterator<Item = &'static RelationType> {
    Ontology::shipped().relations.iter().map(|class| &class.name).chain(RelationType::ADDED)
}

fn text() -> Schema {
    json_schema!({ "type": "string", "minLength": 1 })
}

fn one_of(names: Vec<&str>) -> Schema {
    json_schema!({ "type": "string", "enum": names })
}

/// Records of the user's authority lists.
pub(super) fn authority(_: &mut SchemaGenerator) -> Schema {
    let record = json_schema!({ "type": "object", "required": ["id"], "additionalProperties": text() });
    json_schema!({ "type": "array", "minItems": 1, "items": record })
}

/// The attributes of a link, some of which say more than a text.
pub(super) fn attributes(_: &mut SchemaGenerator) -> Schema {
    let optional_text = json_schema!({ "type": ["string", "null"], "minLength": 1 });
    json_schema!({
        "type": "object",
        "required": forms::ALWAYS,
        "properties": {
            "topic": optional_text,
            "position": optional_text,
            "object": optional_text,
            "plover": { "description": "Event types of PLOVER; \"; \" divides several.", "type": "string" },
            "mode": { "description": "How a meeting or journey came about: visit, phone.", "type": "string" },
            "amount": { "description": "Money of a pledge or support, as written.", "type": "string" },
            "trainees": { "description": "How many and whom, as written.", "type": "string" },
            "duration": { "description": "ISO 8601.", "type": "string", "pattern": "^P" },
        },
        "additionalProperties": { "type": ["string", "null"] },
    })
}

fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<WholeFile>();
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    format!("{text}\n")
}

#[test]
fn the_committed_schema_is_that_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/graph/graph-json.schema.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, schema()).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap();
    assert!(
        committed == schema(),
        "the types have changed: UPDATE_SCHEMA=1 cargo test --lib schema, then read the diff"
    );
}
