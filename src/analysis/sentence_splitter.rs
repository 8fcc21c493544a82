//! Splits the body of a document into sentences of tokens.
//!
//! A blank line always ends a sentence. A line break ends one after a heading, a list item or a finished sentence; a
//! dateline is its own sentence. Within a passage, a sentence ends after `.`, `!`, `?` or `…` and any closing quotes
//! and brackets, if the next token can begin a sentence and the stop does not belong to a title or initial.

use super::abbreviations::Abbreviations;
use super::sentence::SentenceKind;
use super::tokenizer::{is_space, tokenize};
use crate::document::Document;
use crate::span::{Byte, Span};

/// Words that begin a sentence far more often than they continue a name after "U.S." or "Inc.".
const STARTERS: [&str; 30] = [
    "The", "A", "An", "It", "He", "She", "They", "We", "I", "In", "On", "At", "But", "And", "This", "That", "These",
    "His", "Her", "Its", "Their", "Our", "As", "For", "After", "Both", "During", "However", "There", "Earlier",
];

/// Lines of hard-wrapped text are about as long as the margin allows; a shorter line ends a block.
const WRAPPED_LINE_CHARS: usize = 55;

/// Longest sentence, in tokens. The longest sentences of the treebanks have about 200. Anything longer than this is a
/// table or a file without stops; it is cut so that later steps stay fast.
const MAX_SENTENCE_TOKENS: usize = 5_000;

/// A sentence as the splitter leaves it.
#[derive(Debug)]
pub(crate) struct RawSentence {
    /// At least one token, in text order.
    pub(crate) tokens: Vec<Span<Byte>>,
    /// Running text or not.
    pub(crate) kind: SentenceKind,
}

impl RawSentence {
    /// From the first token to the last.
    pub(crate) fn span(&self) -> Span<Byte> {
        self.tokens[0].cover(self.tokens[self.tokens.len() - 1])
    }
}

/// Splits the body of `document`, in text order. Every token is in exactly one sentence.
pub(crate) fn split_sentences(document: &Document, abbreviations: &Abbreviations) -> Vec<RawSentence> {
    let text = document.text.as_str();
    let mut sentences = Vec::new();
    let mut dateline = document.dateline;
    for part in document.prose() {
        if let Some(dateline) = dateline.take_if(|dateline| dateline.end() <= part.start()) {
            push(&tokenize(text, dateline, abbreviations), SentenceKind::Dateline, &mut sentences);
        }
        for passage in passages(text, part) {
            split_passage(text, passage, abbreviations, &mut sentences);
        }
    }
    if let Some(dateline) = dateline {
        push(&tokenize(text, dateline, abbreviations), SentenceKind::Dateline, &mut sentences);
    }
    sentences
}

/// The blocks of `text[within]` that no sentence crosses: paragraphs, headings, list items.
fn passages(text: &str, within: Span<Byte>) -> Vec<Span<Byte>> {
    let mut passages: Vec<Span<Byte>> = Vec::new();
    let mut at = within.start();
    let mut open = false;
    for line in within.slice(text).split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_matches(is_space);
        if content.is_empty() {
            open = false;
            continue;
        }
        let begin = start + (line.len() - line.trim_start_matches(is_space).len());
        let span = Span::new(begin, begin + content.len());
        match passages.last_mut() {
            Some(last) if open && continues(last.slice(text), content) => *last = last.cover(span),
            _ => passages.push(span),
        }
        open = true;
    }
    passages
}

/// Whether `line` continues the sentence that `before` left open at a line break.
fn continues(before: &str, line: &str) -> bool {
    let last_line = before.rsplit('\n').next().unwrap_or(before);
    let first = line.chars().next().unwrap_or(' ');
    let wrapped = last_line.trim_end().chars().count() >= WRAPPED_LINE_CHARS;
    let finished = before.trim_end().ends_with(['.', '!', '?', ':', '”', '"']);
    first.is_lowercase() || (wrapped && !finished && !is_bullet(first)) || before.trim_end().ends_with(',')
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '·' | '▪' | '●' | '*' | '-' | '–' | '—' | '#')
}

fn split_passage(text: &str, passage: Span<Byte>, abbreviations: &Abbreviations, sentences: &mut Vec<RawSentence>) {
    let tokens = tokenize(text, passage, abbreviations);
    let is_heading =
        tokens.last().is_some_and(|last| !ends_sentence(last.slice(text)) && !is_closing(last.slice(text)));
    let mut first = 0;
    let mut at = 0;
    while at < tokens.len() {
        at += 1;
        if at - first >= MAX_SENTENCE_TOKENS {
            push(&tokens[first..at], SentenceKind::Prose, sentences);
            first = at;
            continue;
        }
        if !may_end(text, tokens[at - 1], abbreviations) {
            continue;
        }
        while closes(text, &tokens, at) {
            at += 1;
        }
        at += note_length(text, &tokens[at..]);
        let stop_belongs_to_word =
            !tokens[at - 1].slice(text).trim_end_matches('.').is_empty() && tokens[at - 1].slice(text).ends_with('.');
        if tokens.get(at).is_some_and(|next| begins_sentence(text, *next, stop_belongs_to_word)) {
            push(&tokens[first..at], SentenceKind::Prose, sentences);
            first = at;
        }
    }
    let kind = if is_heading && first == 0 { SentenceKind::Heading } else { SentenceKind::Prose };
    push(&tokens[first..], kind, sentences);
}

fn push(tokens: &[Span<Byte>], kind: SentenceKind, sentences: &mut Vec<RawSentence>) {
    if !tokens.is_empty() {
        sentences.push(RawSentence { tokens: tokens.to_vec(), kind });
    }
}

fn ends_sentence(token: &str) -> bool {
    token.ends_with(['.', '!', '?', '…']) || token == ":"
}

/// Whether a sentence may end with this token: a separate stop, or an abbreviation that may be the last word.
fn may_end(text: &str, token: Span<Byte>, abbreviations: &Abbreviations) -> bool {
    let token = token.slice(text);
    match token.strip_suffix('.') {
        Some("") => true,
        Some(word) if !word.ends_with('.') => !abbreviations.opens(word),
        _ => token.ends_with(['.', '!', '?', '…']),
    }
}

fn is_closing(token: &str) -> bool {
    matches!(token, "”" | "\"" | "’" | "'" | ")" | "]" | "»" | "''")
}

/// Whether the token at `at` is a quote or bracket that closes what the tokens before it opened.
///
/// A quotation mark that touches the stop but not the next word is a closing one, whatever its shape: articles contain
/// `left.“ Then`.
fn closes(text: &str, tokens: &[Span<Byte>], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|_| touches(tokens, at)) else { return false };
    let stands_off = tokens.get(at + 1).is_none_or(|_| !touches(tokens, at + 1));
    is_closing(token.slice(text)) || (token.slice(text) == "“" && stands_off)
}

/// Number of tokens of a footnote mark, as in "untenable to him. [23] Letters", at the start of `tokens`.
fn note_length(text: &str, tokens: &[Span<Byte>]) -> usize {
    let mut found = 0;
    while let [open, number, close, ..] = &tokens[found..] {
        let is_number = number.slice(text).bytes().all(|byte| byte.is_ascii_digit());
        if open.slice(text) != "[" || !is_number || close.slice(text) != "]" {
            break;
        }
        found += 3;
    }
    found
}

fn touches(tokens: &[Span<Byte>], at: usize) -> bool {
    tokens[at - 1].end() == tokens[at].start()
}

/// Whether `token` can begin a sentence; after an abbreviation only a clear starter can.
fn begins_sentence(text: &str, token: Span<Byte>, behind_abbreviation: bool) -> bool {
    let surface = token.slice(text);
    let first = surface.chars().next().unwrap_or(' ');
    if behind_abbreviation {
        return STARTERS.contains(&surface) || matches!(first, '“' | '"');
    }
    first.is_uppercase()
        || first.is_numeric()
        || matches!(first, '“' | '"' | '‘' | '\'' | '(' | '[' | '«')
        || is_bullet(first)
        || !(first.is_lowercase() || first.is_ascii_punctuation())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let document = Document::from_text("test", text);
        let sentences = split_sentences(&document, Abbreviations::shipped());
        sentences.iter().map(|sentence| sentence.span().slice(text).to_owned()).collect()
    }

    #[test]
    fn stops_of_titles_and_initials_end_nothing() {
        let text = "Maj. Gen. J. K. Oli met Mr. Tamm of the U.S. Embassy. It was No. 5 of its kind.";
        assert_eq!(
            sentences(text),
            ["Maj. Gen. J. K. Oli met Mr. Tamm of the U.S. Embassy.", "It was No. 5 of its kind."]
        );
    }

    #[test]
    fn quotes_close_with_their_sentence() {
        let text = "“We agreed. We signed.” He left. “No!” said Ruiz.";
        assert_eq!(sentences(text), ["“We agreed.", "We signed.”", "He left.", "“No!” said Ruiz."]);
    }

    #[test]
    fn headings_bullets_and_datelines_stand_alone() {
        let text = "Talks End in Tartu\n\nTARTU, 3 May 2024 - Talks ended:\n\n- Peru left\n- Nepal stayed\n";
        assert_eq!(
            sentences(text),
            ["Talks End in Tartu", "TARTU, 3 May 2024 -", "Talks ended:", "- Peru left", "- Nepal stayed"]
        );
    }

    #[test]
    fn footnote_marks_and_misshapen_quotes_stay_with_their_sentence() {
        assert_eq!(
            sentences("It fell in 1821. [22] [23] Then it rose."),
            ["It fell in 1821. [22] [23]", "Then it rose."]
        );
        assert_eq!(sentences("It was “misguided.“ However, it went on.").len(), 2);
        assert_eq!(sentences("It fell.“However, it rose.”").len(), 2);
    }

    #[test]
    fn wrapped_lines_are_one_sentence() {
        let text = "The minister of trade of the republic arrived in the city\nof Tartu on Monday.\nTalks began.";
        assert_eq!(sentences(text).len(), 2);
    }

    #[test]
    fn an_abbreviation_may_end_a_sentence() {
        assert_eq!(sentences("They moved to the U.S. The talks, aid, etc. They ended.").len(), 3);
    }
}
