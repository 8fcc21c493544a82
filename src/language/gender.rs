//! Grammatical gender.

/// Grammatical gender of a person, as far as the text shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// "He", "Mr.".
    Male,
    /// "She", "Ms.".
    Female,
}
