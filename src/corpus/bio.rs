//! Reads two-column BIO files.
//!
//! One token and its tag per line with a tabulator between (`Nairobi<TAB>B-LOC`), an empty line after
//! each sentence, a line `-DOCSTART-<TAB>id` and an empty line before each document. Tags are IOB2
//! (Tjong Kim Sang and Veenstra 1999); an `I-` that does not continue a name starts one, as in conlleval.

use std::ops::Range;

/// A labelled span of tokens in a sentence, with the label of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabeledSpan {
    /// Tokens of the sentence, 0-based, end excluded.
    pub tokens: Range<usize>,
    /// Label without `B-` and `I-`.
    pub label: String,
}

/// A sentence of a BIO file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LabeledSentence {
    /// Word forms in text order, none empty.
    pub tokens: Vec<String>,
    /// Labelled spans in text order; they do not overlap.
    pub spans: Vec<LabeledSpan>,
}

/// A document of a BIO file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LabeledDocument {
    /// What stands after `-DOCSTART-`; empty if the file has no such line.
    pub id: String,
    /// Sentences in text order.
    pub sentences: Vec<LabeledSentence>,
}

/// A line that is neither a token with its tag, nor empty, nor the start of a document.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("line {line}: expected a token, a tabulator and a tag O, B-label or I-label, found \"{found}\"")]
pub struct BioError {
    /// 1-based line number.
    pub line: usize,
    /// The line as it stands in the file.
    pub found: String,
}

/// Reads a BIO file.
///
/// # Errors
/// [`BioError`] for the first invalid line.
///
/// # Example
/// ```
/// let file = "Wanjiku\tB-PER\nKamau\tI-PER\nvisited\tO\nLamu\tB-LOC\n\n";
/// let documents = whomet::corpus::read_bio(file)?;
/// let sentence = &documents[0].sentences[0];
/// assert_eq!(sentence.spans[0].tokens, 0..2);
/// assert_eq!(sentence.spans[1].label, "LOC");
/// # Ok::<(), whomet::corpus::BioError>(())
/// ```
pub fn read_bio(text: &str) -> Result<Vec<LabeledDocument>, BioError> {
    let mut documents: Vec<LabeledDocument> = Vec::new();
    let mut sentence = LabeledSentence::default();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            close_sentence(&mut documents, &mut sentence);
            continue;
        }
        let error = || BioError { line: index + 1, found: line.to_owned() };
        let (token, tag) = line.split_once('\t').ok_or_else(error)?;
        if token == "-DOCSTART-" {
            close_sentence(&mut documents, &mut sentence);
            documents.push(LabeledDocument { id: tag.trim().to_owned(), sentences: Vec::new() });
        } else {
            add_token(&mut sentence, token, tag.trim_end()).ok_or_else(error)?;
        }
    }
    close_sentence(&mut documents, &mut sentence);
    Ok(documents)
}

fn close_sentence(documents: &mut Vec<LabeledDocument>, sentence: &mut LabeledSentence) {
    if sentence.tokens.is_empty() {
        return;
    }
    if documents.is_empty() {
        documents.push(LabeledDocument::default());
    }
    if let Some(document) = documents.last_mut() {
        document.sentences.push(std::mem::take(sentence));
    }
}

fn add_token(sentence: &mut LabeledSentence, token: &str, tag: &str) -> Option<()> {
    let index = sentence.tokens.len();
    if token.is_empty() {
        return None;
    }
    sentence.tokens.push(token.to_owned());
    if tag == "O" {
        return Some(());
    }
    let (prefix, label) = tag.split_once('-')?;
    if label.is_empty() || !matches!(prefix, "B" | "I") {
        return None;
    }
    match sentence.spans.last_mut() {
        Some(last) if prefix == "I" && last.tokens.end == index && last.label == label => last.tokens.end = index + 1,
        _ => sentence.spans.push(LabeledSpan { tokens: index..index + 1, label: label.to_owned() }),
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighboring_names_of_one_label_stay_separate() {
        let documents = read_bio("Tartu\tB-LOC\nPärnu\tB-LOC\nmnt\tI-LOC\n").unwrap();
        let spans: Vec<_> = documents[0].sentences[0].spans.iter().map(|span| span.tokens.clone()).collect();
        assert_eq!(spans, [0..1, 1..3]);
    }

    #[test]
    fn an_inside_tag_of_another_label_starts_a_name() {
        let documents = read_bio("Rai\tB-PER\nArmy\tI-ORG\n").unwrap();
        assert_eq!(documents[0].sentences[0].spans.len(), 2);
    }

    #[test]
    fn documents_keep_their_ids_and_sentences() {
        let documents = read_bio("-DOCSTART-\ta\n\nx\tO\n\ny\tO\n\n-DOCSTART-\tb\n\nz\tO\n").unwrap();
        assert_eq!(
            documents.iter().map(|d| (d.id.as_str(), d.sentences.len())).collect::<Vec<_>>(),
            [("a", 2), ("b", 1)]
        );
    }

    #[test]
    fn a_line_without_tag_is_reported_by_its_number() {
        let error = read_bio("Lima\tB-LOC\nis\n").unwrap_err();
        assert_eq!(error, BioError { line: 2, found: "is".to_owned() });
        assert!(read_bio("Lima\tX-LOC\n").is_err());
    }
}
