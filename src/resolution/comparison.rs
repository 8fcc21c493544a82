//! The result of comparing two name profiles.

use serde::{Deserialize, Serialize};

/// Whether two names mean one entity, according to the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// They stay apart.
    Different,
    /// A person should decide; they stay apart until then.
    Undecided,
    /// They are merged.
    Same,
}

impl Verdict {
    /// The word for it in files and messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Different => "different",
            Self::Undecided => "undecided",
            Self::Same => "same",
        }
    }
}

/// One reason for or against merging two names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The reason in words.
    pub words: String,
    /// Its weight: the binary logarithm of a likelihood ratio, negative if it speaks against.
    pub bits: f32,
}

/// How likely two names mean one entity, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// 0.0 to 1.0: a score from hand-set weights, not a probability.
    pub score: f32,
    /// Merged, kept apart, or left to a person.
    pub verdict: Verdict,
    /// All reasons, the heaviest first.
    pub reasons: Vec<Reason>,
}

impl Comparison {
    /// The sum of all reasons, in bits.
    #[must_use]
    pub fn bits(&self) -> f32 {
        self.reasons.iter().map(|reason| reason.bits).sum()
    }
}
