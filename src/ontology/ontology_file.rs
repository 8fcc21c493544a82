//! Reads an ontology from its TOML file.

use serde::Deserialize;

use super::classes::{EntityClass, Ontology, RelationClass};
use super::entity_type::EntityType;
use super::relation_type::RelationType;
use super::type_name::MAX_BYTES;
use crate::text::nearest;

/// Why an ontology file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OntologyError {
    /// The file is not TOML, or a key is missing or unknown.
    #[error("{path}: {source}")]
    Syntax {
        /// The file.
        path: String,
        /// What the reader says, with line and column.
        source: Box<toml::de::Error>,
    },
    /// The name of a type is empty or too long.
    #[error("{path}: expected names of types with 1 to {MAX_BYTES} bytes, found \"{found}\"")]
    BadName {
        /// The file.
        path: String,
        /// The name.
        found: String,
    },
    /// A relation names an entity type that the file does not have.
    #[error("{path}: relation \"{relation}\": unknown entity type \"{found}\"{}", hint(.near))]
    UnknownType {
        /// The file.
        path: String,
        /// The relation.
        relation: String,
        /// The unknown type.
        found: String,
        /// The nearest known type.
        near: Option<String>,
    },
}

fn hint(near: &Option<String>) -> String {
    near.as_ref().map(|near| format!(", did you mean \"{near}\"?")).unwrap_or_default()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    entity: Vec<EntityEntry>,
    relation: Vec<RelationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntityEntry {
    name: String,
    label: String,
    #[serde(default)]
    actor: bool,
    shape: String,
    color: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelationEntry {
    name: String,
    label: String,
    #[serde(default)]
    symmetric: bool,
    #[serde(default)]
    lasting: bool,
    #[serde(default)]
    timeless: bool,
    roles: Option<[String; 2]>,
    subject: Vec<String>,
    object: Vec<String>,
}

/// The word in `subject` and `object` that stands for all types marked `actor`.
const ACTOR: &str = "actor";

impl Ontology {
    /// Reads the TOML text of the file at `path`.
    ///
    /// # Errors
    /// [`OntologyError`] with the path and what is wrong.
    pub fn read(path: &str, text: &str) -> Result<Self, OntologyError> {
        let file: File = toml::from_str(text)
            .map_err(|source| OntologyError::Syntax { path: path.to_owned(), source: Box::new(source) })?;
        let bad_name = |found: &str| OntologyError::BadName { path: path.to_owned(), found: found.to_owned() };
        let entities = file.entity.into_iter().map(|entry| {
            let EntityEntry { name, label, actor, shape, color } = entry;
            let name = EntityType::named(&name).ok_or_else(|| bad_name(&name))?;
            Ok(EntityClass { name, label, actor, shape, color })
        });
        let entities = entities.collect::<Result<Vec<_>, OntologyError>>()?;
        let relations = file.relation.into_iter().map(|entry| {
            let RelationEntry { name, label, symmetric, lasting, timeless, roles, subject, object } = entry;
            let ends = |types: &[String]| read_ends(types, &entities).map_err(|found| unknown(path, &name, found));
            let (subjects, objects) = (ends(&subject)?, ends(&object)?);
            let name = RelationType::named(&name).ok_or_else(|| bad_name(&name))?;
            Ok(RelationClass { name, label, symmetric, lasting, timeless, roles, subjects, objects })
        });
        let relations = relations.collect::<Result<Vec<_>, OntologyError>>()?;
        Ok(Self { name: file.name, entities, relations })
    }
}

/// An entity type that the file does not have, with the most similar one that it has.
struct Unknown {
    found: String,
    near: Option<String>,
}

/// The types that may stand at one end of a relation.
fn read_ends(types: &[String], entities: &[EntityClass]) -> Result<Vec<EntityType>, Unknown> {
    let mut ends = Vec::new();
    for found in types {
        match entities.iter().find(|class| class.name.as_str() == found) {
            Some(class) => ends.push(class.name),
            None if found == ACTOR => ends.extend(entities.iter().filter(|class| class.actor).map(|class| class.name)),
            None => {
                let near = nearest(found, entities.iter().map(|class| class.name.as_str()).chain([ACTOR]));
                return Err(Unknown { found: found.clone(), near });
            }
        }
    }
    Ok(ends)
}

fn unknown(path: &str, relation: &str, Unknown { found, near }: Unknown) -> OntologyError {
    OntologyError::UnknownType { path: path.to_owned(), relation: relation.to_owned(), found, near }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_type_is_named_with_a_near_one() {
        let text = include_str!("ontology.toml").replace("object = [\"event\"]", "object = [\"evnt\"]");
        let error = Ontology::read("my.toml", &text).unwrap_err().to_string();
        assert_eq!(error, "my.toml: relation \"attended\": unknown entity type \"evnt\", did you mean \"event\"?");
    }

    #[test]
    fn an_overlong_name_is_refused() {
        let long = "consults_with_about_joint_exercises";
        let text = include_str!("ontology.toml").replace("cooperates_with", long);
        let error = Ontology::read("my.toml", &text).unwrap_err().to_string();
        assert_eq!(error, format!("my.toml: expected names of types with 1 to 31 bytes, found \"{long}\""));
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        let error = Ontology::read("my.toml", "name = \"x\"\nentity = 3").unwrap_err().to_string();
        assert!(error.starts_with("my.toml: TOML parse error at line 2"), "{error}");
    }
}
