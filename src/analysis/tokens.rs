//! A passage of text in, the spans of its tokens out.
//!
//! Tokens follow the conventions of the English treebanks of Universal Dependencies: clitics are
//! tokens of their own (`Kenya` `'s`, `do` `n't`), hyphenated words are split but for prefixes
//! (`counter` `-` `terrorism`, `co-operate`), abbreviations keep their full stop.

use super::abbreviations::Abbreviations;
use crate::span::{Byte, Span};

/// Ends of words that are tokens of their own, with their straight apostrophe.
const CLITICS: [&str; 8] = ["n't", "'s", "'S", "'re", "'ve", "'ll", "'d", "'m"];

/// Parts that the treebanks leave joined to the next by a hyphen, as they are no words by themselves.
const PREFIXES: [&str; 24] = [
    "anti", "co", "de", "e", "ex", "extra", "inter", "intra", "mid", "mini", "multi", "non", "para", "post", "pre",
    "pro", "proto", "pseudo", "re", "semi", "sub", "trans", "un", "ultra",
];

/// Splits `text[passage]` into tokens, in text order; white space belongs to no token.
///
/// Every token is a non-empty slice of the text. A full stop is left on abbreviations and initials;
/// at the end of a sentence it is a token of its own unless the abbreviation owns it.
///
/// # Complexity
/// Linear in the length of the passage.
pub(crate) fn tokenize(text: &str, passage: Span<Byte>, abbreviations: &Abbreviations) -> Vec<Span<Byte>> {
    let mut tokens = Vec::with_capacity(passage.len() / 5 + 1);
    let mut start = passage.start();
    for chunk in passage.slice(text).split_inclusive(is_space) {
        let word = chunk.trim_end_matches(is_space);
        if !word.is_empty() {
            Splitter { tokens: &mut tokens, abbreviations }.split_chunk(word, start);
        }
        start += chunk.len();
    }
    tokens
}

/// White space and the invisible characters that web pages leave between words.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}')
}

struct Splitter<'a> {
    tokens: &'a mut Vec<Span<Byte>>,
    abbreviations: &'a Abbreviations,
}

impl Splitter<'_> {
    fn push(&mut self, start: usize, length: usize) {
        if length > 0 {
            self.tokens.push(Span::new(start, start + length));
        }
    }

    /// Splits what stands between two spaces: punctuation off both ends, then the core.
    fn split_chunk(&mut self, chunk: &str, start: usize) {
        if is_address(chunk) {
            let core = chunk.trim_end_matches(['.', ',', ';', ')', '"', '”']);
            self.push(start, core.len());
            return self.split_marks(&chunk[core.len()..], start + core.len());
        }
        let core = chunk.trim_start_matches(is_mark);
        let core_start = start + chunk.len() - core.len();
        self.split_marks(&chunk[..chunk.len() - core.len()], start);
        let (core, marks) = self.trim_end_marks(core);
        self.split_core(core, core_start);
        self.split_marks(marks, core_start + core.len());
    }

    /// Divides closing punctuation from a word; an abbreviation keeps its full stop.
    fn trim_end_marks<'t>(&self, word: &'t str) -> (&'t str, &'t str) {
        let core = word.trim_end_matches(|c| is_mark(c) || c == '.');
        let marks = &word[core.len()..];
        if marks.starts_with('.') && !marks.starts_with("..") && self.abbreviations.owns_stop(core) {
            return word.split_at(core.len() + 1);
        }
        (core, marks)
    }

    /// One token for each punctuation mark; a run of one mark stays together ("...", "--").
    fn split_marks(&mut self, marks: &str, start: usize) {
        let mut at = 0;
        while let Some(mark) = marks[at..].chars().next() {
            let rest = &marks[at..];
            let run = if matches!(mark, '.' | '-' | '!' | '?' | '*' | '_' | '=') {
                rest.len() - rest.trim_start_matches(mark).len()
            } else {
                mark.len_utf8()
            };
            self.push(start + at, run);
            at += run;
        }
    }

    /// Splits a word at brackets and dashes within it, then each part at clitics and hyphens.
    fn split_core(&mut self, core: &str, start: usize) {
        let inner = |(at, c): &(usize, char)| {
            let doubled = *c == '-' && core[at + 1..].starts_with('-');
            matches!(c, '(' | ')' | '[' | ']' | '—' | '–' | '…' | '“' | '”' | '"' | ';' | '/') || doubled
        };
        if let Some((at, mark)) = core.char_indices().find(inner) {
            let run =
                if mark == '-' { core[at..].len() - core[at..].trim_start_matches('-').len() } else { mark.len_utf8() };
            self.split_part(&core[..at], start);
            self.push(start + at, run);
            return self.split_chunk_rest(&core[at + run..], start + at + run);
        }
        self.split_part(core, start);
    }

    fn split_chunk_rest(&mut self, rest: &str, start: usize) {
        if !rest.is_empty() {
            self.split_chunk(rest, start);
        }
    }

    fn split_part(&mut self, part: &str, start: usize) {
        let (stem, clitic) = split_clitic(part);
        let (symbol, word) = split_currency(stem);
        self.push(start, symbol.len());
        let word_start = start + symbol.len();
        match word.strip_suffix(['%', '°']) {
            Some(number) if number.ends_with(|c: char| c.is_ascii_digit()) => {
                self.push(word_start, number.len());
                self.push(word_start + number.len(), word.len() - number.len());
            }
            _ => self.split_hyphens(word, word_start),
        }
        self.push(start + stem.len(), clitic.len());
    }

    fn split_hyphens(&mut self, word: &str, start: usize) {
        if word == "cannot" {
            self.push(start, 3);
            return self.push(start + 3, 3);
        }
        let mut from = 0;
        for (at, _) in word.match_indices('-') {
            let (before, after) = (&word[from..at], &word[at + 1..]);
            if splits_at_hyphen(before, after) {
                self.push(start + from, at - from);
                self.push(start + at, 1);
                from = at + 1;
            }
        }
        self.push(start + from, word.len() - from);
    }
}

/// Punctuation that is never part of a word's end or beginning; the full stop is decided apart.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '!'
            | '?'
            | '"'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '<'
            | '>'
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '\''
            | '`'
            | '«'
            | '»'
            | '…'
            | '–'
            | '—'
            | '•'
            | '·'
            | '▪'
            | '●'
            | '*'
            | '-'
            | '_'
            | '|'
            | '/'
            | '='
    )
}

fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.starts_with("www.") || (chunk.contains('@') && chunk.contains('.'))
}

/// Divides "Kenya's" into "Kenya" and "'s"; curly apostrophes count as straight ones.
fn split_clitic(word: &str) -> (&str, &str) {
    for clitic in CLITICS {
        let mut tail = word.char_indices().rev();
        let matches = clitic
            .chars()
            .rev()
            .all(|expected| tail.next().is_some_and(|(_, c)| c == expected || (expected == '\'' && c == '’')));
        let length: usize = word.chars().rev().take(clitic.chars().count()).map(char::len_utf8).sum();
        if matches && length < word.len() {
            return word.split_at(word.len() - length);
        }
    }
    (word, "")
}

/// Divides "US$120" into "US$" and "120".
fn split_currency(word: &str) -> (&str, &str) {
    match word.find(['$', '€', '£', '¥', '#']) {
        Some(at) if at <= 4 && word[..at].chars().all(char::is_uppercase) => {
            let sign = word[at..].chars().next().map_or(0, char::len_utf8);
            let digits = word[at + sign..].starts_with(|c: char| c.is_ascii_digit());
            if digits { word.split_at(at + sign) } else { ("", word) }
        }
        _ => ("", word),
    }
}

/// Whether a hyphen divides words: not behind a prefix, and not within numbers ("2024-01-01").
fn splits_at_hyphen(before: &str, after: &str) -> bool {
    let is_number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    let next = after.split('-').next().unwrap_or_default();
    let prefix = PREFIXES.contains(&before.to_lowercase().as_str()) && before.chars().all(char::is_lowercase);
    let joins = before.is_empty() || next.is_empty() || prefix || (is_number(before) && is_number(next));
    !joins
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> String {
        let spans = tokenize(text, Span::new(0, text.len()), &Abbreviations::default());
        spans.iter().map(|span| span.slice(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn titles_initials_and_states_keep_their_stops() {
        assert_eq!(tokens("Maj. Gen. J. K. Oli of the U.S. Army."), "Maj.|Gen.|J.|K.|Oli|of|the|U.S.|Army|.");
        assert_eq!(tokens("No. 5 in St. Petersburg, etc."), "No.|5|in|St.|Petersburg|,|etc.");
    }

    #[test]
    fn clitics_are_tokens() {
        assert_eq!(
            tokens("Peru’s don't can't cannot Women's states’"),
            "Peru|’s|do|n't|ca|n't|can|not|Women|'s|states|’"
        );
    }

    #[test]
    fn hyphens_divide_words_but_not_prefixes_and_numbers() {
        assert_eq!(
            tokens("counter-terrorism co-operation Al-Sabah 2024-01-01 6-day"),
            "counter|-|terrorism|co-operation|Al|-|Sabah|2024-01-01|6|-|day"
        );
    }

    #[test]
    fn brackets_quotes_and_dashes_are_tokens() {
        assert_eq!(tokens("(SPF), “No,” he… left—fast..."), "(|SPF|)|,|“|No|,|”|he|…|left|—|fast|...");
        assert_eq!(tokens("• US$5m, $120, 50% and/or a@b.org."), "•|US$|5m|,|$|120|,|50|%|and|/|or|a@b.org|.");
    }
}
