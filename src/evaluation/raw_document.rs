//! Reconstructs the texts of a treebank and analyzes them.

use std::ops::Range;

use crate::analysis::conllu::{Sentence, Word};
use crate::analysis::{AnalyzedDocument, Analyzer, to_conllu};
use crate::document::Document;

/// A document of a treebank as it was before it was split.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawDocument {
    /// The value of `# newdoc id`; empty if there is none.
    pub id: String,
    /// The text, with an empty line between paragraphs.
    pub text: String,
    /// Places of the words of each sentence in bytes of `text`, in text order.
    pub sentences: Vec<Vec<Range<usize>>>,
}

/// Reconstructs the texts of a treebank from its tokens, `SpaceAfter=No` and `# newpar`.
#[must_use]
pub fn raw_documents(treebank: &[Sentence]) -> Vec<RawDocument> {
    let mut documents: Vec<RawDocument> = Vec::new();
    for sentence in treebank {
        let mark = |name: &str| {
            sentence.comments.iter().find_map(|line| line.trim_start_matches(['#', ' ']).strip_prefix(name))
        };
        let new = mark("newdoc");
        if new.is_some() || documents.is_empty() {
            let id = new.and_then(|rest| rest.split_once('=')).map_or("", |(_, id)| id.trim());
            documents.push(RawDocument { id: id.to_owned(), ..RawDocument::default() });
        }
        let Some(document) = documents.last_mut() else { continue };
        if mark("newpar").is_some() && !document.text.is_empty() {
            document.text.truncate(document.text.trim_end().len());
            document.text.push_str("\n\n");
        }
        document.push(sentence);
    }
    documents
}

impl RawDocument {
    fn push(&mut self, sentence: &Sentence) {
        let mut places = Vec::with_capacity(sentence.words.len());
        let mut ranges = sentence.ranges.iter().peekable();
        let mut at = 0;
        while at < sentence.words.len() {
            let range = ranges.next_if(|range| range.start == at);
            let end = range.map_or(at + 1, |range| range.end);
            let (form, misc) = range.map_or_else(
                || (&sentence.words[at].form, &sentence.words[at].misc),
                |range| (&range.form, &range.misc),
            );
            let start = self.text.len();
            self.text.push_str(form);
            places.extend(word_places(&sentence.words[at..end], start..self.text.len()));
            if !misc.split('|').any(|feature| feature == "SpaceAfter=No") {
                self.text.push(' ');
            }
            at = end;
        }
        self.sentences.push(places);
    }
}

/// Places of the words of one token; words that are not slices of it ("de" and "le" for "du") share its place.
fn word_places(words: &[Word], token: Range<usize>) -> Vec<Range<usize>> {
    let total: usize = words.iter().map(|word| word.form.len()).sum();
    let mut at = token.start;
    let place = |word: &Word| {
        let start = at;
        at += word.form.len();
        if total == token.len() { start..at } else { token.clone() }
    };
    words.iter().map(place).collect()
}

/// Analyzes the raw text of a treebank; only forms, spaces and paragraphs are taken from it.
#[must_use]
pub fn analyze_raw(analyzer: &Analyzer, treebank: &[Sentence]) -> Vec<Sentence> {
    raw_documents(treebank).into_iter().flat_map(|raw| to_conllu(&raw.analyze(analyzer))).collect()
}

impl RawDocument {
    /// The text as an article without a header: all of it is body.
    #[must_use]
    pub fn document(&self) -> Document {
        Document::all_body(&self.id, self.text.as_str())
    }

    /// Analyzes the text.
    #[must_use]
    pub fn analyze(&self, analyzer: &Analyzer) -> AnalyzedDocument {
        analyzer.analyze(self.document())
    }
}

/// Analyzes the sentences and words of a treebank: finds tags, lemmas and trees.
#[must_use]
pub fn analyze_words(analyzer: &Analyzer, treebank: &[Sentence]) -> Vec<Sentence> {
    let analyze = |sentence: &Sentence| {
        let forms: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        let (tokens, tree) = analyzer.analyze_words(&forms);
        let words = sentence.words.iter().zip(tokens).enumerate().map(|(at, (word, (tag, lemma)))| Word {
            lemma,
            upos: tag.upos.to_string(),
            xpos: tag.xpos.to_string(),
            head: Some(tree.heads()[at].map_or(0, |head| head.0 + 1)),
            deprel: tree.deprels()[at].to_string(),
            ..word.clone()
        });
        Sentence { words: words.collect(), ..sentence.clone() }
    };
    treebank.iter().map(analyze).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::conllu::read;

    #[test]
    fn texts_are_put_together_with_their_paragraphs() {
        let line = |id: &str, form: &str, misc: &str| format!("{id}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n");
        let treebank = [
            "# newdoc id = a\n# newpar\n".to_owned() + &line("1", "Hi", "_"),
            "# newpar\n".to_owned()
                + &line("1-2", "don't", "SpaceAfter=No")
                + &line("1", "do", "_")
                + &line("2", "n't", "_")
                + &line("3", ".", "_"),
            line("1", "Ok", "_"),
            "# newdoc id = b\n".to_owned() + &line("1", "X", "_"),
        ];
        let sentences = read(treebank.join("\n").as_bytes()).unwrap();
        let documents = raw_documents(&sentences);
        assert_eq!(documents[0].text, "Hi\n\ndon't. Ok ");
        assert_eq!(documents[0].sentences.concat(), [0..2, 4..6, 6..9, 9..10, 11..13]);
        assert_eq!((documents[1].id.as_str(), documents[1].text.as_str()), ("b", "X "));
    }
}
