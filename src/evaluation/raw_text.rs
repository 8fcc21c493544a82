//! A treebank in, its raw text with the places of sentences and tokens out; and how well others find these.
//!
//! Tokens and sentences are compared by their characters, as in the CoNLL 2018 shared task (Zeman et al. 2018,
//! section 4): a span found counts if exactly this span is annotated. A token here is a slice of the text: `do`
//! and `n't` of `don't` are two.

use std::ops::Range;

use super::names::Counts;

/// A document of a treebank as it was before it was split; all places are in bytes of `text`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawDocument {
    /// What `# newdoc id` says; empty if nothing.
    pub id: String,
    /// The text, with an empty line between paragraphs.
    pub text: String,
    /// Places of the tokens of each sentence, in text order.
    pub sentences: Vec<Vec<Range<usize>>>,
}

/// One line of a sentence: a token with its inner words, if it has several.
struct Token<'a> {
    form: &'a str,
    words: Vec<&'a str>,
    has_space: bool,
}

/// Puts the text of a CoNLL-U file together again from forms, `SpaceAfter=No` and paragraph marks.
///
/// Lines that are not understood are passed over: this is for treebanks, which are checked elsewhere.
#[must_use]
pub fn read_raw_text(conllu: &str) -> Vec<RawDocument> {
    let mut documents: Vec<RawDocument> = Vec::new();
    for block in conllu.split("\n\n").filter(|block| !block.trim().is_empty()) {
        if let Some(id) = block.lines().find_map(|line| line.strip_prefix("# newdoc")) {
            let id = id.trim_start().strip_prefix("id = ").unwrap_or_default();
            documents.push(RawDocument { id: id.trim().to_owned(), ..RawDocument::default() });
        }
        if documents.is_empty() {
            documents.push(RawDocument::default());
        }
        let Some(document) = documents.last_mut() else { continue };
        if block.lines().any(|line| line.starts_with("# newpar")) && !document.text.is_empty() {
            document.text.truncate(document.text.trim_end().len());
            document.text.push_str("\n\n");
        }
        document.add(&read_tokens(block));
    }
    documents
}

impl RawDocument {
    fn add(&mut self, tokens: &[Token]) {
        let mut sentence = Vec::new();
        for token in tokens {
            let start = self.text.len();
            self.text.push_str(token.form);
            // Words that are not slices of their token ("du" as "de" and "le") leave it whole.
            if token.words.len() > 1 && token.words.concat() == token.form {
                let mut at = start;
                for word in &token.words {
                    sentence.push(at..at + word.len());
                    at += word.len();
                }
            } else {
                sentence.push(start..self.text.len());
            }
            if token.has_space {
                self.text.push(' ');
            }
        }
        self.sentences.push(sentence);
    }
}

fn read_tokens(block: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut inner = 0..0;
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (Some(&id), Some(&form), Some(&misc)) = (columns.first(), columns.get(1), columns.last()) else { continue };
        let has_space = !misc.split('|').any(|feature| feature == "SpaceAfter=No");
        if let Some((first, last)) = id.split_once('-') {
            let number = |text: &str| text.parse().unwrap_or(0);
            inner = number(first)..number(last) + 1;
            tokens.push(Token { form, words: Vec::new(), has_space });
        } else if let Ok(number) = id.parse::<usize>() {
            match tokens.last_mut().filter(|_| inner.contains(&number)) {
                Some(token) => token.words.push(form),
                None => tokens.push(Token { form, words: Vec::new(), has_space }),
            }
        }
    }
    tokens
}

/// Counts of tokens and of sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SplitScores {
    /// Tokens with exactly their characters.
    pub tokens: Counts,
    /// Sentences with exactly their first and last character.
    pub sentences: Counts,
}

impl SplitScores {
    /// Adds a document; `found` are the tokens of each sentence, as in [`RawDocument::sentences`].
    pub fn add(&mut self, document: &RawDocument, found: &[Vec<Range<usize>>]) {
        let tokens = |sentences: &[Vec<Range<usize>>]| sentences.concat();
        add_spans(&mut self.tokens, &tokens(&document.sentences), &tokens(found));
        let ends = |sentences: &[Vec<Range<usize>>]| {
            let cover = |tokens: &Vec<Range<usize>>| Some(tokens.first()?.start..tokens.last()?.end);
            sentences.iter().filter_map(cover).collect::<Vec<_>>()
        };
        add_spans(&mut self.sentences, &ends(&document.sentences), &ends(found));
    }
}

/// Compares two lists of spans in text order.
fn add_spans(counts: &mut Counts, annotated: &[Range<usize>], found: &[Range<usize>]) {
    let (mut left, mut right) = (0, 0);
    let mut hits = 0;
    while let (Some(a), Some(b)) = (annotated.get(left), found.get(right)) {
        let order = (a.start, a.end).cmp(&(b.start, b.end));
        hits += usize::from(order.is_eq());
        left += usize::from(order.is_le());
        right += usize::from(order.is_ge());
    }
    counts.hits += hits;
    counts.misses += annotated.len() - hits;
    counts.false_alarms += found.len() - hits;
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREEBANK: &str = "# newdoc id = a\n# newpar\n1\tHi\t_\t_\t_\t_\t_\t_\t_\t_\n\n\
        # newpar\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n2\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n\
        3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n1\tOk\t_\t_\t_\t_\t_\t_\t_\t_\n\n# newdoc id = b\n1\tX\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

    #[test]
    fn the_text_is_put_together_with_its_paragraphs() {
        let documents = read_raw_text(TREEBANK);
        assert_eq!(documents[0].text.trim_end(), "Hi\n\ndon't. Ok");
        assert_eq!(documents[0].sentences.concat(), [0..2, 4..6, 6..9, 9..10, 11..13]);
        assert_eq!(documents[0].sentences.iter().map(Vec::len).collect::<Vec<_>>(), [1, 3, 1]);
        assert_eq!((documents[1].id.as_str(), documents[1].text.trim_end()), ("b", "X"));
    }

    /// Five annotated tokens in three sentences; found: four tokens, `don't` unsplit, and the last two sentences as one.
    #[test]
    fn spans_count_if_both_ends_are_right() {
        let document = &read_raw_text(TREEBANK)[0];
        let mut scores = SplitScores::default();
        let first = document.sentences[0].clone();
        scores.add(document, &[first, vec![4..9, 9..10, 11..13]]);
        assert_eq!(scores.tokens, Counts { hits: 3, misses: 2, false_alarms: 1 });
        assert_eq!(scores.sentences, Counts { hits: 1, misses: 2, false_alarms: 1 });
    }
}
