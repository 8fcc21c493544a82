//! Reads the proper nouns of a treebank as names of an unknown kind.

use std::ops::Range;

use super::bio::{LabeledDocument, LabeledSentence, LabeledSpan};
use crate::analysis::conllu::{self, ConlluError, Word};

/// Label of a proper noun of a treebank: a name, or part of a name, of an unknown kind.
pub(crate) const PROPER_NOUN: &str = "propn";

/// Label of proper nouns of a treebank that together are one name of an unknown kind.
pub(crate) const PROPER_NAME: &str = "propname";

/// Reads the words of a CoNLL-U file; words with the tag PROPN are labelled as proper nouns.
///
/// Neighbors that the tree joins to one word by `flat` or `compound` are labelled together as one name where
/// nothing around them might belong to it too. Documents start at `# newdoc id` comments, whose id they keep.
///
/// # Errors
/// [`ConlluError`] for the first line that is not CoNLL-U.
pub fn read_proper_nouns(text: &str) -> Result<Vec<LabeledDocument>, ConlluError> {
    let mut documents = vec![LabeledDocument::default()];
    for sentence in conllu::read(text.as_bytes())? {
        if let Some(id) = sentence.comment("newdoc id") {
            documents.push(LabeledDocument { id: id.to_owned(), sentences: Vec::new() });
        }
        let words: Vec<TreeWord> = sentence.words.iter().map(TreeWord::new).collect();
        let spans = proper_spans(&words);
        let tokens = sentence.words.into_iter().map(|word| word.form).collect();
        if let Some(document) = documents.last_mut() {
            document.sentences.push(LabeledSentence { tokens, spans });
        }
    }
    documents.retain(|document| !document.sentences.is_empty());
    Ok(documents)
}

/// A word of a tree, as far as names depend on it.
struct TreeWord<'a> {
    form: &'a str,
    is_proper: bool,
    /// Index of the word that this one is part of, such as the family name after a given name.
    part_of: Option<usize>,
}

impl<'a> TreeWord<'a> {
    fn new(word: &'a Word) -> Self {
        let joins = matches!(word.deprel.as_str(), "flat" | "compound");
        let head = word.head.and_then(|head| head.checked_sub(1)).map(|head| head as usize);
        Self { form: &word.form, is_proper: word.upos == "PROPN", part_of: head.filter(|_| joins) }
    }

    fn has_capital(&self) -> bool {
        self.form.starts_with(char::is_uppercase)
    }
}

/// The proper nouns of a sentence in text order, those of one name in one span where that is certain.
fn proper_spans(words: &[TreeWord]) -> Vec<LabeledSpan> {
    let mut spans = Vec::new();
    let mut start = 0;
    while start < words.len() {
        if !words[start].is_proper {
            start += 1;
            continue;
        }
        let mut end = start + 1;
        while end < words.len() && words[end].is_proper && are_joined(words, start..end, end) {
            end += 1;
        }
        if is_whole(words, start..end) {
            spans.push(LabeledSpan { tokens: start..end, label: PROPER_NAME.to_owned() });
        } else {
            spans.extend((start..end).map(|at| LabeledSpan { tokens: at..at + 1, label: PROPER_NOUN.to_owned() }));
        }
        start = end;
    }
    spans
}

/// Whether the word `next` and the words before it are parts of each other or of the same later word.
fn are_joined(words: &[TreeWord], before: Range<usize>, next: usize) -> bool {
    let of_next = words[next].part_of;
    let reaches = |at: usize| words[at].part_of.is_some_and(|head| head == next || Some(head) == of_next);
    of_next.is_some_and(|head| before.contains(&head)) || reaches(before.end - 1)
}

/// Whether no word next to the proper nouns `name` looks like part of the same name.
fn is_whole(words: &[TreeWord], name: Range<usize>) -> bool {
    let heads = words[name.clone()].iter().filter_map(|word| word.part_of);
    let mut outer_heads = heads.filter(|head| !name.contains(head)).filter_map(|head| words.get(head));
    let (start, end) = (name.start, name.end);
    !outer_heads.any(TreeWord::has_capital)
        && !may_belong(words, start.checked_sub(1), [start.checked_sub(2), start.checked_sub(3)])
        && !may_belong(words, Some(end), [Some(end + 1), Some(end + 2)])
}

/// Whether the word `at` next to a name may be part of it: it has a capital, or it is a short word before another name
/// at one of the places `beyond`, as in `Bank of the West`.
fn may_belong(words: &[TreeWord], at: Option<usize>, beyond: [Option<usize>; 2]) -> bool {
    let word_at = |at: Option<usize>| at.and_then(|at| words.get(at));
    let Some(word) = word_at(at).filter(|word| !word.is_proper) else { return false };
    let opens_sentence = at == Some(0);
    let divides = matches!(word.form, "," | ";" | ":" | "(" | ")" | "\"");
    let joins =
        word.form.len() < 4 && !divides && beyond.into_iter().any(|at| word_at(at).is_some_and(|w| w.is_proper));
    (word.has_capital() && !opens_sentence) || joins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proper_nouns_of_a_treebank_are_labelled_and_empty_nodes_left_out() {
        let text = "# newdoc id = a\n1\tSoe\tSoe\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n\
            2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_\n2.1\tx\tx\tX\tX\t_\t_\t_\t_\t_\n\n\
            1\tHi\thi\tINTJ\tUH\t_\t0\troot\t_\t_\n\n";
        let documents = read_proper_nouns(text).unwrap();
        assert_eq!((documents.len(), documents[0].sentences.len()), (1, 2));
        assert_eq!(documents[0].sentences[0].tokens, ["Soe", "spoke"]);
        assert_eq!(documents[0].sentences[0].spans[0].tokens, 0..1);
    }

    /// Labels of a sentence whose words are written `form`, or `form|head|deprel` if they are proper nouns.
    fn labels(sentence: &str) -> Vec<(Range<usize>, String)> {
        let line = |(at, word): (usize, &str)| match word.split('|').collect::<Vec<_>>().as_slice() {
            [form, head, deprel] => format!("{at}\t{form}\t_\tPROPN\tNNP\t_\t{head}\t{deprel}\t_\t_\n"),
            _ => format!("{at}\t{word}\t_\tX\tX\t_\t0\troot\t_\t_\n"),
        };
        let text: String = (1..).zip(sentence.split(' ')).map(line).collect();
        let documents = read_proper_nouns(&text).unwrap();
        documents[0].sentences[0].spans.iter().map(|span| (span.tokens.clone(), span.label.clone())).collect()
    }

    #[test]
    fn parts_that_the_tree_joins_are_one_name() {
        let name = |tokens| (tokens, PROPER_NAME.to_owned());
        assert_eq!(labels("Ana|3|nsubj Lu|1|flat greeted Ben|3|obj"), [name(0..2), name(3..4)]);
        assert_eq!(labels("Ana|0|root Ben|1|list Lu|2|flat"), [name(0..1), name(1..3)]);
    }

    #[test]
    fn proper_nouns_that_may_belong_to_more_stay_single() {
        let noun = |at: usize| (at..at + 1, PROPER_NOUN.to_owned());
        assert_eq!(labels("Bay|0|root of Kotor|1|nmod"), [noun(0), noun(2)]);
        assert_eq!(labels("the Kisumu|3|compound Showground"), [noun(1)]);
    }
}
