//! Reads the documents of the re3d data set with their annotated mentions.
//!
//! re3d (Dstl 2017, "Relationship and Entity Extraction Evaluation Dataset") marks names, descriptions and pronouns of
//! persons, organizations, locations and others. Each line is one document as JSON: `id`, `text`, and `mentions`
//! with `start` and `end` in bytes of the text and `type`.

use serde::Deserialize;

use super::form_class::FormClass;
use crate::span::{Byte, Span};

/// A line that is not a document.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Re3dError {
    /// The line is not JSON, or a field is missing.
    #[error("line {line}: expected a document as JSON with id, text and mentions: {source}")]
    Json {
        /// Line, counted from 1.
        line: usize,
        /// What went wrong.
        source: serde_json::Error,
    },
    /// A mention lies outside the text or within a character.
    #[error("line {line}: expected mentions in bytes of the text, found {start}..{end}")]
    Span {
        /// Line, counted from 1.
        line: usize,
        /// First byte.
        start: usize,
        /// Byte after the last.
        end: usize,
    },
}

/// The type of an annotated mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Re3dType {
    /// `Person`, `Organisation` or `Location`.
    Scored(FormClass),
    /// `Nationality`: "Syrian".
    Nationality,
}

/// A document with its annotated mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Re3dDocument {
    /// Its name.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Mentions of the scored classes and nationalities, in the order of the file.
    pub mentions: Vec<(Span<Byte>, Re3dType)>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    mentions: Vec<Annotated>,
}

#[derive(Deserialize)]
struct Annotated {
    start: usize,
    end: usize,
    r#type: String,
}

/// Reads all documents of a file; empty lines are skipped.
///
/// # Errors
/// [`Re3dError`] for the first line that is not a document.
pub fn read(text: &str) -> Result<Vec<Re3dDocument>, Re3dError> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| read_line(line, at + 1)).collect()
}

fn read_line(line: &str, number: usize) -> Result<Re3dDocument, Re3dError> {
    let line: Line = serde_json::from_str(line).map_err(|source| Re3dError::Json { line: number, source })?;
    let mut mentions = Vec::new();
    for Annotated { start, end, r#type } in line.mentions {
        if line.text.get(start..end).is_none() {
            return Err(Re3dError::Span { line: number, start, end });
        }
        mentions.extend(meaning(&r#type).map(|meaning| (Span::new(start, end), meaning)));
    }
    Ok(Re3dDocument { id: line.id, text: line.text, mentions })
}

/// Interprets a type of the data set; quantities, dates, weapons and the like are left out.
fn meaning(name: &str) -> Option<Re3dType> {
    match name {
        "Person" => Some(Re3dType::Scored(FormClass::Person)),
        "Organisation" => Some(Re3dType::Scored(FormClass::Organization)),
        "Location" => Some(Re3dType::Scored(FormClass::Location)),
        "Nationality" => Some(Re3dType::Nationality),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scored_types_and_nationalities_are_read_with_their_bytes() {
        let line = r#"{"id":"a","text":"São Tomé, 2016","mentions":[{"start":0,"end":10,"type":"Location"},
            {"start":12,"end":16,"type":"Temporal"}]}"#;
        let documents = read(&line.replace('\n', "")).unwrap();
        assert_eq!(documents[0].mentions, [(Span::new(0, 10), Re3dType::Scored(FormClass::Location))]);
        assert_eq!(documents[0].mentions[0].0.slice(&documents[0].text), "São Tomé");
    }

    #[test]
    fn a_broken_line_is_reported_by_number() {
        let message = |line: &str| read(&format!("\n{line}")).unwrap_err().to_string();
        assert!(message("{}").starts_with("line 2: expected a document as JSON"));
        let beyond = r#"{"id":"a","text":"Lima","mentions":[{"start":2,"end":9,"type":"Person"}]}"#;
        assert_eq!(message(beyond), "line 2: expected mentions in bytes of the text, found 2..9");
    }
}
