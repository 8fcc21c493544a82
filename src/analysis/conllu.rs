//! Reads and writes CoNLL-U.
//!
//! Format: <https://universaldependencies.org/format.html>. Comments, words and multiword tokens are kept
//! as they stand; empty nodes (`8.1`) belong to the enhanced graph, which is not used here, and are left out.

use std::io::{self, BufRead, Write};

/// A line that is not CoNLL-U.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConlluError {
    /// The text could not be read.
    #[error("line {line}: cannot read the text")]
    Io {
        /// Line, counted from 1.
        line: usize,
        /// What went wrong.
        source: io::Error,
    },
    /// A line has more or fewer than ten columns.
    #[error("line {line}: expected 10 columns separated by tabs, found {found}")]
    Columns {
        /// Line, counted from 1.
        line: usize,
        /// Number of columns.
        found: usize,
    },
    /// The first column is not a number, range or decimal, or is out of order.
    #[error("line {line}: expected the id {expected}, found \"{found}\"")]
    Id {
        /// Line, counted from 1.
        line: usize,
        /// The id that follows from the lines before.
        expected: usize,
        /// The contents of the column.
        found: String,
    },
    /// The head is neither `_` nor a number within the sentence.
    #[error("line {line}: expected a head between 0 and the number of words or \"_\", found \"{found}\"")]
    Head {
        /// Line, counted from 1.
        line: usize,
        /// The contents of the column.
        found: String,
    },
}

/// A syntactic word: the line of a sentence with a whole number as its id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Word {
    /// FORM, the word as it is written.
    pub form: String,
    /// LEMMA, `_` if it is not given; the same holds for all columns.
    pub lemma: String,
    /// UPOS, the universal part of speech.
    pub upos: String,
    /// XPOS, the treebank's own part of speech.
    pub xpos: String,
    /// FEATS, `Name=Value` joined by `|`.
    pub feats: String,
    /// HEAD: number of the head counted from 1, 0 for the root, none if it is not given.
    pub head: Option<u32>,
    /// DEPREL, the relation to the head with its subtype.
    pub deprel: String,
    /// DEPS, the enhanced graph, unchanged.
    pub deps: String,
    /// MISC, `Name=Value` joined by `|`.
    pub misc: String,
}

/// A multiword token such as "don't": words that are written as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// Its first word, 0-based.
    pub start: usize,
    /// The word after its last one, 0-based.
    pub end: usize,
    /// The form of the whole.
    pub form: String,
    /// MISC of the whole.
    pub misc: String,
}

/// A sentence of a CoNLL-U file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// The lines before the first word, with their `#`.
    pub comments: Vec<String>,
    /// Its words, in text order.
    pub words: Vec<Word>,
    /// Its multiword tokens, in text order.
    pub ranges: Vec<Range>,
}

impl Sentence {
    /// Returns the value of the comment `# name = value`.
    #[must_use]
    pub fn comment(&self, name: &str) -> Option<&str> {
        self.comments.iter().find_map(|line| {
            let (found, value) = line.strip_prefix('#')?.split_once('=')?;
            (found.trim() == name).then(|| value.trim())
        })
    }
}

/// Reads all sentences.
///
/// # Errors
/// [`ConlluError`] with the line, for the first line that is not CoNLL-U.
///
/// # Example
/// ```
/// let text = "# text = Go\n1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n";
/// let sentences = whomet::analysis::conllu::read(text.as_bytes())?;
/// assert_eq!(sentences[0].words[0].lemma, "go");
/// assert_eq!(sentences[0].comment("text"), Some("Go"));
/// # Ok::<(), whomet::analysis::conllu::ConlluError>(())
/// ```
pub fn read(input: impl BufRead) -> Result<Vec<Sentence>, ConlluError> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    let mut first_line = 1;
    for (at, text) in input.lines().enumerate() {
        let line = at + 1;
        let text = text.map_err(|source| ConlluError::Io { line, source })?;
        let text = text.trim_end_matches('\r');
        if text.is_empty() {
            finish_sentence(&mut sentence, &mut sentences, first_line)?;
            first_line = line + 1;
        } else if text.starts_with('#') && sentence.words.is_empty() {
            sentence.comments.push(text.to_owned());
        } else {
            read_line(text, line, &mut sentence)?;
        }
    }
    finish_sentence(&mut sentence, &mut sentences, first_line)?;
    Ok(sentences)
}

fn finish_sentence(sentence: &mut Sentence, all: &mut Vec<Sentence>, line: usize) -> Result<(), ConlluError> {
    if sentence.words.is_empty() {
        return Ok(());
    }
    let length = sentence.words.len();
    if let Some(head) = sentence.words.iter().filter_map(|word| word.head).find(|&head| head as usize > length) {
        return Err(ConlluError::Head { line, found: head.to_string() });
    }
    all.push(std::mem::take(sentence));
    Ok(())
}

fn read_line(text: &str, line: usize, sentence: &mut Sentence) -> Result<(), ConlluError> {
    let columns: Vec<&str> = text.split('\t').collect();
    let &[id, form, lemma, upos, xpos, feats, head, deprel, deps, misc] = columns.as_slice() else {
        return Err(ConlluError::Columns { line, found: columns.len() });
    };
    let expected = sentence.words.len() + 1;
    if id.contains('.') {
        return Ok(());
    }
    let wrong_id = || ConlluError::Id { line, expected, found: id.to_owned() };
    if let Some((first, last)) = id.split_once('-') {
        let (first, last): (usize, usize) = first.parse().ok().zip(last.parse().ok()).ok_or_else(wrong_id)?;
        if first != expected || last < first {
            return Err(wrong_id());
        }
        sentence.ranges.push(Range { start: first - 1, end: last, form: form.to_owned(), misc: misc.to_owned() });
        return Ok(());
    }
    if id.parse() != Ok(expected) {
        return Err(wrong_id());
    }
    let number = match head {
        "_" => None,
        _ => Some(head.parse().map_err(|_| ConlluError::Head { line, found: head.to_owned() })?),
    };
    let [form, lemma, upos, xpos, feats] = [form, lemma, upos, xpos, feats].map(str::to_owned);
    let [deprel, deps, misc] = [deprel, deps, misc].map(str::to_owned);
    sentence.words.push(Word { form, lemma, upos, xpos, feats, head: number, deprel, deps, misc });
    Ok(())
}

/// Writes sentences so that [`read`] gives them back.
///
/// Empty columns are written as `_`, as the format demands.
///
/// # Errors
/// The errors of `out`.
pub fn write(sentences: &[Sentence], out: &mut dyn Write) -> io::Result<()> {
    for sentence in sentences {
        for comment in &sentence.comments {
            writeln!(out, "{comment}")?;
        }
        let mut ranges = sentence.ranges.iter().peekable();
        for (at, word) in sentence.words.iter().enumerate() {
            while let Some(range) = ranges.next_if(|range| range.start <= at) {
                let (form, misc) = (column(&range.form), column(&range.misc));
                writeln!(out, "{}-{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}", range.start + 1, range.end)?;
            }
            let head = word.head.map_or_else(|| "_".to_owned(), |head| head.to_string());
            let before = [&word.form, &word.lemma, &word.upos, &word.xpos, &word.feats].map(|text| column(text));
            let after = [&word.deprel, &word.deps, &word.misc].map(|text| column(text));
            writeln!(out, "{}\t{}\t{head}\t{}", at + 1, before.join("\t"), after.join("\t"))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn column(text: &str) -> &str {
    if text.is_empty() { "_" } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "# sent_id = 1\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\
        1\tdo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n\
        2.1\tx\tx\tX\t_\t_\t_\t_\t_\t_\n3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_\n\n";

    #[test]
    fn sentences_are_written_as_they_were_read() {
        let sentences = read(SAMPLE.as_bytes()).unwrap();
        assert_eq!(sentences[0].words.len(), 3);
        assert_eq!(sentences[0].ranges[0].end, 2);
        let mut out = Vec::new();
        write(&sentences, &mut out).unwrap();
        let without_empty_node: String =
            SAMPLE.lines().filter(|l| !l.starts_with("2.1")).map(|l| format!("{l}\n")).collect();
        assert_eq!(String::from_utf8(out).unwrap(), without_empty_node);
    }

    #[test]
    fn a_broken_line_is_reported_by_number() {
        let message = |text: &str| read(text.as_bytes()).unwrap_err().to_string();
        assert_eq!(message("# x\n1\tGo\n"), "line 2: expected 10 columns separated by tabs, found 2");
        assert_eq!(message("2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n"), "line 1: expected the id 1, found \"2\"");
        assert!(message("1\ta\ta\tX\tX\t_\tup\troot\t_\t_\n").contains("found \"up\""));
        assert!(message("1\ta\ta\tX\tX\t_\t5\troot\t_\t_\n\n").contains("found \"5\""));
    }
}
