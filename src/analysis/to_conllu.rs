//! Converts an analyzed document to CoNLL-U.

use super::analyzed_document::AnalyzedDocument;
use super::conllu::{Range, Sentence as ConlluSentence, Word};
use super::labels::TokenId;
use super::sentence::{Sentence, SentenceKind};
use crate::span::{Byte, CharCounter, Span};

/// The sentences of `document` in CoNLL-U, with their text, and with offsets in MISC.
///
/// `TokenRange=start:end` counts characters of the document's text, 0-based, end excluded, as UDPipe
/// writes it. Clitics ("n't", "'s") form a multiword token with the word before them. A heading or
/// dateline carries the comment `kind`.
#[must_use]
pub fn to_conllu(document: &AnalyzedDocument) -> Vec<ConlluSentence> {
    let counter = CharCounter::new(&document.document.text);
    let writer = SentenceWriter { document, counter };
    let sentences = document.sentences.iter().enumerate();
    sentences.map(|(index, sentence)| writer.write(index, sentence)).collect()
}

struct SentenceWriter<'a> {
    document: &'a AnalyzedDocument,
    counter: CharCounter<'a>,
}

impl SentenceWriter<'_> {
    fn write(&self, index: usize, sentence: &Sentence) -> ConlluSentence {
        let ranges = self.ranges(sentence);
        let spaced: Vec<bool> = (0..sentence.tokens.len()).map(|at| self.has_space_behind(sentence, at)).collect();
        let words = sentence.tokens.iter().enumerate().map(|(at, token)| {
            let in_range = ranges.iter().any(|range| (range.start..range.end).contains(&at));
            Word {
                form: self.document.surface(token.span).to_owned(),
                lemma: token.lemma.clone(),
                upos: token.tag.upos.to_string(),
                xpos: token.tag.xpos.to_string(),
                head: Some(sentence.tree.heads()[at].map_or(0, |TokenId(head)| head + 1)),
                deprel: sentence.tree.deprels()[at].to_string(),
                misc: self.misc(token.span, in_range || spaced[at]),
                feats: "_".to_owned(),
                deps: "_".to_owned(),
            }
        });
        ConlluSentence { comments: self.comments(index, sentence, &spaced), words: words.collect(), ranges }
    }

    fn comments(&self, index: usize, sentence: &Sentence, spaced: &[bool]) -> Vec<String> {
        let id = &self.document.document.id;
        let mut comments = Vec::new();
        if index == 0 {
            comments.push(format!("# newdoc id = {id}"));
        }
        comments.push(format!("# sent_id = {id}-{}", index + 1));
        match sentence.kind {
            SentenceKind::Prose => {}
            SentenceKind::Heading => comments.push("# kind = heading".to_owned()),
            SentenceKind::Dateline => comments.push("# kind = dateline".to_owned()),
        }
        let mut text = String::new();
        for (token, &has_space) in sentence.tokens.iter().zip(spaced) {
            text.push_str(self.document.surface(token.span));
            text.push_str(if has_space { " " } else { "" });
        }
        comments.push(format!("# text = {}", text.trim_end()));
        comments
    }

    /// Whether white space follows the token; true for the last token of a sentence.
    fn has_space_behind(&self, sentence: &Sentence, at: usize) -> bool {
        sentence.tokens.get(at + 1).is_none_or(|next| next.span.start() > sentence.tokens[at].span.end())
    }

    fn misc(&self, span: Span<Byte>, has_space: bool) -> String {
        let chars = self.counter.chars(span);
        let space = if has_space { "" } else { "SpaceAfter=No|" };
        format!("{space}TokenRange={}:{}", chars.start(), chars.end())
    }

    /// The multiword tokens: a word with the clitics that touch it.
    fn ranges(&self, sentence: &Sentence) -> Vec<Range> {
        let mut ranges: Vec<Range> = Vec::new();
        let mut at = 1;
        while at < sentence.tokens.len() {
            if !self.is_clitic(sentence, at) {
                at += 1;
                continue;
            }
            let start = at - 1;
            while at < sentence.tokens.len() && self.is_clitic(sentence, at) {
                at += 1;
            }
            let span = sentence.tokens[start].span.cover(sentence.tokens[at - 1].span);
            let misc = self.misc(span, self.has_space_behind(sentence, at - 1));
            ranges.push(Range { start, end: at, form: self.document.surface(span).to_owned(), misc });
        }
        ranges
    }

    /// Whether the token is the tail of the word before it: "'s", "n't", the "not" of "cannot".
    fn is_clitic(&self, sentence: &Sentence, at: usize) -> bool {
        let (before, token) = (&sentence.tokens[at - 1], &sentence.tokens[at]);
        let surface = self.document.surface(token.span).replace('’', "'");
        let begins = surface.starts_with('\'') && surface.len() > 1 && surface[1..].chars().all(char::is_alphabetic);
        let is_clitic =
            begins || token.tag.xpos.as_str() == "POS" || matches!(surface.as_str(), "n't" | "not" | "na" | "ta");
        let is_word = self.document.surface(before.span).ends_with(char::is_alphanumeric);
        is_clitic && is_word && before.span.end() == token.span.start()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analyzer, conllu};
    use crate::document::Document;

    #[test]
    fn clitics_are_multiword_tokens_and_offsets_count_characters() {
        let document = Analyzer::shipped().analyze(Document::from_text("é", "Perú’s minister can’t come."));
        let mut out = Vec::new();
        conllu::write(&to_conllu(&document), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(
            text.starts_with("# newdoc id = é\n# sent_id = é-1\n# text = Perú’s minister can’t come.\n1-2\tPerú’s\t")
        );
        let line = |id: &str| text.lines().find(|line| line.starts_with(&format!("{id}\t"))).unwrap();
        assert!(line("1-2").ends_with("\tTokenRange=0:6") && line("3").ends_with("\tTokenRange=7:15"), "{text}");
        assert!(line("6").ends_with("\tSpaceAfter=No|TokenRange=22:26"), "{text}");
        assert_eq!(
            conllu::read(text.as_bytes()).unwrap(),
            to_conllu(&document),
            "any reader of the format gets it back"
        );
    }
}
