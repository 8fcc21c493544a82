//! Reads an ontology from its TOML file.

use serde::Deserialize;

use super::classes::{EntityClass, Ontology, RelationClass};
use super::entity_type::EntityType;
use super::relation_type::RelationType;
use crate::text::nearest;

/// Why an ontology file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OntologyError {
    /// The file is no TOML, or a key is missing or unknown.
    #[error("{path}: {source}")]
    Syntax {
        /// The file.
        path: String,
        /// What the reader says, with line and column.
        source: Box<toml::de::Error>,
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
    /// Type names live as long as the program, so that types are cheap to copy: read an ontology
    /// once, not in a loop.
    ///
    /// # Errors
    /// [`OntologyError`], naming the path and what is wrong.
    pub fn read(path: &str, text: &str) -> Result<Self, OntologyError> {
        let file: File = toml::from_str(text)
            .map_err(|source| OntologyError::Syntax { path: path.to_owned(), source: Box::new(source) })?;
        let actors: Vec<bool> = file.entity.iter().map(|entry| entry.actor).collect();
        let entities: Vec<EntityClass> = file.entity.into_iter().map(read_entity).collect();
        let ends = |relation: &str, names: &[String]| -> Result<Vec<EntityType>, OntologyError> {
            let mut types = Vec::new();
            for name in names {
                match entities.iter().find(|class| class.name.as_str() == name) {
                    Some(class) => types.push(class.name),
                    None if name == ACTOR => types
                        .extend(entities.iter().zip(&actors).filter(|(_, actor)| **actor).map(|(class, _)| class.name)),
                    None => {
                        let near = nearest(name, entities.iter().map(|class| class.name.as_str()).chain([ACTOR]));
                        let (path, relation) = (path.to_owned(), relation.to_owned());
                        return Err(OntologyError::UnknownType { path, relation, found: name.clone(), near });
                    }
                }
            }
            Ok(types)
        };
        let relations = file
            .relation
            .into_iter()
            .map(|entry| {
                Ok(RelationClass {
                    subjects: ends(&entry.name, &entry.subject)?,
                    objects: ends(&entry.name, &entry.object)?,
                    name: RelationType(entry.name.leak()),
                    label: entry.label,
                    symmetric: entry.symmetric,
                    lasting: entry.lasting,
                    timeless: entry.timeless,
                    roles: entry.roles,
                })
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { name: file.name, entities, relations })
    }
}

fn read_entity(entry: EntityEntry) -> EntityClass {
    EntityClass { name: EntityType(entry.name.leak()), label: entry.label, shape: entry.shape, color: entry.color }
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
    fn a_broken_file_is_named_with_its_line() {
        let error = Ontology::read("my.toml", "name = \"x\"\nentity = 3").unwrap_err().to_string();
        assert!(error.starts_with("my.toml: TOML parse error at line 2"), "{error}");
    }
}
