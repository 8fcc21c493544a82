//! A pair of names, as shown to a person who decides whether they mean one entity.

use serde::Serialize;

use super::comparison::Comparison;
use crate::date::PartialDate;
use crate::ids::{DocumentId, NameKey};
use crate::ontology::EntityType;

/// Two names to be judged.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReviewCase {
    /// The name with the smaller key.
    pub left: Side,
    /// The other name.
    pub right: Side,
    /// The result of comparing them.
    pub comparison: Comparison,
}

/// What is known about one of the names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Side {
    /// Its key.
    pub key: NameKey,
    /// The name as written.
    pub name: String,
    /// Type of the entity.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// All spellings and acronyms, sorted.
    pub names: Vec<String>,
    /// Facts such as "country: np" and "office: minister of health (np)", sorted.
    pub facts: Vec<String>,
    /// Number of documents that mention it.
    pub documents: usize,
    /// Sentences that mention it, at most three, ordered by document.
    pub passages: Vec<Passage>,
}

/// A mention with the words around it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage {
    /// The document.
    pub document: DocumentId,
    /// The document's date of publication.
    pub date: Option<PartialDate>,
    /// Some words before the mention, on one line.
    pub before: String,
    /// The mention.
    pub mention: String,
    /// Some words after it, on one line.
    #[serde(rename = "behind")]
    pub after: String,
}
