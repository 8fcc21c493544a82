//! What a comparison of two dossiers says.

use serde::{Deserialize, Serialize};

/// Whether two dossiers tell of one thing, as far as rules can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// They are kept apart.
    Different,
    /// A person should look: they are kept apart until then.
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

/// One piece of evidence for or against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// What speaks for or against, in words.
    pub words: String,
    /// How much, as the binary logarithm of a likelihood ratio; negative against.
    pub bits: f32,
}

/// How alike two dossiers are, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// 0.0 to 1.0: a score by hand-set weights, not a probability.
    pub score: f32,
    /// Merged, kept apart, or left to a person.
    pub verdict: Verdict,
    /// What speaks for and against, weightiest first.
    pub reasons: Vec<Reason>,
}

impl Comparison {
    /// What all reasons together speak for it, in bits.
    #[must_use]
    pub fn bits(&self) -> f32 {
        self.reasons.iter().map(|reason| reason.bits).sum()
    }
}
