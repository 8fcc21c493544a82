//! Names of types, kept in place.

use std::fmt;

/// Most bytes in the name of a type; the longest that ships, "cooperates_with", has 15.
pub(super) const MAX_BYTES: usize = 31;

/// The name of an entity or relation type.
///
/// Types are copied and compared everywhere, and they outlive the ontology that names them. A name therefore holds its
/// own bytes: nothing is allocated, so a program that reads ontologies again and again does not grow.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct TypeName {
    /// Filled up with zeros, which sort before every letter, so that names are ordered as their texts are.
    bytes: [u8; MAX_BYTES],
    length: u8,
}

impl TypeName {
    /// The name with this text; `None` if it is empty, has more than [`MAX_BYTES`] bytes or holds a zero byte.
    pub(super) const fn new(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        if text.is_empty() || text.len() > MAX_BYTES {
            return None;
        }
        let mut bytes = [0; MAX_BYTES];
        let mut at = 0;
        while at < text.len() {
            if text[at] == 0 {
                return None;
            }
            bytes[at] = text[at];
            at += 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "it is at most MAX_BYTES")]
        let length = text.len() as u8;
        Some(Self { bytes, length })
    }

    /// The name of a type that the program itself asks for.
    pub(super) const fn known(text: &str) -> Self {
        match Self::new(text) {
            Some(name) => name,
            None => panic!("the name of a type has 1 to 31 bytes"),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).expect("a name is made of a whole text")
    }
}

impl fmt::Debug for TypeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// Declares a type of its own over a name.
macro_rules! named_type {
    ($(#[$doc:meta])* $name:ident { $($(#[$constant_doc:meta])* $constant:ident = $text:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(TypeName);

        impl $name {
            $($(#[$constant_doc])* pub const $constant: Self = Self(TypeName::known($text));)+

            /// The type of this name, which some ontology may have; `None` if no type can be called so.
            pub(crate) fn named(name: &str) -> Option<Self> {
                TypeName::new(name).map(Self)
            }

            /// The type's name, as in the ontology file and the JSON contract.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = String::deserialize(deserializer)?;
                let expected = "the name of a type with 1 to 31 bytes";
                Self::named(&name).ok_or_else(|| {
                    serde::de::Error::invalid_value(serde::de::Unexpected::Str(&name), &expected)
                })
            }
        }
    };
}

pub(super) use named_type;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ordered_as_their_texts() {
        let texts = ["part", "part_of", "place", "programme", "å"];
        let names = texts.map(TypeName::known);
        assert!(names.is_sorted());
        assert_eq!(names.each_ref().map(TypeName::as_str), texts);
    }

    #[test]
    fn a_name_that_does_not_fit_is_none() {
        let longest = "x".repeat(MAX_BYTES);
        assert_eq!(TypeName::new(&longest).unwrap().as_str(), longest);
        for text in ["", "met\0", &format!("{longest}x")] {
            assert_eq!(TypeName::new(text), None, "{text:?}");
        }
    }
}
