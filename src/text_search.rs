//! Finds the passage of a text that contains words.

use crate::span::{Char, Span};
use crate::text::fold;

/// Characters around a line that has no end.
const MAX_PASSAGE: usize = 400;

/// The passage of `text` with the most of `words`: a paragraph, or a part of a long one. In characters, with its words.
pub(crate) fn passage_with(text: &str, words: &str) -> (Span<Char>, String) {
    let wanted: Vec<String> = fold(words).split(' ').map(str::to_owned).collect();
    let hits = |passage: &str| {
        let folded = fold(passage);
        let found: Vec<&str> = folded.split(' ').collect();
        wanted.iter().filter(|word| found.contains(&word.as_str())).count()
    };
    let mut best: (usize, usize, &str) = (0, 0, "");
    let mut start = 0;
    for passage in passages(text) {
        let count = hits(passage);
        if best.2.is_empty() || count > best.0 {
            best = (count, start, passage);
        }
        start += passage.chars().count();
    }
    let (_, start, passage) = best;
    let skipped = passage.chars().take_while(|c| c.is_whitespace()).count();
    let passage = passage.trim();
    (Span::new(start + skipped, start + skipped + passage.chars().count()), passage.to_owned())
}

/// The text in pieces, each up to the end of a sentence or line.
fn passages(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let sentence = rest[..line].find(". ").map_or(line, |end| end + 2);
        let limit = rest.char_indices().nth(MAX_PASSAGE).map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at(sentence.min(limit));
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_with_most_of_the_words_is_found() {
        let text = "Moana Tui arrived. Éva Tui met Rosa Quispe in Lima. They left.\nRosa Quispe stayed.";
        let (span, passage) = passage_with(text, "quispe LIMA eva");
        assert_eq!(passage, "Éva Tui met Rosa Quispe in Lima.");
        assert_eq!(text.chars().skip(span.start()).take(span.len()).collect::<String>(), passage);
        assert_eq!(passage_with("", "lima").1, "");
    }
}
