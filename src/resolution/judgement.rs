//! What people decided about dossiers: it overrides what comparison says, and can be taken back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ids::{DocumentId, NameKey};

/// What somebody decided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "ruling")]
pub enum Ruling {
    /// Both dossiers tell of one thing.
    Same {
        /// One of them; the smaller key.
        left: NameKey,
        /// The other.
        right: NameKey,
    },
    /// They tell of two things.
    Different {
        /// One of them; the smaller key.
        left: NameKey,
        /// The other.
        right: NameKey,
    },
    /// Somebody looked and could not tell; they stay apart and are not shown again.
    Unsure {
        /// One of them; the smaller key.
        left: NameKey,
        /// The other.
        right: NameKey,
    },
    /// In this document the name means another thing than elsewhere.
    Apart {
        /// The dossier under whose name it would be filed.
        #[serde(rename = "dossier")]
        name: NameKey,
        /// The document that gets a dossier of its own.
        document: DocumentId,
    },
}

impl Ruling {
    /// The ruling that two dossiers are one.
    #[must_use]
    pub fn same(one: &NameKey, other: &NameKey) -> Self {
        let (left, right) = sorted(one, other);
        Self::Same { left, right }
    }

    /// The ruling that two dossiers are two.
    #[must_use]
    pub fn different(one: &NameKey, other: &NameKey) -> Self {
        let (left, right) = sorted(one, other);
        Self::Different { left, right }
    }

    /// The ruling that it cannot be told.
    #[must_use]
    pub fn unsure(one: &NameKey, other: &NameKey) -> Self {
        let (left, right) = sorted(one, other);
        Self::Unsure { left, right }
    }

    /// The other of the two dossiers that it is about, if `dossier` is one of them.
    #[must_use]
    pub fn other_than(&self, name: &NameKey) -> Option<&NameKey> {
        match self {
            Self::Same { left, right } | Self::Different { left, right } | Self::Unsure { left, right } => {
                if left == name { Some(right) } else { (right == name).then_some(left) }
            }
            Self::Apart { .. } => None,
        }
    }

    /// All dossiers that it is about.
    #[must_use]
    pub fn names(&self) -> Vec<&NameKey> {
        match self {
            Self::Same { left, right } | Self::Different { left, right } | Self::Unsure { left, right } => {
                vec![left, right]
            }
            Self::Apart { name, .. } => vec![name],
        }
    }
}

fn sorted(one: &NameKey, other: &NameKey) -> (NameKey, NameKey) {
    if one <= other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) }
}

/// The dossiers whose name means something else in a document, as somebody ruled.
#[must_use]
pub fn apart(document: &DocumentId, rulings: &[Ruling]) -> BTreeSet<NameKey> {
    let ruled = rulings.iter().filter_map(|ruling| match ruling {
        Ruling::Apart { name, document: there } if there == document => Some(name.clone()),
        _ => None,
    });
    ruled.collect()
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judgement {
    /// What was decided.
    #[serde(flatten)]
    pub ruling: Ruling,
    /// Who decided.
    pub by: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// The score that the comparison had then, if it was compared.
    pub score: Option<f32>,
    /// Why, in the words of who decided.
    pub reason: Option<String>,
}
