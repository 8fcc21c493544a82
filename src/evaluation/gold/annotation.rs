//! Annotated graphs, and how they are read.

use serde::Deserialize;

use super::relation_key::is_annotated;
use crate::ontology::{EntityType, RelationType};
use crate::relation::Status;

/// An annotation that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GoldError {
    /// The file is not JSON, or a field is missing or has a wrong value.
    #[error("expected an annotated graph as JSON with entities and relations: {0}")]
    Json(#[from] serde_json::Error),
    /// A relation joins an entity that is not there.
    #[error("relation {relation}: expected the id of an entity, found \"{found}\"")]
    UnknownEntity {
        /// Class of the relation.
        relation: RelationType,
        /// The id that no entity has.
        found: String,
    },
    /// A relation has a type that the guidelines do not define.
    #[error("unknown relation \"{0}\"")]
    UnknownRelation(RelationType),
}

/// The graph that a person annotated in one article.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GoldGraph {
    /// What the article names.
    pub entities: Vec<GoldEntity>,
    /// What it says of them.
    pub relations: Vec<GoldRelation>,
}

/// An annotated entity.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GoldEntity {
    /// Its name in the file.
    pub id: String,
    /// Class of the thing.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// Its fullest name in the article.
    pub name: String,
    /// Its other names there.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether it must be found.
    #[serde(rename = "required", default = "yes")]
    pub is_required: bool,
}

/// An annotated relation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GoldRelation {
    /// Class of the relation.
    #[serde(rename = "type")]
    pub relation: RelationType,
    /// The id of its first end.
    pub head: String,
    /// The id of its second end.
    pub tail: String,
    /// Whether it must be found.
    #[serde(rename = "required", default = "yes")]
    pub is_required: bool,
    /// Fact, plan or denial.
    #[serde(default = "asserted")]
    pub status: Status,
    /// The passage that states it best, copied from the article.
    #[serde(default)]
    pub evidence: String,
}

fn yes() -> bool {
    true
}

fn asserted() -> Status {
    Status::Asserted
}

impl GoldGraph {
    /// Reads the annotation of one article.
    ///
    /// # Errors
    /// [`GoldError`] if it is not an annotation, or if a relation has an unknown type or end.
    pub fn read(json: &str) -> Result<Self, GoldError> {
        let graph: Self = serde_json::from_str(json)?;
        for GoldRelation { relation, head, tail, .. } in &graph.relations {
            if !is_annotated(*relation) {
                return Err(GoldError::UnknownRelation(*relation));
            }
            if let Some(found) = [head, tail].into_iter().find(|end| graph.index_of(end).is_none()) {
                return Err(GoldError::UnknownEntity { relation: *relation, found: found.clone() });
            }
        }
        Ok(graph)
    }

    /// The entity with this id, as an index.
    pub(super) fn index_of(&self, id: &str) -> Option<usize> {
        self.entities.iter().position(|entity| entity.id == id)
    }

    /// The entity at the end of a relation.
    pub(super) fn entity(&self, id: &str) -> &GoldEntity {
        &self.entities[self.index_of(id).expect("the ends of relations are checked when they are read")]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_end_or_relation_is_reported() {
        let message = |relation: &str, tail: &str| {
            let entity = r#"{"id":"e1","type":"person","name":"Moana Tui"}"#;
            let relation = format!(r#"{{"type":"{relation}","head":"e1","tail":"{tail}"}}"#);
            let json = format!(r#"{{"entities":[{entity}],"relations":[{relation}]}}"#);
            GoldGraph::read(&json).unwrap_err().to_string()
        };
        assert_eq!(message("met", "e2"), "relation met: expected the id of an entity, found \"e2\"");
        assert_eq!(message("mett", "e1"), "unknown relation \"mett\"");
        assert!(GoldGraph::read("[]").unwrap_err().to_string().starts_with("expected an annotated graph as JSON"));
    }
}
