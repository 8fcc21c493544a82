//! Two dossiers as a person sees them who is to judge whether they tell of one thing.

use serde::Serialize;

use super::comparison::Comparison;
use crate::date::PartialDate;
use crate::ids::{DocumentId, NameKey};
use crate::ontology::EntityType;

/// Two dossiers to be judged.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReviewCase {
    /// The one with the smaller key.
    pub left: Side,
    /// The other.
    pub right: Side,
    /// What the rules say of them.
    pub comparison: Comparison,
}

/// What is known of one of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Side {
    /// The dossier.
    pub key: NameKey,
    /// The name most used in it.
    pub name: String,
    /// Class of the thing.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// All names, sorted.
    pub names: Vec<String>,
    /// What is known of it, as "land: Nepal", "office: minister of health (Nepal)"; sorted.
    pub facts: Vec<String>,
    /// Number of documents that tell of it.
    pub documents: usize,
    /// Sentences that mention it, at most three, ordered by document.
    pub passages: Vec<Passage>,
}

/// A sentence that mentions a thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage {
    /// The document.
    pub document: DocumentId,
    /// Its date of publication.
    pub date: Option<PartialDate>,
    /// Some words before the mention, on one line.
    pub before: String,
    /// The mention.
    pub mention: String,
    /// Some words behind it, on one line.
    pub behind: String,
}
