//! Reads JSON Lines with a text, its tokens and its mentions, the form of relation corpora.

use std::ops::Range;

use serde::Deserialize;

use super::bio::{LabeledDocument, LabeledSentence, LabeledSpan};

#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    tokens: Vec<(usize, usize)>,
    mentions: Vec<RecordMention>,
}

#[derive(Deserialize)]
struct RecordMention {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    label: String,
}

/// Reads JSON Lines with `id`, `text`, `tokens` (byte ranges) and `mentions` (`start`, `end` in bytes, `type`).
///
/// A mention that does not begin and end with tokens, or overlaps an earlier one, is left out. Sentences end
/// at a full stop, question or exclamation mark before a capital.
///
/// # Errors
/// If a line is not such a record; the error names line and column.
pub fn read_mentions(jsonl: &str) -> Result<Vec<LabeledDocument>, serde_json::Error> {
    jsonl.lines().map(|line| Ok(to_document(&serde_json::from_str(line)?))).collect()
}

fn to_document(record: &Record) -> LabeledDocument {
    let surface = |&(start, end): &(usize, usize)| record.text.get(start..end).unwrap_or_default().trim();
    let kept: Vec<(usize, usize)> = record.tokens.iter().copied().filter(|token| !surface(token).is_empty()).collect();
    let spans = token_spans(&record.mentions, &kept);
    let mut sentences = Vec::new();
    let mut sentence = LabeledSentence::default();
    let mut next = spans.iter().peekable();
    let mut first = 0;
    for (at, token) in kept.iter().enumerate() {
        sentence.tokens.push(surface(token).to_owned());
        let in_name = next.peek().is_some_and(|(tokens, _)| tokens.start <= at && at + 1 < tokens.end);
        if let Some((tokens, label)) = next.next_if(|(tokens, _)| tokens.end == at + 1) {
            sentence.spans.push(LabeledSpan { tokens: tokens.start - first..tokens.end - first, label: label.clone() });
        }
        let follows_capital = kept.get(at + 1).is_none_or(|next| surface(next).starts_with(char::is_uppercase));
        if !in_name && follows_capital && matches!(surface(token), "." | "?" | "!") {
            sentences.push(std::mem::take(&mut sentence));
            first = at + 1;
        }
    }
    if !sentence.tokens.is_empty() {
        sentences.push(sentence);
    }
    LabeledDocument { id: record.id.clone(), sentences }
}

/// The mentions as token ranges in text order, without overlap.
fn token_spans(mentions: &[RecordMention], tokens: &[(usize, usize)]) -> Vec<(Range<usize>, String)> {
    let mut spans = Vec::new();
    for mention in mentions {
        let start = tokens.iter().position(|token| token.0 == mention.start);
        let end = tokens.iter().position(|token| token.1 == mention.end);
        if let (Some(start), Some(end)) = (start, end)
            && start <= end
        {
            spans.push((start..end + 1, mention.label.clone()));
        }
    }
    spans.sort_by_key(|(tokens, _)| (tokens.start, std::cmp::Reverse(tokens.end)));
    let mut reached = 0;
    spans.retain(|(tokens, _)| {
        let free = tokens.start >= reached;
        if free {
            reached = tokens.end;
        }
        free
    });
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_become_token_spans_of_their_sentence() {
        let line = r#"{"id":"d","text":"Rain fell. Ana Lu sang.","tokens":[[0,4],[5,9],[9,10],[11,14],[15,17],[18,22],[22,23]],
            "mentions":[{"start":11,"end":17,"type":"PER"},{"start":15,"end":17,"type":"PER"},{"start":12,"end":14,"type":"LOC"}]}"#;
        let documents = read_mentions(&line.replace('\n', "")).unwrap();
        let sentences = &documents[0].sentences;
        assert_eq!(sentences.len(), 2);
        assert_eq!(sentences[1].spans, [LabeledSpan { tokens: 0..2, label: "PER".to_owned() }]);
        assert!(read_mentions("{}").is_err());
    }
}
