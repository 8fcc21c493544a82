//! A treebank in, the analysis of its texts out, to be scored against it.

use crate::analysis::conllu::{Sentence, Word};
use crate::analysis::{Analyzer, to_conllu};
use crate::document::Document;
use crate::span::Span;

/// The analysis of the raw text of a treebank: forms, spaces and paragraphs are all that is taken from it.
///
/// The text of a document is put together from its tokens and `SpaceAfter=No`, with an empty line
/// where `# newpar` begins a paragraph.
#[must_use]
pub fn analyze_raw(analyzer: &Analyzer, treebank: &[Sentence]) -> Vec<Sentence> {
    let analyze = |text: String| {
        let mut document = Document::from_text("treebank", text);
        // Nothing of the text may be taken for a header: all of it is scored.
        document.body = Span::new(0, document.text.len());
        to_conllu(&analyzer.analyze(document))
    };
    raw_texts(treebank).into_iter().flat_map(analyze).collect()
}

/// The texts of the documents of a treebank, in its order.
fn raw_texts(treebank: &[Sentence]) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for sentence in treebank {
        let has = |mark: &str| sentence.comments.iter().any(|line| line[1..].trim_start().starts_with(mark));
        if has("newdoc") || texts.is_empty() {
            texts.push(String::new());
        }
        let Some(text) = texts.last_mut() else { continue };
        if has("newpar") && !text.is_empty() {
            text.truncate(text.trim_end().len());
            text.push_str("\n\n");
        }
        push_sentence(sentence, text);
    }
    texts
}

fn push_sentence(sentence: &Sentence, text: &mut String) {
    let mut ranges = sentence.ranges.iter().peekable();
    let mut at = 0;
    while at < sentence.words.len() {
        let range = ranges.next_if(|range| range.start == at);
        let (form, misc) = range
            .map_or_else(|| (&sentence.words[at].form, &sentence.words[at].misc), |range| (&range.form, &range.misc));
        text.push_str(form);
        if !misc.split('|').any(|feature| feature == "SpaceAfter=No") {
            text.push(' ');
        }
        at = range.map_or(at + 1, |range| range.end);
    }
}

/// The analysis of the sentences and words of a treebank: tags, lemmas and trees are found anew.
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
        assert_eq!(raw_texts(&sentences), ["Hi\n\ndon't. Ok ", "X "]);
    }
}
