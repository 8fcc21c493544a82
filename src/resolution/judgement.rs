//! An entry of the journal of rulings.

use serde::{Deserialize, Serialize};

use super::ruling::Ruling;

/// A ruling with who made it, when and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// What was decided.
    #[serde(flatten)]
    pub ruling: Ruling,
    /// Who decided.
    pub by: String,
    /// When, as ISO 8601 in UTC.
    pub at: String,
    /// The score of the comparison at that time, if the names were compared.
    pub score: Option<f32>,
    /// Why, in the person's own words.
    pub reason: Option<String>,
}
