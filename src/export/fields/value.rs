//! The values of fields.

use std::borrow::Cow;

use jiff::civil::Date;
use serde_json::{Value as Json, json};

/// What the values of a field are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Kind {
    Text,
    /// Several texts.
    List,
    /// A whole number.
    Count,
    /// A number with two decimals.
    Score,
    Flag,
    /// A calendar day.
    Day,
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::export) enum Value<'g> {
    Text(Cow<'g, str>),
    List(Vec<Cow<'g, str>>),
    Count(usize),
    Score(f64),
    Flag(bool),
    Day(Date),
}

impl<'g> Value<'g> {
    /// A text, unless it is empty.
    pub(super) fn text(text: impl Into<Cow<'g, str>>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty()).then_some(Self::Text(text))
    }

    /// A list, unless it is empty.
    pub(super) fn list(texts: impl IntoIterator<Item = impl Into<Cow<'g, str>>>) -> Option<Self> {
        let texts: Vec<Cow<'g, str>> = texts.into_iter().map(Into::into).collect();
        (!texts.is_empty()).then_some(Self::List(texts))
    }

    /// A score with two decimals; scores are set by hand and are no finer.
    pub(super) fn score(score: f32) -> Self {
        Self::Score((f64::from(score) * 100.0).round() / 100.0)
    }

    /// The value as one text, with `separator` between the texts of a list.
    pub(in crate::export) fn joined(&self, separator: &str) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::List(texts) => Cow::Owned(texts.join(separator)),
            Self::Count(count) => Cow::Owned(count.to_string()),
            Self::Score(score) => Cow::Owned(score.to_string()),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Self::Day(day) => Cow::Owned(day.to_string()),
        }
    }

    /// The value in JSON.
    pub(in crate::export) fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => json!(text),
            Self::List(texts) => json!(texts),
            Self::Count(count) => json!(count),
            Self::Score(score) => json!(score),
            Self::Flag(flag) => json!(flag),
            Self::Day(day) => json!(day.to_string()),
        }
    }
}
