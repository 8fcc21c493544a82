//! What people decided about names: it overrides the comparison and can be taken back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::answer::Answer;
use crate::ids::{DocumentId, NameKey};

/// A person's decision: an [`Answer`] about two names, or that a name means something else in one document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "ruling")]
pub enum Ruling {
    /// [`Answer::Same`].
    Same {
        /// The smaller key.
        left: NameKey,
        /// The other key.
        right: NameKey,
    },
    /// [`Answer::Different`].
    Different {
        /// The smaller key.
        left: NameKey,
        /// The other key.
        right: NameKey,
    },
    /// [`Answer::Unsure`].
    Unsure {
        /// The smaller key.
        left: NameKey,
        /// The other key.
        right: NameKey,
    },
    /// In this document the name means another entity than elsewhere.
    Apart {
        /// The name under which it would be filed; exported judgements call it "dossier".
        #[serde(rename = "dossier")]
        name: NameKey,
        /// The document in which the name gets a profile of its own.
        document: DocumentId,
    },
}

impl Ruling {
    /// The ruling that gives this answer about two names.
    #[must_use]
    pub fn on_pair(answer: Answer, one: &NameKey, other: &NameKey) -> Self {
        let (left, right) = if one <= other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) };
        match answer {
            Answer::Same => Self::Same { left, right },
            Answer::Different => Self::Different { left, right },
            Answer::Unsure => Self::Unsure { left, right },
        }
    }

    /// The answer that it gives, if it is about two names.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        match self {
            Self::Same { .. } => Some(Answer::Same),
            Self::Different { .. } => Some(Answer::Different),
            Self::Unsure { .. } => Some(Answer::Unsure),
            Self::Apart { .. } => None,
        }
    }

    /// The names that it is about: two, or one for [`Ruling::Apart`].
    #[must_use]
    pub fn names(&self) -> Vec<&NameKey> {
        match self {
            Self::Same { left, right } | Self::Different { left, right } | Self::Unsure { left, right } => {
                vec![left, right]
            }
            Self::Apart { name, .. } => vec![name],
        }
    }

    /// The other of the two names that it is about, if `name` is one of them.
    #[must_use]
    pub fn other_than(&self, name: &NameKey) -> Option<&NameKey> {
        match self.names()[..] {
            [left, right] if left == name => Some(right),
            [left, right] if right == name => Some(left),
            _ => None,
        }
    }
}

/// The names that mean something else in a document, according to the rulings.
#[must_use]
pub fn names_apart(document: &DocumentId, rulings: &[Ruling]) -> BTreeSet<NameKey> {
    let ruled = rulings.iter().filter_map(|ruling| match ruling {
        Ruling::Apart { name, document: there } if there == document => Some(name.clone()),
        _ => None,
    });
    ruled.collect()
}
