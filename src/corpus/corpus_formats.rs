//! Corpora that are not BIO files in, documents of labelled sentences out.
//!
//! Two kinds are understood: CoNLL-U, whose proper nouns are names of an untold kind, and JSON Lines with a
//! text, its tokens and its mentions, as the relation corpora have them.

use std::ops::Range;

use serde::Deserialize;

use super::bio::{LabeledDocument, LabeledSentence, LabeledSpan};

/// Label of a proper noun of a treebank: a name, or part of one, of an untold kind.
pub(crate) const PROPER_NOUN: &str = "propn";

/// Label of proper nouns of a treebank that together are one name of an untold kind.
pub(crate) const PROPER_NAME: &str = "propname";

/// Reads the words of a CoNLL-U file; words with the tag PROPN are labelled as proper nouns.
///
/// Neighbours that the tree joins to one word by `flat` or `compound` are labelled together as one name where
/// nothing around them might belong to it too. Documents start at `# newdoc` comments, whose id they keep.
/// Multiword tokens and empty nodes are left out.
#[must_use]
pub fn read_proper_nouns(conllu: &str) -> Vec<LabeledDocument> {
    let mut documents = vec![LabeledDocument::default()];
    for block in conllu.split("\n\n") {
        let mut words = Vec::new();
        for line in block.lines() {
            if let Some(id) = line.strip_prefix("# newdoc id = ") {
                documents.push(LabeledDocument { id: id.trim().to_owned(), sentences: Vec::new() });
            }
            words.extend(TreeWord::new(line));
        }
        let tokens = words.iter().map(|word| word.form.to_owned()).collect();
        let sentence = LabeledSentence { tokens, spans: proper_spans(&words) };
        if let Some(document) = documents.last_mut().filter(|_| !words.is_empty()) {
            document.sentences.push(sentence);
        }
    }
    documents.retain(|document| !document.sentences.is_empty());
    documents
}

/// A word of a tree, as far as names depend on it.
struct TreeWord<'a> {
    form: &'a str,
    is_proper: bool,
    /// Index of the word that this one is part of, such as the family name after a given name.
    part_of: Option<usize>,
}

impl<'a> TreeWord<'a> {
    /// Reads a line of a CoNLL-U file if it is that of a word.
    fn new(line: &'a str) -> Option<Self> {
        let columns: Vec<&str> = line.split('\t').collect();
        let &[id, form, _, upos, ref rest @ ..] = columns.as_slice() else { return None };
        if id.parse::<usize>().is_err() {
            return None;
        }
        let joins = rest.get(3).is_some_and(|deprel| matches!(*deprel, "flat" | "compound"));
        let head = rest.get(2).and_then(|head| head.parse::<usize>().ok()).and_then(|head| head.checked_sub(1));
        Some(Self { form, is_proper: upos == "PROPN", part_of: head.filter(|_| joins) })
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

/// Whether nothing beside the proper nouns `name` looks as if it were part of the same name.
fn is_whole(words: &[TreeWord], name: Range<usize>) -> bool {
    let heads = words[name.clone()].iter().filter_map(|word| word.part_of);
    let mut outer_heads = heads.filter(|head| !name.contains(head)).filter_map(|head| words.get(head));
    let (start, end) = (name.start, name.end);
    !outer_heads.any(TreeWord::has_capital)
        && !may_belong(words, start.checked_sub(1), [start.checked_sub(2), start.checked_sub(3)])
        && !may_belong(words, Some(end), [Some(end + 1), Some(end + 2)])
}

/// Whether the word `at` beside a name may be part of it: by its capital, or as a small word before another name
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

#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    tokens: Vec<(usize, usize)>,
    mentions: Vec<RecordMention>,
}

#[derive(Deserialize)]
struct RecordMention {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    label: String,
}

/// Reads JSON Lines with `id`, `text`, `tokens` (byte ranges) and `mentions` (`start`, `end` in bytes, `type`).
///
/// A mention that does not begin and end with tokens, or overlaps an earlier one, is left out. Sentences end
/// at a full stop, question or exclamation mark before a capital.
///
/// # Errors
/// If a line is not such a record; the error tells line and column.
pub fn read_mentions(jsonl: &str) -> Result<Vec<LabeledDocument>, serde_json::Error> {
    jsonl.lines().map(|line| Ok(to_document(&serde_json::from_str(line)?))).collect()
}

fn to_document(record: &Record) -> LabeledDocument {
    let surface = |&(start, end): &(usize, usize)| record.text.get(start..end).unwrap_or_default().trim();
    let kept: Vec<(usize, usize)> = record.tokens.iter().copied().filter(|token| !surface(token).is_empty()).collect();
    let spans = token_spans(&record.mentions, &kept);
    let mut sentences = Vec::new();
    let mut sentence = LabeledSentence::default();
    let mut next = spans.iter().peekable();
    let mut first = 0;
    for (at, token) in kept.iter().enumerate() {
        sentence.tokens.push(surface(token).to_owned());
        let in_name = next.peek().is_some_and(|(tokens, _)| tokens.start <= at && at + 1 < tokens.end);
        if let Some((tokens, label)) = next.next_if(|(tokens, _)| tokens.end == at + 1) {
            sentence.spans.push(LabeledSpan { tokens: tokens.start - first..tokens.end - first, label: label.clone() });
        }
        let follows_capital = kept.get(at + 1).is_none_or(|next| surface(next).starts_with(char::is_uppercase));
        if !in_name && follows_capital && matches!(surface(token), "." | "?" | "!") {
            sentences.push(std::mem::take(&mut sentence));
            first = at + 1;
        }
    }
    if !sentence.tokens.is_empty() {
        sentences.push(sentence);
    }
    LabeledDocument { id: record.id.clone(), sentences }
}

/// The mentions as token ranges in text order, without overlap.
fn token_spans(mentions: &[RecordMention], tokens: &[(usize, usize)]) -> Vec<(Range<usize>, String)> {
    let mut spans = Vec::new();
    for mention in mentions {
        let start = tokens.iter().position(|token| token.0 == mention.start);
        let end = tokens.iter().position(|token| token.1 == mention.end);
        if let (Some(start), Some(end)) = (start, end)
            && start <= end
        {
            spans.push((start..end + 1, mention.label.clone()));
        }
    }
    spans.sort_by_key(|(tokens, _)| (tokens.start, std::cmp::Reverse(tokens.end)));
    let mut reached = 0;
    spans.retain(|(tokens, _)| {
        let free = tokens.start >= reached;
        if free {
            reached = tokens.end;
        }
        free
    });
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proper_nouns_of_a_treebank_are_labelled_and_other_lines_left_out() {
        let text = "# newdoc id = a\n1\tSoe\tSoe\tPROPN\tNNP\t_\t2\tnsubj\n2-3\two\n2\tspoke\tspeak\tVERB\tVBD\n\n\
            1\tHi\thi\tINTJ\tUH\n\n";
        let documents = read_proper_nouns(text);
        assert_eq!((documents.len(), documents[0].sentences.len()), (1, 2));
        assert_eq!(documents[0].sentences[0].tokens, ["Soe", "spoke"]);
        assert_eq!(documents[0].sentences[0].spans[0].tokens, 0..1);
    }

    /// Labels of a sentence whose words are written `form`, or `form|head|deprel` if they are proper nouns.
    fn labels(sentence: &str) -> Vec<(Range<usize>, String)> {
        let line = |(at, word): (usize, &str)| match word.split('|').collect::<Vec<_>>().as_slice() {
            [form, head, deprel] => format!("{at}\t{form}\t_\tPROPN\tNNP\t_\t{head}\t{deprel}\n"),
            _ => format!("{at}\t{word}\t_\tX\tX\t_\t0\troot\n"),
        };
        let text: String = (1..).zip(sentence.split(' ')).map(line).collect();
        let documents = read_proper_nouns(&text);
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

    #[test]
    fn mentions_become_token_spans_of_their_sentence() {
        let line = r#"{"id":"d","text":"Rain fell. Ana Lu sang.","tokens":[[0,4],[5,9],[9,10],[11,14],[15,17],[18,22],[22,23]],
            "mentions":[{"start":11,"end":17,"type":"PER"},{"start":15,"end":17,"type":"PER"},{"start":12,"end":14,"type":"LOC"}]}"#;
        let documents = read_mentions(&line.replace('\n', "")).unwrap();
        let sentences = &documents[0].sentences;
        assert_eq!(sentences.len(), 2);
        assert_eq!(sentences[1].spans, [LabeledSpan { tokens: 0..2, label: "PER".to_owned() }]);
        assert!(read_mentions("{}").is_err());
    }
}
