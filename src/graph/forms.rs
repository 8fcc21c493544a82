//! How single values are written in the JSON contract.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The attributes of an edge that the contract names: they are always there, the others where something is known.
pub(super) const ALWAYS: [&str; 3] = ["topic", "position", "object"];

/// Writes a score with two decimals: scores are set by hand and are no finer.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub(super) fn two_decimals<S: Serializer>(score: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((f64::from(*score) * 100.0).round() / 100.0)
}

/// Attributes of an edge; those that the contract names come first, `null` where nothing is known.
pub(super) mod attributes {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(
        attributes: &BTreeMap<String, String>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let others = attributes.iter().filter(|(key, _)| !ALWAYS.contains(&key.as_str()));
        let others = others.map(|(key, value)| (key.as_str(), Some(value)));
        serializer.collect_map(ALWAYS.into_iter().map(|key| (key, attributes.get(key))).chain(others))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<String, String>, D::Error> {
        let all = BTreeMap::<String, Option<String>>::deserialize(deserializer)?;
        Ok(all.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
    }
}

/// A span as its two ends, among the fields of the passage.
pub(super) mod ends {
    use super::*;
    use crate::span::{Char, Span};

    #[derive(Serialize, Deserialize)]
    #[cfg_attr(test, derive(schemars::JsonSchema))]
    pub(crate) struct Ends {
        /// First character, counted from 0 in Unicode scalar values of the document's text.
        start: u32,
        /// First character after it.
        end: u32,
    }

    pub(crate) fn serialize<S: Serializer>(span: &Span<Char>, serializer: S) -> Result<S::Ok, S::Error> {
        let [start, end] = [span.start(), span.end()].map(|end| u32::try_from(end).expect("spans fit 32 bits"));
        Ends { start, end }.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Span<Char>, D::Error> {
        let Ends { start, end } = Ends::deserialize(deserializer)?;
        if end < start {
            return Err(serde::de::Error::custom(format_args!("the span {start}..{end} ends before it starts")));
        }
        Ok(Span::new(start as usize, end as usize))
    }
}
