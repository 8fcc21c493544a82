//! Typed names and indices of documents, sentences, mentions, chains, entities and rules.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Declares an index type over `u32`.
macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the item at `index`.
            ///
            /// # Panics
            /// If `index` does not fit in 32 bits; no document has that many parts.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).expect("a document has fewer than 2^32 parts"))
            }

            /// The item's position in its vector.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index! {
    /// Index of a sentence in its document, 0-based.
    SentenceId
}
index! {
    /// Index of a mention in its document's mentions, 0-based, in text order.
    MentionId
}
index! {
    /// Index of a coreference chain in its document, 0-based, by first mention.
    ChainId
}

/// Declares a name type over shared text.
macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

name! {
    /// Name of a document, unique in one build: the file's stem, or the article's own id.
    DocumentId
}
name! {
    /// Name of a canonical entity, stable across runs: `type/name-in-lower-case`.
    EntityId
}
name! {
    /// Key of a name in all documents: `type/name`, or `type/name@scope` if the name alone does not identify the entity
    /// (`agency/interior-ministry@np`, `person/tamm@a1`).
    NameKey
}
name! {
    /// Name of the rule or gazetteer that made a finding, as shown to the user (`met-verb`, `gazetteer:countries`).
    RuleName
}
