//! Sentences in, quoted passages out.

use crate::analysis::analyzed_document::AnalyzedDocument;
use crate::analysis::labels::TokenId;
use crate::analysis::sentence::SentenceKind;
use crate::ids::SentenceId;
use crate::span::Span;

/// What stands between two quotation marks, sentence by sentence, without the marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Passage {
    pub(crate) parts: Vec<(SentenceId, Span<TokenId>)>,
}

/// What a token does to a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
    /// The straight mark does either, by turns.
    Turns,
}

/// Finds the passages in quotation marks, in text order.
///
/// A passage may span sentences, but no paragraph: one that its paragraph leaves open counts only if the
/// next paragraph opens with a mark again, as long quotations are set. Single marks are left, since most
/// of them are apostrophes.
pub(crate) fn find_passages(document: &AnalyzedDocument) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut open: Option<Passage> = None;
    for (index, sentence) in document.sentences.iter().enumerate() {
        let id = SentenceId::new(index);
        let marks: Vec<Option<Mark>> =
            sentence.tokens.iter().map(|token| mark_of(document.surface(token.span))).collect();
        if index > 0 && begins_paragraph(document, index) {
            let goes_on = matches!(marks.first(), Some(Some(Mark::Opens | Mark::Turns)));
            passages.extend(open.take().filter(|passage| goes_on && !passage.parts.is_empty()));
        }
        if sentence.kind != SentenceKind::Prose {
            open = None;
            continue;
        }
        let mut start = 0;
        for (at, mark) in marks.iter().enumerate() {
            match (mark, open.take()) {
                (None, before) => open = before,
                (Some(Mark::Closes | Mark::Turns), Some(passage)) => passages.extend(with_part(passage, id, start, at)),
                (Some(Mark::Opens), Some(before)) => open = Some(before), // a quotation within one
                (Some(Mark::Opens | Mark::Turns), None) => {
                    open = Some(Passage::default());
                    start = at + 1;
                }
                (Some(Mark::Closes), None) => {}
            }
        }
        open = open.take().map(|passage| with_part(passage.clone(), id, start, marks.len()).unwrap_or(passage));
    }
    passages
}

/// The quoted tokens of each sentence of the document.
pub(crate) fn by_sentence(passages: &[Passage], sentences: usize) -> Vec<Vec<Span<TokenId>>> {
    let mut quoted = vec![Vec::new(); sentences];
    for (id, tokens) in passages.iter().flat_map(|passage| &passage.parts) {
        quoted[id.index()].push(*tokens);
    }
    quoted
}

fn mark_of(surface: &str) -> Option<Mark> {
    match surface {
        "“" | "«" | "„" | "``" => Some(Mark::Opens),
        "”" | "»" | "''" => Some(Mark::Closes),
        "\"" => Some(Mark::Turns),
        _ => None,
    }
}

/// Whether a line ends right before the sentence.
fn begins_paragraph(document: &AnalyzedDocument, index: usize) -> bool {
    let between = document.sentences[index - 1].span.end()..document.sentences[index].span.start();
    document.document.text[between].contains('\n')
}

/// The passage with one more part; `None` if it has no words at all.
fn with_part(mut passage: Passage, id: SentenceId, start: usize, end: usize) -> Option<Passage> {
    if start < end {
        passage.parts.push((id, Span::new(start, end)));
    }
    (!passage.parts.is_empty()).then_some(passage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analyzer;
    use crate::document::Document;

    fn passages(text: &str) -> Vec<String> {
        let document = Analyzer::shipped().analyze(Document::from_text("test", text));
        let part = |(id, tokens): &(SentenceId, Span<TokenId>)| {
            document.surface(document.sentence(*id).bytes(*tokens)).to_owned()
        };
        find_passages(&document)
            .iter()
            .map(|passage| passage.parts.iter().map(part).collect::<Vec<_>>().join(" | "))
            .collect()
    }

    #[test]
    fn curly_and_straight_marks_enclose_passages() {
        assert_eq!(passages("“We will come,” said Ms. Tui. \"I agree,\" Mr. Oli said."), ["We will come,", "I agree,"]);
    }

    #[test]
    fn marks_without_words_between_enclose_nothing() {
        // Found by the property tests: the mark that ends a paragraph was a passage without parts.
        assert_eq!(passages("--- \u{feff}\u{200b}… “\r\n\r\n\""), [""; 0]);
        assert_eq!(passages("Ms. Tui said: “\n\n“We will come,” she said."), ["We will come,"]);
    }

    #[test]
    fn a_passage_may_span_sentences_but_no_paragraph() {
        assert_eq!(
            passages("“We came. We saw,” said Ms. Tui.\n\n“She left.\n\nMr. Oli stayed at home.”"),
            ["We came. | We saw,"]
        );
    }

    #[test]
    fn a_quotation_goes_on_where_the_next_paragraph_opens_again() {
        assert_eq!(
            passages("“She left on Monday.\n\n“He stayed at home.”"),
            ["She left on Monday.", "He stayed at home."]
        );
    }
}
